"""The main line walked over a period: each state of the book in which something that is concerned changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from watchbill.diff.concerned import Concerned, concerned
from watchbill.errors import CannotRun
from watchbill.finding import Level
from watchbill.load.along import Along, Stand
from watchbill.load.history import Line, Mark, line_of
from watchbill.load.loaded import Loaded
from watchbill.model.book import Book

_NOBODY = Concerned((), (), (), ())
# Which documents are meant, in a book; none where it has none of them.
Meant = Callable[[Book], tuple[str, ...]]


class Days(NamedTuple):
    """A period of whole days in UTC, both included."""

    first: date
    last: date

    @property
    def begin(self) -> datetime:
        """The instant at which it begins."""
        return datetime.combine(self.first, time(), UTC)

    @property
    def end(self) -> datetime:
        """Its last second."""
        return datetime.combine(self.last, time(), UTC) + timedelta(days=1, seconds=-1)


class Point(NamedTuple):
    """The book at a commit of the main line, and what is concerned in it. `stand` is None where it has no book.

    `faults` says why it could not be read as a whole ("" where it could).
    """

    mark: Mark
    stand: Stand | None
    loaded: Loaded | None
    faults: str
    concern: Concerned

    @property
    def readable(self) -> bool:
        """Whether it can be compared and proven."""
        return self.loaded is not None and not self.faults


class Walked(NamedTuple):
    """The points of a period, oldest first. `based` tells that the first is what stood when the period began.

    `last` is the last commit by the end of the period, whatever it touched; `subjects` are the documents that
    were asked for, by every key that they had. `newest` is the last commit of all.
    """

    points: tuple[Point, ...]
    based: bool
    last: Mark
    newest: Mark
    subjects: tuple[str, ...]
    shallow: bool


def days_of(root: str, first: date | None, last: date | None) -> Days:
    """The period. Without a last day it ends with the last commit, without a first one it is a year.

    Raises CannotRun where it would end before it begins.
    """
    until = last or line_of(root).marks[0].made.date()
    since = first or _year_before(until)
    if since > until:
        raise CannotRun(f"the period ends on {until}, before it begins on {since}")
    return Days(since, until)


def _year_before(day: date) -> date:
    try:
        before = day.replace(year=day.year - 1)
    except ValueError:
        before = day.replace(year=day.year - 1, day=28)
    return before + timedelta(days=1)


def walked(root: str, days: Days, meant: Meant) -> Walked:
    """Walks the main line of a folder. Raises CannotRun where Git has nothing of the time, or nothing that is meant."""
    line, along = line_of(root), Along(root)
    marks = line.marks
    top = next((number for number, one in enumerate(marks) if one.made <= days.end), None)
    if top is None:
        raise CannotRun(f"{root} has no commit from {days.last} or before{_shallow(line)}")
    below = (number for number in range(top, len(marks)) if marks[number].made < days.begin)
    base = next(below, None)
    here = marks[top:] if base is None else marks[top : base + 1]
    kept = tuple(_differing(along, here))
    points = [_point(mark, stand, faults) for mark, stand, faults in kept]
    subjects = _subjects(points, meant)
    told = _told(points, subjects, based=base is not None)
    return Walked(
        tuple(told), base is not None, marks[top], marks[0], tuple(sorted(subjects)), line.shallow
    )


def _shallow(line: Line) -> str:
    return ": the clone is shallow (`git fetch --unshallow`)" if line.shallow else ""


def _differing(along: Along, marks: Sequence[Mark]) -> Iterator[tuple[Mark, Stand | None, str]]:
    """The commits whose content differs from the one before, oldest first; the oldest always."""
    before: object = None
    for mark in reversed(marks):
        tree = along.tree(mark.name)
        try:
            now: object = along.content(tree)
            if now == before:
                continue
            stand, faults = along.at(tree), ""
        except CannotRun as error:
            now, stand, faults = str(error), None, f"its settings cannot be read: {error}"
            if now == before:
                continue
        before = now
        yield mark, stand, faults


def _point(mark: Mark, stand: Stand | None, faults: str) -> Point:
    loaded = stand.loaded(mark.made) if stand else None
    found = [one for one in loaded.findings if one.level is Level.ERROR] if loaded else []
    if found:
        rules = ", ".join(sorted({one.rule for one in found}))
        faults = f"it has {len(found)} fault{'s' * (len(found) > 1)} of form ({rules})"
    return Point(mark, stand, loaded, faults, _NOBODY)


def _subjects(points: Sequence[Point], meant: Meant) -> set[str]:
    """The documents that are meant, by the newest state that has any, and the keys that they had before."""
    found = set[str]()
    for point in reversed(points):
        book = point.loaded.book if point.loaded else None
        if book is None:
            continue
        found = found or set(meant(book))
        for key in sorted(found):
            document = book.find(key)
            if document is not None and document.moved_from:
                found.add(f"{document.kind}:{document.moved_from}")
    return found


def _told(points: Iterable[Point], subjects: set[str], *, based: bool) -> Iterator[Point]:
    """The points at which something that is concerned is not as it was."""
    before: Point | None = None
    for bare in points:
        loaded = bare.loaded
        point = bare._replace(concern=concerned(loaded.book, subjects) if loaded else _NOBODY)
        if before is None:
            if based or point.concern.keys or not point.readable:
                yield point
        elif changed(before, point):
            yield point
        before = point


def changed(before: Point, after: Point) -> frozenset[str]:
    """The keys of what is concerned in either and differs; of a state without a book, all that was concerned."""
    keys = {*before.concern.keys, *after.concern.keys}
    old, new = (one.loaded.digests if one.loaded else {} for one in (before, after))
    if not before.readable or not after.readable:
        keys |= {key for key in (*old, *new) if key.partition(":")[2] in _ids(keys)}
    return frozenset(key for key in keys if old.get(key) != new.get(key))


def _ids(keys: Iterable[str]) -> set[str]:
    return {key.partition(":")[2] for key in keys}
