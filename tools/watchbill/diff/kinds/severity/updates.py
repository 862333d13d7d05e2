"""The people involved are told more often or less often where a case stands.

Whoever is not told asks, or decides by what they knew last.

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
        meaning: Harm within a day.
        examples: [A wave of theft]
        update_every: 4h
        command: [analyst]
        raised_by: [A person is in danger]
        lowered_by: [The spread has ended]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, length

ID = "severity/updates"
OF = ("severity",)
FIELDS = ("levels.*.update_every",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A limit on us: longer is weaker, never is weakest."""
    return length(edit, spot(edit, twice, "how often people are told"), Weight.MAJOR)
