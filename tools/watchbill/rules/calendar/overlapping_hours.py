"""The rows of a calendar's hours do not give one day twice.

Two rows for one day leave open which is meant. Where the second was to be a shorter Friday, the
Friday is not shorter.

Bad:
    kind: calendar
    hours:
      - {days: mon-fri, hours: "09:00-17:00"}
      - {days: [fri], hours: "09:00-14:00"}

Good:
    kind: calendar
    hours:
      - {days: [mon, tue, wed, thu], hours: "09:00-17:00"}
      - {days: [fri], hours: "09:00-12:00"}
      - {days: [fri], hours: "13:00-14:00"}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.organization import Days
from watchbill.model.time import Calendar
from watchbill.model.types import Hours
from watchbill.where import Address

ID = "calendar/overlapping-hours"
LEVEL = Level.ERROR
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAMED = {
    "every-day": WEEK,
    "mon-fri": WEEK[:5],
    "mon-sat": WEEK[:6],
    "sat-sun": WEEK[5:],
    "sun-thu": ("sun", *WEEK[:4]),
}


def check(book: Book) -> Iterator[Hit]:
    """Every row that is open at a time at which a row above is open too."""
    for calendar in book.each(Calendar):
        for position, row in enumerate(calendar.hours):
            for other in calendar.hours[:position]:
                days = [day for day in _days(row.days) if day in _days(other.days)]
                if days and _overlap(row.hours, other.hours):
                    yield Hit(
                        Address(calendar.key, ("hours", position, "hours")),
                        f"{', '.join(days)} is open {row.hours} here and {other.hours} further up",
                        "give each hour of a day once",
                    )


def _days(days: Days) -> tuple[str, ...]:
    return NAMED[days] if isinstance(days, str) else days


def _overlap(one: Hours, other: Hours) -> bool:
    """Whether two windows that start on the same day share a minute."""
    ends = [hours.end + (1440 if hours.overnight else 0) for hours in (one, other)]
    return max(one.start, other.start) < min(ends)
