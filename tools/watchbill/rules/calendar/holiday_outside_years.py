"""Every listed holiday lies in the years that the calendar covers.

Clocks trust a calendar only within its years. A holiday outside them is ignored, or the years were
not set forward when the dates were.

Bad:
    kind: calendar
    covers: 2026-2027
    holidays:
      - {date: 2026-12-25, name: Christmas Day}
      - {date: 2028-12-25, name: Christmas Day}

Good:
    kind: calendar
    covers: 2026-2028
    holidays:
      - {date: 2026-12-25, name: Christmas Day}
      - {date: 2028-12-25, name: Christmas Day}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Calendar
from watchbill.where import Address

ID = "calendar/holiday-outside-years"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Years in the wrong order, and every holiday outside them."""
    for calendar in book.each(Calendar):
        first, last = (int(year) for year in calendar.covers.split("-"))
        if last < first:
            yield Hit(
                Address(calendar.key, ("covers",)),
                f"the calendar covers {calendar.covers}: the last year is before the first",
                "write the earlier year first",
            )
            continue
        for position, day in enumerate(calendar.holidays):
            if not first <= day.date.year <= last:
                yield Hit(
                    Address(calendar.key, ("holidays", position, "date")),
                    f"{day.date} ({day.name}) is outside {calendar.covers}",
                    "correct the date, or cover its whole year",
                )
