"""The hours of a crew are those of another time zone.

The same hours on the wall are other hours for the cases.

Before:
    kind: queue
    worked_by:
      - id: porto
        who: desk
        languages: [en]
        people: 2
        on_queue: 6h
        hours: "06:00-22:00"
        timezone: Europe/Lisbon
After:
    kind: queue
    worked_by:
      - id: porto
        who: desk
        languages: [en]
        people: 2
        on_queue: 6h
        hours: "06:00-22:00"
        timezone: Europe/Paris
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot
from watchbill.diff.verdict import Verdict, unknown

ID = "queue/crew-zone"
OF = ("queue",)
FIELDS = ("worked_by.*.timezone",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """For a reader."""
    return unknown(spot(edit, twice, "the time zone of its hours"), Weight.MAJOR)
