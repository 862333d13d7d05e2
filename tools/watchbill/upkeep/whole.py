"""All that a book asks for, the worst first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from watchbill.diff.open_reviews import OpenReview
from watchbill.edit.holidays import Dated
from watchbill.finding import Finding
from watchbill.load.loaded import Loaded
from watchbill.simulate.proof.people import REACH
from watchbill.timeline.zones import DAY, moment, seconds, tz_version
from watchbill.upkeep.clocks import Record, zones_of
from watchbill.upkeep.dated import dated
from watchbill.upkeep.entry import Entry, Urgency, placed
from watchbill.upkeep.expired import expired
from watchbill.upkeep.holidays import listed_otherwise
from watchbill.upkeep.moved import AHEAD, changed_answers, changed_clocks
from watchbill.upkeep.reviews import reviews
from watchbill.where import Place


class Known(NamedTuple):
    """What is known besides the book: findings at the commit, the record of clocks and its file, open reviews.

    `listed` is what the library of holidays, whose version is `library`, lists for calendars by their id.
    """

    then: tuple[Finding, ...] = ()
    record: Record | None = None
    record_file: str = ""
    reviews: tuple[OpenReview, ...] = ()
    listed: Mapping[str, Sequence[Dated]] = MappingProxyType({})
    library: str = ""


def upkeep(
    loaded: Loaded,
    findings: Iterable[Finding],
    known: Known,
    *,
    days: int,
    clock_rules: frozenset[str],
) -> tuple[Entry, ...]:
    """What is asked on the day of judgement and within so many days behind it. `findings` are those of that day."""
    book, places = loaded.book, loaded.places
    cards = dict(book.cards)
    found = [
        *placed(dated(book, days), cards, places),
        *placed(listed_otherwise(book, known.listed, known.library, days), cards, places),
        *expired(findings, known.then, clock_rules, cards),
        *reviews(book, places, known.reviews),
    ]
    if known.record:
        found += _of_clocks(loaded, known.record, known.record_file, days)
    return tuple(sorted(set(found), key=lambda one: one.order))


def _of_clocks(loaded: Loaded, record: Record, file: str, days: int) -> Iterator[Entry]:
    book, tz = loaded.book, tz_version()
    moved = changed_clocks(book, record)
    if moved:
        asked = list(changed_answers(book, record, tz))
        yield from placed(asked, book.cards, loaded.places)
        if not asked:
            names = ", ".join(one.zone for one in moved)
            what = f"tz data {record.tz} → {tz} moves the clocks of {names}, and no answer changes"
            yield _of_record(Urgency.STANDING, what, file)
    missing = sorted(set(zones_of(book)) - record.clocks.keys())
    if missing:
        what = f"the record of clocks does not know {', '.join(missing)}"
        yield _of_record(Urgency.SOON, what, file)
    need = seconds(book.now) + (AHEAD + REACH + days) * DAY
    if record.end < need:
        day = f"{moment(record.end):%Y-%m-%d}"
        yield _of_record(Urgency.SOON, f"the record of clocks ends on {day}", file, day)


def _of_record(urgency: Urgency, what: str, file: str, until: str = "") -> Entry:
    mend = f"write it anew: `watchbill upkeep --write-known {file}`"
    return Entry(urgency, "clocks/record", "", what, mend, "", Place(file), until=until)
