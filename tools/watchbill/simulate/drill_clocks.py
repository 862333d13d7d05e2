"""The clocks of a drill's incidents: which run when, which fall due close together, and roles wanted twice."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel
from watchbill.model.response import Playbook
from watchbill.simulate.drill_case import Clock, Collision, Expected, Inject, Shared
from watchbill.simulate.trace import Trace

_BEFORE = 5 * 60
_MINUTE = 60
_HOUR = 3600
_IDLE = ("excused", "shown", "held")


def clocks_of(book: Book, trace: Trace) -> tuple[Clock, ...]:
    """Every clock with a due instant, by that instant: of the law, our own limits for it, and promises."""
    id = trace.incident.playbook
    found: list[Clock] = []
    for duty in trace.duties:
        if duty.status in _IDLE or duty.binding == "not-ours":
            continue
        for form, due in (("law", duty.due), ("limit", duty.guard)):
            if due is not None:
                found.append(
                    Clock(id, form, duty.id, duty.started, due, duty.met, duty.step, duty.status)
                )
    since = _promised_from(book, trace)
    found.extend(
        Clock(id, "promise", one.id, since, one.due, one.met, one.step, one.status)
        for one in trace.promises
        if one.due is not None and one.status not in _IDLE
    )
    return tuple(sorted(found, key=lambda one: (one.due, one.form, one.id)))


def _promised_from(book: Book, trace: Trace) -> int:
    """When the promises of the service level start."""
    playbook = book.get(Playbook, trace.incident.playbook)
    level = book.get(ServiceLevel, playbook.service_level) if playbook else None
    if playbook is None or level is None or level.starts in playbook.begins:
        return trace.incident.at
    marks = (one.at for one in trace.happenings if one.kind == "mark" and one.what == level.starts)
    return min(marks, default=trace.incident.at)


def running(clocks: Iterable[Clock], at: int) -> tuple[Clock, ...]:
    """The clocks that have started by an instant and are not met yet."""
    return tuple(one for one in clocks if one.started <= at < _end(one))


def _end(clock: Clock) -> int:
    return clock.due if clock.met is None else min(clock.met, clock.due)


def collision_of(clocks: Sequence[Clock], since: int) -> Collision | None:
    """The two clocks that run together after `since` and fall due nearest to each other, one of the law if any.

    Where no two run together it is the one that is met nearest to its due instant. None where none runs.
    """
    pairs = [
        (_rank(first, second), first, second)
        for first, second in combinations(clocks, 2)
        if (first.playbook, first.id) != (second.playbook, second.id)
        and min(_end(first), _end(second)) - max(first.started, second.started, since) >= _MINUTE
    ]
    if pairs:
        _, first, second = min(pairs, key=lambda one: one[0])
        two = (first, second) if first.due <= second.due else (second, first)
        start = max(first.started, second.started, since)
        at = _before(start, min(_end(first), _end(second)))
        return Collision(at, two, running(clocks, at))
    alone = [one for one in clocks if _end(one) - max(one.started, since) >= _MINUTE]
    if not alone:
        return None
    nearest = min(alone, key=lambda one: (one.due - _end(one), one.due, one.id))
    at = _before(max(nearest.started, since), _end(nearest))
    return Collision(at, (nearest,), running(clocks, at))


def _rank(first: Clock, second: Clock) -> tuple[bool, bool, int, bool, int, int, str, str]:
    """Pairs met by two steps, one a clock of the law or our limit for it, come first; then the nearest.

    Of pairs as near as an hour those of two incidents come first.
    """
    law = first.form != "promise" or second.form != "promise"
    two = first.playbook != second.playbook
    gap = abs(first.due - second.due)
    same = not two and first.step == second.step
    return (
        same,
        not law,
        gap // _HOUR,
        not two,
        gap,
        min(first.due, second.due),
        first.id,
        second.id,
    )


def _before(start: int, end: int) -> int:
    """Five minutes before an end, yet not before a start, at a whole minute."""
    at = max(start, end - _BEFORE)
    return min(at + -at % _MINUTE, end - end % _MINUTE)


def due(clock: Clock) -> Expected:
    """A clock as something to expect: due when, met when (`until`)."""
    return Expected(
        clock.due, "due", f"{clock.form} {clock.id}", until=clock.met or 0, source=clock.playbook
    )


def clock_inject(collision: Collision) -> Inject:
    """The roll call of the clocks."""
    sources = dict.fromkeys(
        f"obligation:{one.id}" for one in collision.running if one.form != "promise"
    )
    return Inject(
        collision.at,
        "clocks",
        expected=tuple(map(due, collision.running)),
        sources=tuple(sources),
    )


def shared(first: Trace, second: Trace) -> Iterator[Shared]:
    """Where both incidents want the same role at once, the earliest of each role."""
    found: dict[str, Shared] = {}
    others = [one for one in second.happenings if one.kind == "begin"]
    for one in first.happenings:
        for other in others if one.kind == "begin" else ():
            start, end = max(one.at, other.at), min(one.until, other.until)
            if one.role == other.role and start < end:
                new = Shared(one.role, start, end, one.step, other.step)
                found[one.role] = min(found.get(one.role, new), new, key=lambda each: each.start)
    yield from sorted(found.values(), key=lambda each: (each.start, each.role))
