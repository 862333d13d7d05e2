"""Holidays stand in order of date.

In a sorted list a missing holiday is seen at a glance, and two lists can be compared line by line.

Bad:
    kind: calendar
    holidays:
      - {date: 2027-12-25, name: Christmas Day}
      - {date: 2026-12-25, name: Christmas Day}

Good:
    kind: calendar
    holidays:
      - {date: 2026-12-25, name: Christmas Day}
      - {date: 2027-12-25, name: Christmas Day}
"""

from collections.abc import Iterator
from itertools import pairwise

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.time import Calendar
from watchbill.where import Address

ID = "calendar/holidays-unsorted"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """The first holiday of each calendar that is earlier than the one before."""
    for calendar in book.each(Calendar):
        for position, (before, day) in enumerate(pairwise(calendar.holidays), 1):
            if day.date < before.date:
                yield Hit(
                    Address(calendar.key, ("holidays", position, "date")),
                    f"{day.date} ({day.name}) stands after {before.date} ({before.name})",
                    "sort the holidays by date",
                )
                break
