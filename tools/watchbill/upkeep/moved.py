"""Answers that another state of the tz database changed: the same book's watches and clocks, worked out by both.

Nobody changed the book, and yet somebody stands another watch, or a clock is met at another minute. Each is told
with the first minute at which it differs.
"""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.finding import Hit
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.model.time import Schedule
from watchbill.rules.proof._schedules import proven
from watchbill.rules.provable import provable
from watchbill.simulate.proof.people import REACH, people
from watchbill.simulate.proof.profile import End, Name, name_of, profile
from watchbill.simulate.proof.question import Question
from watchbill.simulate.proof.told import left
from watchbill.simulate.proof.when import FAR, MINUTE, Range, When, at, below, between, whole
from watchbill.timeline import spoken
from watchbill.timeline.cover import Cover
from watchbill.timeline.spans import Spans, merged, without
from watchbill.timeline.zones import DAY, as_recorded, moment
from watchbill.upkeep.clocks import Moved, Record, moved, zones_of
from watchbill.upkeep.entry import Asked, Urgency
from watchbill.where import Address

_MEND = "see whether it may stay so; then write the record of clocks anew (`--write-known`)"


class Clock(NamedTuple):
    """When a clock of a playbook is met at the latest and when it is due, for every start, and its least slack."""

    end: End
    due: When | None


class Answers(NamedTuple):
    """What a book says under one state of the tz database: cover by schedule, clocks by playbook, all by id."""

    covers: dict[str, Cover]
    clocks: dict[str, tuple[Range, dict[Name, Clock]]]


# Days of starts that are compared, as in a proof.
AHEAD = 400


def changed_clocks(book: Book, record: Record) -> tuple[Moved, ...]:
    """The zones of the book that differ from the record within the days that the proofs look at."""
    start = people(book).start
    return tuple(moved(record, zones_of(book), start, start + (AHEAD + REACH) * DAY))


def changed_answers(book: Book, record: Record, tz: str) -> Iterator[Asked]:
    """Every schedule and playbook that answers otherwise by the database in use (`tz`) than by the record."""
    with as_recorded(record.clocks):
        before = answers(_fresh(book))
    after = answers(book)
    data = f"tz data {record.tz} → {tz}"
    for id in sorted(before.covers.keys() & after.covers.keys()):
        words = _watches(before.covers[id], after.covers[id])
        if words:
            yield _asked("clocks/watches", Address(f"schedule:{id}", ("shifts",)), words, data)
    for id in sorted(before.clocks.keys() & after.clocks.keys()):
        words = _clocks(before.clocks[id], after.clocks[id])
        if words:
            yield _asked("clocks/proof", Address(f"playbook:{id}"), words, data)


def _asked(kind: str, where: Address, words: str, data: str) -> Asked:
    return Asked(Urgency.OVERDUE, kind, Hit(where, f"{data}: {words}", _MEND))


def _fresh(book: Book) -> Book:
    """The same book, of which nothing was derived yet."""
    documents = (book.find(key) for key in book.keys)
    return Book.of((one for one in documents if one is not None), now=book.now)


def answers(book: Book) -> Answers:
    """Cover and clocks of a book over the days of a proof, where they stand on firm ground."""
    covers = {one.id: cover for one in book.all(Schedule) if (cover := proven(book, one))}
    clocks = {}
    for playbook in book.all(Playbook):
        if provable(book, playbook):
            found = profile(book, playbook)
            asked = Question(book, playbook, people(book))
            dues = {name_of(one, ""): one.due_at(0, asked.range) for one in asked.clocks}
            rows = {name: Clock(end, dues.get(name)) for name, end in found.ends.items()}
            clocks[playbook.id] = (found.range, rows)
    return Answers(covers, clocks)


def _watches(before: Cover, after: Cover) -> str:
    """Who stands which watch: the first instant at which that differs, and who does; "" where it does not."""
    old, new = _stood(before), _stood(after)
    gone = merged(span for key in old for span in without(old[key], new.get(key, ())))
    come = merged(span for key in new for span in without(new[key], old.get(key, ())))
    both = merged((*gone, *come))
    if not both:
        return ""
    first = both[0].start
    was, now = (_on(one, first) for one in (old, new))
    more = f"; {len(both) - 1} more stretches differ" if len(both) > 1 else ""
    return f"from {_instant(first)} on {now} is on watch, and not {was}{more}"


def _stood(cover: Cover) -> dict[tuple[int, str], Spans]:
    found: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for one in cover.watches:
        found.setdefault((one.row, one.member), []).append((one.start, one.end))
    return {key: merged(spans) for key, spans in found.items()}


def _on(stood: dict[tuple[int, str], Spans], instant: int) -> str:
    names = {
        member
        for (_, member), spans in stood.items()
        if any(start <= instant < end for start, end in spans)
    }
    return ", ".join(f"`{name}`" for name in sorted(names)) or "nobody"


def _clocks(before: tuple[Range, dict[Name, Clock]], after: tuple[Range, dict[Name, Clock]]) -> str:
    """The clock that differs first, and how many others do; "" where none does."""
    all_ = Range(max(before[0].start, after[0].start), min(before[0].end, after[0].end))
    found = []
    for name in sorted(before[1].keys() & after[1].keys()):
        old, new = before[1][name], after[1][name]
        for word, one, other in (
            ("done", old.end.latest, new.end.latest),
            ("due", old.due, new.due),
        ):
            first = _first(one, other, all_) if one is not None and other is not None else None
            if first is not None and one is not None and other is not None:
                found.append((first, name, word, at(one, first), at(other, first), old, new))
    if not found:
        return ""
    first, name, word, was, now, old, new = min(found, key=lambda one: (*one[:3],))
    clocks = {one[1] for one in found}
    more = f"; {len(clocks) - 1} more of its clocks differ" if len(clocks) > 1 else ""
    words = f"`{name.id}` ({name.kind}) that begins {_instant(first)} is {word} {_when(now)}"
    slack = _slack(old.end.slack, new.end.slack)
    return f"{words}, and not {_when(was)}{slack}{more}"


def _first(one: When, other: When, all_: Range) -> int | None:
    """The first minute at which two instants differ."""
    starts = []
    for gap in (between(one, other, all_), between(other, one, all_)):
        if isinstance(gap, int):
            starts += [all_.start] if gap < 0 else []
        else:
            starts += [-(-span.start // MINUTE) * MINUTE for span in below(gap, 0, whole(all_))]
    return min(starts, default=None)


def _slack(old: int | None, new: int | None) -> str:
    if old is None or new is None or old == new:
        return ""
    return f"; at its worst it {left(new)} (by the old data it {left(old)})"


def _when(instant: int) -> str:
    return _instant(instant) if instant < FAR else "never"


def _instant(instant: int) -> str:
    return f"{moment(instant):%Y-%m-%d} {spoken.clock(instant % DAY)} UTC"
