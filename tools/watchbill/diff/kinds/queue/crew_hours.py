"""A crew works a queue in other hours.

Cases that come in outside them wait, or go to whoever is left.

Before:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h, hours: "06:00-22:00"}
After:
    kind: queue
    worked_by:
      - {id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h, hours: "06:00-18:00"}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import inside, spot, window
from watchbill.diff.kinds.queue._crews import crews, hours_of
from watchbill.diff.verdict import Verdict, unknown

ID = "queue/crew-hours"
OF = ("queue",)
FIELDS = ("worked_by.*.hours",)


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict | None:
    """A crew without hours of its own works those of its site; hours that only overlap are for a reader."""
    what, weight = spot(edit, twice, "when it works the queue"), Weight.CRITICAL
    pairs = zip(books, crews(twice, inside(edit, twice)[0]), strict=True)
    before, after = (hours_of(book, crew) for book, crew in pairs)
    if before is None or after is None:
        return unknown(what, weight)
    if (before.start, before.end) == (after.start, after.end):
        return None
    return window(edit._replace(before=before, after=after), what, weight, more=Direction.STRONGER)
