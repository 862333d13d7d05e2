"""Who runs the cases of a severity changed.

A role that is gone is not called to run them any more.

Before:
    kind: severity
    levels:
      - {id: P0, title: Emergency, meaning: A life is in danger., examples: [A threat], command: [analyst]}
      - id: P1
        title: Serious
        meaning: Harm within a day.
        examples: [A wave of theft]
        update_every: 2h
        command: [analyst, counsel]
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
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, protects

ID = "severity/command"
OF = ("severity",)
FIELDS = ("levels.*.command.*",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """By role."""
    return protects(edit, spot(edit, twice, "who runs it"), Weight.MAJOR)
