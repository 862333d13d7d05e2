"""A severity came or went, or the ladder has another order.

Cases that belonged there are taken more seriously or less, with every promise that hangs on it.

Before:
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
      - {id: P2, title: Bounded, meaning: One violation., examples: [One account], command: [analyst]}
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
from watchbill.diff.verdict import Verdict, unknown

ID = "severity/rung"
OF = ("severity",)
FIELDS = ("levels", "levels.*")


def judge(_edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Where its cases go is for a reader."""
    return unknown("a severity of the ladder", Weight.CRITICAL)
