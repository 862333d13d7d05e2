"""The cases that are given as examples of a severity changed.

In doubt people take the example that is most like their case.

Before:
    kind: severity
    levels:
      - {id: P0, title: Emergency, meaning: A life is in danger., examples: [A threat], command: [analyst]}
      - id: P1
        title: Serious
        meaning: Harm within a day.
        examples: [A wave of theft, A threat]
        update_every: 2h
        command: [analyst]
        raised_by: [A person is in danger]
        lowered_by: [The spread has ended]
After:
    kind: severity
    levels:
      - {id: P0, title: Emergency, meaning: A life is in danger., examples: [A threat], command: [analyst]}
      - id: P1
        title: Serious
        meaning: Harm within a day.
        examples: [A wave of theft]
        update_every: 2h
        command: [analyst]
        raised_by: [A person is in danger]
        lowered_by: [The spread has ended]
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "severity/examples"
OF = ("severity",)
FIELDS = ("levels.*.examples.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Where such a case goes now is for a reader."""
    return unknown(spot(edit, twice, "an example of the severity"), Weight.MAJOR)
