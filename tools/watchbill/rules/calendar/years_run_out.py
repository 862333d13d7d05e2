"""A calendar's holidays reach at least 400 days past its last review.

Whoever reads a calendar through next is due within a year. If its years end before that, business
days are counted with no holidays at all from New Year on, and every clock on it is too short.

Bad:
    kind: calendar
    covers: 2026-2027
    review: {last: 2027-03-01, every: 180d}

Good:
    kind: calendar
    covers: 2026-2028
    review: {last: 2026-11-01, every: 180d}
"""

from collections.abc import Iterator
from datetime import date

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Calendar
from watchbill.where import Address

ID = "calendar/years-run-out"
LEVEL = Level.ERROR
ENOUGH = 400


def check(book: Book) -> Iterator[Hit]:
    """Every calendar with a review: its day is what the days left are counted from."""
    for calendar in book.each(Calendar):
        end = date(int(calendar.covers.partition("-")[2]), 12, 31)
        if calendar.review is None:
            continue
        left = (end - calendar.review.last).days
        if left < ENOUGH:
            yield Hit(
                Address(calendar.key, ("covers",)),
                f"the holidays end on {end}, {max(left, 0)} days after the last review",
                f"add the holidays of {end.year + 1} and cover that year",
            )
