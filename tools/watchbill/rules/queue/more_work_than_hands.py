"""On an ordinary day the people of a queue can work through what comes in.

Where a day brings more hours of work than the people on the queue have, the backlog grows every day, and
every promise about it is broken in the end. Counted are cases times handling time, against people times
their time on the queue, less the share that is kept free.

Bad:
    kind: queue
    handling: 2h

Good:
    kind: queue
    handling: 6m
"""

from collections.abc import Iterator
from fractions import Fraction

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.operations import Crew, Queue
from watchbill.rules.proof._schedules import HORIZON
from watchbill.rules.queue._crews import at_work, not_begun
from watchbill.timeline.spans import total
from watchbill.timeline.zones import DAY
from watchbill.where import Address

ID = "queue/more-work-than-hands"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every queue that is not a draft, over the horizon."""
    for queue in book.each(Queue):
        hands = [_hands(book, crew) for crew in queue.worked_by if not crew.standby]
        if queue.status == "draft" or None in hands:
            continue
        share = Fraction(queue.occupancy.rstrip("%")) / 100
        work = sum(queue.volume.by_hour) * queue.handling.nominal_seconds
        able = sum((one for one in hands if one is not None), Fraction(0)) * share
        if work > able:
            yield Hit(
                Address(queue.key, ("worked_by",)),
                f"an ordinary day brings {_hours(work)} h of work, and the people on it can do"
                f" {_hours(able)} h",
                "plan more people or hours, or measure volume and handling time anew",
            )


def _hands(book: Book, crew: Crew) -> Fraction | None:
    """Seconds that a crew is on the queue on an average day; None where that cannot be told."""
    spans = at_work(book, crew)
    if spans is None:
        return None
    days = HORIZON - Fraction(total(not_begun(book, crew)), DAY)
    on_queue = Fraction(crew.on_queue.nominal_seconds, max(1, crew.shift.nominal_seconds))
    return (
        Fraction(total(spans)) / max(days, Fraction(1)) * crew.people * min(on_queue, Fraction(1))
    )


def _hours(seconds: Fraction | int) -> str:
    return f"{float(seconds / 3600):.1f}"
