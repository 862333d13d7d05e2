"""What a severity means was worded anew.

People sort cases by these words; each one moves some of them up or down.

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
After:
    kind: severity
    levels:
      - {id: P0, title: Emergency, meaning: A life is in danger., examples: [A threat], command: [analyst]}
      - id: P1
        title: Serious
        meaning: Harm within a week.
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
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "severity/meaning"
OF = ("severity",)
FIELDS = ("levels.*.meaning",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, spot(edit, twice, "what the severity means"), Weight.CRITICAL)
