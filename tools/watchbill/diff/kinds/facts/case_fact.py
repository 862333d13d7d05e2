"""A fact about one incident came or went.

Answers set it, and steps and laws hang on it.

Before:
    kind: facts
    case_facts:
      - {id: eu-linked, title: Is a person in the Union concerned?}
      - {id: reach, title: How far has it spread?, values: [near, far]}
After:
    kind: facts
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown

ID = "facts/case-fact"
OF = ("facts",)
FIELDS = ("case_facts.*",)


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """What hangs on it changes where it is named."""
    return unknown("a fact about one incident", Weight.MAJOR)
