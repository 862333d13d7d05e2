"""Holidays that a newer library lists otherwise than the calendar that was taken from it.

The dates of a book are its own and change only with it. What changes behind its back is what is true: a government
adds a day, and the library learns of it. A calendar says by its source what was asked of which version.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from watchbill.edit.holidays import Dated
from watchbill.finding import Hit
from watchbill.model.book import Book
from watchbill.model.time import Calendar
from watchbill.upkeep.dated import AHEAD_DAYS
from watchbill.upkeep.entry import Asked, Urgency
from watchbill.where import Address

# As `watchbill calendar import` writes it; a source that somebody has added words to cannot be asked again.
_SOURCE = re.compile(
    r"PyPI library holidays (\S+), [^()]+ \(([A-Z]{2})\), ([a-z_]+(?: and [a-z_]+)*) holidays"
    r"(?: \(subdivision ([A-Z0-9]+)\))?; taken on [0-9-]{10}\."
)


class Query(NamedTuple):
    """What was asked of the library, and of which version; `years`, both included, are those ahead."""

    version: str
    country: str
    subdiv: str
    categories: tuple[str, ...]
    years: tuple[int, int]


def queries(book: Book) -> dict[str, Query]:
    """What to ask again, by the id of the calendar."""
    found = {}
    for calendar in book.all(Calendar):
        parts = _SOURCE.fullmatch(calendar.source)
        if parts and calendar.status != "deprecated":
            version, country, words, subdiv = parts.groups()
            first, _, last = calendar.covers.partition("-")
            kinds = () if words == "public" else tuple(words.split(" and "))
            ahead = book.today + timedelta(days=AHEAD_DAYS)
            years = (max(int(first), book.today.year), min(int(last), ahead.year))
            found[calendar.id] = Query(version, country, subdiv or "", kinds, years)
    return found


def listed_otherwise(
    book: Book, listed: Mapping[str, Iterable[Dated]], version: str, days: int
) -> Iterator[Asked]:
    """The calendars with other dates ahead than the library lists for them; `version` is the library's."""
    last = book.today + timedelta(days=AHEAD_DAYS)
    for id, holidays in sorted(listed.items()):
        calendar = book.get(Calendar, id)
        if calendar is None:
            continue
        ours = {one.date: one.name for one in calendar.holidays}
        theirs = {one.day: one.name for one in holidays}
        end = min(last, date(int(calendar.covers.partition("-")[2]), 12, 31))
        differ = sorted(day for day in ours.keys() ^ theirs.keys() if book.today <= day <= end)
        if not differ:
            continue
        day = differ[0]
        what = (
            f"holidays {version} does not list {ours[day]} ({day})"
            if day in ours
            else f"holidays {version} lists {theirs[day]} ({day}), and the calendar does not"
        )
        more = f"; {len(differ) - 1} more days differ" if len(differ) > 1 else ""
        near = day <= book.today + timedelta(days=days)
        yield Asked(
            Urgency.SOON if near else Urgency.STANDING,
            "calendar/library",
            Hit(
                Address(calendar.key, ("source",)),
                what + more,
                "look it up on the official page; then take the dates anew (`watchbill calendar import`)",
            ),
            until=str(day),
        )
