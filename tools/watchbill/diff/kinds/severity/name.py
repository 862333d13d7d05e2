"""A severity is called otherwise.

Playbooks, promises and rows name it by its number.

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
        title: Grave
        meaning: Harm within a day.
        examples: [A wave of theft]
        update_every: 2h
        command: [analyst]
        raised_by: [A person is in danger]
        lowered_by: [The spread has ended]
Direction: neutral
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, neutral

ID = "severity/name"
OF = ("severity",)
FIELDS = ("levels.*.title",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """`P1` stays `P1`."""
    return neutral(spot(edit, twice, "what it is called"))
