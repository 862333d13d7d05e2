"""The clocks of a drill's incidents: which run when, which fall due close together, and roles wanted twice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations

from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel
from watchbill.model.law import Obligation
from watchbill.model.response import Playbook
from watchbill.model.types import Duration
from watchbill.simulate.clocks import run
from watchbill.simulate.drill.case import Clock, Collision, Expected, Inject, Shared
from watchbill.simulate.limits import goal_of, guard_rule, guards, rule_of
from watchbill.simulate.promises import due_at
from watchbill.simulate.trace import Duty, Promise, Trace
from watchbill.timeline.counting import Rule
from watchbill.timeline.spans import Spans, merged

_BEFORE = 5 * 60
_MINUTE = 60
_HOUR = 3600
_IDLE = ("excused", "shown", "held")


def clocks_of(book: Book, trace: Trace) -> tuple[Clock, ...]:
    """Every clock with a due instant, by that instant: of the law, our own limits for it, and promises."""
    playbook = book.get(Playbook, trace.incident.playbook)
    found: list[Clock] = []
    for duty in trace.duties if playbook else ():
        if duty.status not in _IDLE and duty.binding != "not-ours":
            found.extend(_of_duty(book, trace.incident.playbook, duty))
    for one in trace.promises if playbook else ():
        if one.due is not None and one.status not in _IDLE:
            found.extend(_of_promise(book, playbook, trace, one))
    return tuple(sorted(found, key=lambda one: (one.due, one.form, one.id)))


def _of_duty(book: Book, playbook: str, duty: Duty) -> Iterator[Clock]:
    law = book.get(Obligation, duty.id)
    if law is None:
        return
    rule, then = rule_of(book, law), law.hold.then if law.hold else "resume"

    def due(within: Duration, by: Rule, holds: Spans) -> int | None:
        ends = run(duty.started, within, by, holds, then).due
        return ends.operate_by if ends else None

    if duty.due is not None and law.due is not None:
        period = law.due
        whole = Clock(playbook, "law", duty.id, duty.started, duty.due, duty.met, duty.step)
        yield from _pieces(whole, duty.held, lambda holds: due(period, rule, holds))
    if duty.guard is not None:
        whole = Clock(playbook, "limit", duty.id, duty.started, duty.guard, duty.met, duty.step)
        limits = [(band.within, guard_rule(rule, band.within)) for _, band in guards(book, law)]
        for within, by in [one for one in limits if due(*one, duty.held) == duty.guard][:1]:
            yield from _pieces(whole, duty.held, partial(due, within, by))


def _of_promise(
    book: Book, playbook: Playbook | None, trace: Trace, promise: Promise
) -> Iterator[Clock]:
    level = book.get(ServiceLevel, playbook.service_level) if playbook else None
    if playbook is None or level is None or promise.due is None:
        return
    starts = [one.at for one in trace.happenings if (one.kind, one.what) == ("mark", level.starts)]
    since = (
        trace.incident.at
        if level.starts in playbook.begins
        else min(starts, default=trace.incident.at)
    )
    whole = Clock(playbook.id, "promise", promise.id, since, promise.due, promise.met, promise.step)
    raised = [one.at for one in trace.happenings if one.kind == "severity"]
    goal = goal_of(book, level, promise.severity, promise.id)
    laws = {law.id for law in book.all(Obligation) if law.starts == level.starts}
    holds = merged(span for duty in trace.duties if duty.id in laws for span in duty.held)
    for start in (since, *raised) if goal else ():
        if goal and due_at(goal, start, holds) == promise.due:
            yield from _pieces(whole, holds, partial(due_at, goal, start))
            return
    yield whole


def _pieces(whole: Clock, holds: Spans, due: Callable[[Spans], int | None]) -> tuple[Clock, ...]:
    """A clock from hold to hold, each piece with the instant at which it is due as far as is known then.

    It stays in one piece where no hold moves that instant.
    """
    found, since = [], whole.started
    for number, (start, end) in enumerate(holds):
        known = due(holds[:number])
        if known is None or start >= min(known, whole.due if whole.met is None else whole.met):
            break
        if start > since and known != whole.due:
            found.append(whole._replace(started=since, due=known, met=None, held_at=start))
        since = max(since, end)
    return (*found, whole._replace(started=since)) if found else (whole,)


def running(clocks: Iterable[Clock], at: int) -> tuple[Clock, ...]:
    """The clocks that have started by an instant and are not met yet."""
    return tuple(one for one in clocks if one.started <= at < one.end)


def collision_of(clocks: Sequence[Clock], since: int) -> Collision | None:
    """The two clocks that run together after `since` and fall due nearest to each other, one of the law if any.

    Where no two run together it is the one that is met nearest to its due instant. None where none runs.
    """
    pairs = [
        (_rank(first, second), first, second)
        for first, second in combinations(clocks, 2)
        if (first.playbook, first.id) != (second.playbook, second.id)
        and min(first.end, second.end) - max(first.started, second.started, since) >= _MINUTE
    ]
    if pairs:
        _, first, second = min(pairs, key=lambda one: one[0])
        two = (first, second) if first.due <= second.due else (second, first)
        start = max(first.started, second.started, since)
        at = _before(start, min(first.end, second.end))
        return Collision(at, two, running(clocks, at))
    alone = [one for one in clocks if one.end - max(one.started, since) >= _MINUTE]
    if not alone:
        return None
    nearest = min(alone, key=lambda one: (one.due - one.end, one.due, one.id))
    at = _before(max(nearest.started, since), nearest.end)
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
    """A clock as something to expect: due when, and met (or standing still) when: `until`."""
    what, held = f"{clock.form} {clock.id}", clock.held_at
    if held is not None:
        return Expected(clock.due, "still", what, until=held, source=clock.playbook)
    return Expected(clock.due, "due", what, until=clock.met or 0, source=clock.playbook)


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
