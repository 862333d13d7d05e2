"""Cover that a change takes away: when nobody is on watch any more, and who was."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from watchbill.diff.books import Books
from watchbill.diff.change import Change
from watchbill.diff.presence import calendars_of, watched
from watchbill.diff.promises import range_of
from watchbill.model.time import Schedule
from watchbill.simulate.proof.when import Range
from watchbill.timeline.shifts import watches
from watchbill.timeline.spans import Span, common, total, without
from watchbill.timeline.zones import DAY

# The days from the day of judgement on whose loss is told first.
SOON_DAYS = 14


class Lost(NamedTuple):
    """The cover that a schedule (its key) loses.

    `first` is the first stretch without anybody, cut to a week; `was` are the members who stood its first
    second. `soon` is the loss within SOON_DAYS, `whole` that of all `days`, both in seconds. `zone` is that of
    its watches, UTC where they have several.
    """

    schedule: str
    zone: str
    first: Span
    was: tuple[str, ...]
    soon: int
    whole: int
    days: int


def uncovered(books: Books, changes: Iterable[Change]) -> tuple[Lost, ...]:
    """The cover that is lost in the schedules that these changes touch or that rest on them; the most of it first."""
    found = filter(None, (_lost(books, *one) for one in sorted(_schedules(changes))))
    return tuple(sorted(found, key=lambda one: (-one.soon, -one.whole, one.schedule)))


def _schedules(changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """The key of each schedule after the change and before it."""
    before: dict[str, str] = {}
    for change in changes:
        for key in (change.subject, *change.affects):
            if key.startswith("schedule:"):
                before.setdefault(key, key)
        if change.subject in before and change.old and change.old.document != change.subject:
            before[change.subject] = change.old.document
    yield from before.items()


def _lost(books: Books, key: str, old_key: str) -> Lost | None:
    old, new = books.before.find(old_key), books.after.find(key)
    if not isinstance(old, Schedule):
        return None
    all_ = range_of(books)
    before = watched(books.before, old, all_)
    after = watched(books.after, new, all_) if isinstance(new, Schedule) else None
    if before is None or (after is None and new is not None):
        return None
    spans = without(before.anybody, after.anybody if after else ())
    if not spans:
        return None
    soon = common(spans, (Span(all_.start, all_.start + SOON_DAYS * DAY),))
    first = Span(spans[0].start, min(spans[0].end, spans[0].start + 7 * DAY))
    zones = {shift.timezone for shift in old.shifts}
    return Lost(
        key,
        next(iter(zones)) if len(zones) == 1 else "UTC",
        first,
        _stood(books, old, first.start),
        total(soon),
        total(spans),
        _days(all_),
    )


def _stood(books: Books, schedule: Schedule, at: int) -> tuple[str, ...]:
    calendars = calendars_of(books.before, schedule) or {}
    found = watches(schedule, calendars, at, at + 1)
    return tuple(sorted({watch.member for watch in found}))


def _days(all_: Range) -> int:
    return (all_.end - all_.start) // DAY
