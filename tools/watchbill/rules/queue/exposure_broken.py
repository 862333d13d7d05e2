"""How people work a queue keeps to the limits on what they may be exposed to.

A limit that the shift pattern breaks every day protects nobody. Looked at are the time in a day and
without a break, the breaks, the days in a row, and whether blocks and breaks fit into the shift.

Bad:
    kind: exposure-limit
    levels:
      - {level: E0, per_day: 4h, block: 60m, rest: 15m, days_in_a_row: 2}

Good:
    kind: exposure-limit
    levels:
      - {level: E0, per_day: 4h, block: 60m, rest: 15m, days_in_a_row: 2}
    ---
    kind: queue
    worked_by:
      - id: porto
        who: vendor-one
        site: porto
        languages: [en]
        people: 3
        on_queue: 4h
        block: 60m
        rest: 15m
        days_in_a_row: 2
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.exposed import limits_for, weight_of
from watchbill.model.operations import Crew, ExposureLevel, Queue
from watchbill.model.types import Duration
from watchbill.where import Address

ID = "queue/exposure-broken"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every crew of every queue, against every limit for it."""
    for queue in book.each(Queue):
        level = weight_of(book, queue)
        for place, crew in enumerate(queue.worked_by):
            for limit in limits_for(book, crew):
                for one in limit.levels:
                    if one.level == level:
                        for field, words, mend in _broken(crew, one):
                            at = Address(queue.key, ("worked_by", place, field))
                            yield Hit(at, f"{words} (`{limit.id}`, {level})", mend)


def _broken(crew: Crew, limit: ExposureLevel) -> Iterator[tuple[str, str, str]]:
    """The field at fault, what is wrong, how to mend it."""
    block = crew.block or crew.on_queue
    if _longer(crew.on_queue, limit.per_day):
        yield (
            "on_queue",
            f"{crew.on_queue} in a day, where {limit.per_day} is the limit",
            f"plan {limit.per_day} at most, and more people",
        )
    if limit.block and _longer(block, limit.block):
        yield (
            "block" if crew.block else "on_queue",
            f"{block} without a break, where {limit.block} is the limit",
            f"plan blocks of {limit.block} at most: `block: {limit.block}`",
        )
    broken_up = _longer(crew.on_queue, block)
    if limit.rest and broken_up and (crew.rest is None or _longer(limit.rest, crew.rest)):
        yield (
            "rest" if crew.rest else "id",
            f"{crew.rest or 'no time'} off the queue after a block, where it is {limit.rest} at least",
            f"plan the breaks: `rest: {limit.rest}`",
        )
    if limit.days_in_a_row and crew.days_in_a_row > limit.days_in_a_row:
        yield (
            "days_in_a_row",
            f"{crew.days_in_a_row} days in a row, where {limit.days_in_a_row} is the limit",
            f"plan other work in between: `days_in_a_row: {limit.days_in_a_row}`",
        )
    if _needed(crew, block) > crew.shift.nominal_seconds:
        yield (
            "on_queue",
            f"{crew.on_queue} in blocks with their breaks do not fit into a shift of {crew.shift}",
            "plan less time on the queue",
        )


def _longer(one: Duration, other: Duration) -> bool:
    return one.nominal_seconds > other.nominal_seconds


def _needed(crew: Crew, block: Duration) -> int:
    """Seconds that the time on the queue takes with the breaks between its blocks."""
    whole = crew.on_queue.nominal_seconds
    breaks = max(0, -(-whole // max(1, block.nominal_seconds)) - 1)
    return whole + breaks * (crew.rest.nominal_seconds if crew.rest else 0)
