"""A date is listed once among the holidays.

The second line is mostly a wrong year or a wrong day, and then a real holiday is missing.

Bad:
    kind: calendar
    holidays:
      - {date: 2026-12-25, name: Christmas Day}
      - {date: 2026-12-25, name: Saint Stephen's Day}

Good:
    kind: calendar
    holidays:
      - {date: 2026-12-25, name: Christmas Day}
      - {date: 2026-12-26, name: Saint Stephen's Day}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Calendar
from watchbill.where import Address

ID = "calendar/duplicate-holiday"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every holiday whose date stands further up."""
    for calendar in book.each(Calendar):
        seen: dict[object, str] = {}
        for position, day in enumerate(calendar.holidays):
            if day.date in seen:
                yield Hit(
                    Address(calendar.key, ("holidays", position, "date")),
                    f"{day.date} is listed twice: as {seen[day.date]} and as {day.name}",
                    "correct the date, or name both on one line",
                )
            seen.setdefault(day.date, day.name)
