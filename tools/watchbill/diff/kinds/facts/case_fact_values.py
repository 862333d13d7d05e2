"""A fact about one incident has another set of values.

A value that is gone can no longer be told; a new one may be one that no step or law asks for.

Before:
    kind: facts
    case_facts:
      - {id: eu-linked, title: Is a person in the Union concerned?}
      - {id: reach, title: How far has it spread?, values: [near, far]}
After:
    kind: facts
    case_facts:
      - {id: eu-linked, title: Is a person in the Union concerned?}
      - {id: reach, title: How far has it spread?, values: [near]}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "facts/case-fact-values"
OF = ("facts",)
FIELDS = ("case_facts.*.values.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown(spot(edit, twice, "the values it can have"), Weight.MAJOR)
