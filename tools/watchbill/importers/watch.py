"""A schedule put together from shifts, what it promises, and whether it says what its source says."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from watchbill.load.validate import validate
from watchbill.model.time import Schedule
from watchbill.timeline.shifts import Watch, watches
from watchbill.timeline.spans import Span
from watchbill.timeline.zones import moment

_HOLES = "TODO: nobody is on call outside of the listed hours; say what to do then."


class Head(NamedTuple):
    """What a schedule is called and whose it is; `answers` is how long a paged member takes at most."""

    id: str
    title: str
    owner: str
    answers: str


class Stand(NamedTuple):
    """Somebody on call over [start, end), in seconds since 1970 UTC."""

    start: int
    end: int
    member: str


def document(head: Head, shifts: Sequence[dict[str, Any]], *, always: bool) -> dict[str, Any]:
    """A draft of a schedule as data. `always` says that somebody is on call at every minute."""
    made: dict[str, Any] = {
        "kind": "schedule",
        "id": head.id,
        "title": head.title,
        "owner": head.owner,
        "status": "draft",
        "cover": "24x7" if always else "as-listed",
    }
    made |= {} if always else {"limits": _HOLES}
    return made | {"answers_within": head.answers, "shifts": list(shifts)}


def read(data: dict[str, Any]) -> Schedule | str:
    """The schedule of its data, or in words why it is none."""
    found = validate(data)
    if isinstance(found, Schedule):
        return found
    faults = found if isinstance(found, list) else []
    first = faults[0] if faults else None
    place = ".".join(map(str, first.path)) if first else ""
    return f"{place}: {first.message}" if first else "it makes no schedule"


def swaps(schedule: Schedule, stands: Iterable[Stand]) -> tuple[list[dict[str, Any]], list[Stand]]:
    """Stand-ins as overrides of the watches that they touch, and those parts of them that touch none."""
    made: list[dict[str, Any]] = []
    left: list[Stand] = []
    for one in stands:
        found = sorted(watches(schedule, {}, one.start, one.end), key=lambda watch: watch.start)
        made += [_swap(one, shift) for shift in dict.fromkeys(watch.shift for watch in found)]
        open_at = one.start
        for watch in found:
            if watch.start > open_at:
                left.append(Stand(open_at, watch.start, one.member))
            open_at = max(open_at, watch.end)
        if open_at < one.end:
            left.append(Stand(open_at, one.end, one.member))
    return made, left


def _swap(one: Stand, shift: str) -> dict[str, Any]:
    return {
        "from": instant(one.start),
        "to": instant(one.end),
        "shift": shift,
        "member": one.member,
        "reason": "Imported stand-in",
    }


def instant(at: int) -> str:
    """An instant as documents write it."""
    return f"{moment(at):%Y-%m-%dT%H:%M:%SZ}"


def differs(
    schedule: Schedule, stands: Sequence[Stand], span: Span, besides: Sequence[Stand] = ()
) -> Span | None:
    """The first stretch of a span in which the schedule has another on call than the source; None where none.

    `besides` are on call in the source only, as was told.
    """
    return next(
        (Span(one.start, one.end) for one in different(schedule, stands, span, besides)), None
    )


class Difference(NamedTuple):
    """A stretch in which the schedule has another on call (`ours`) than the source; several joined by commas."""

    start: int
    end: int
    ours: str
    theirs: str


def different(
    schedule: Schedule, stands: Sequence[Stand], span: Span, besides: Sequence[Stand] = ()
) -> Iterator[Difference]:
    """Every stretch of a span in which the schedule has another on call than the source, in order."""
    found = [Stand(one.start, one.end, one.member) for one in _watches(schedule, span)]
    found += besides
    edges = sorted(
        {span.start, span.end}
        | {edge for one in (*found, *stands) for edge in one[:2] if span.start < edge < span.end}
    )
    ours, theirs = _Sweep(found), _Sweep(stands)
    for start, end in pairwise(edges):
        here, there = ours.at(start), theirs.at(start)
        if here != there:
            yield Difference(start, end, ", ".join(here), ", ".join(there))


def _watches(schedule: Schedule, span: Span) -> tuple[Watch, ...]:
    return watches(schedule, {}, span.start, span.end)


class _Sweep:
    """Who is on call at instants that are asked for in order."""

    def __init__(self, stands: Iterable[Stand]) -> None:
        self._waiting = sorted(stands, reverse=True)
        self._on: list[Stand] = []

    def at(self, instant: int) -> list[str]:
        while self._waiting and self._waiting[-1].start <= instant:
            self._on.append(self._waiting.pop())
        self._on = [one for one in self._on if one.end > instant]
        return sorted({one.member for one in self._on})
