"""What events do to the clocks of a way: they start, stand still, go on, and are met."""

from collections.abc import Sequence

from watchbill.simulate.proof.branch import Branch, Done, Met, Outcome, Said
from watchbill.simulate.proof.chart import Chart
from watchbill.simulate.proof.clocks import Clock, Pause
from watchbill.simulate.proof.mind import denied
from watchbill.simulate.proof.when import (
    Range,
    When,
    before,
    below,
    between,
    last,
    least,
    outside,
    plus,
    whole,
)
from watchbill.timeline.spans import Spans
from watchbill.timeline.track import NEVER

Clocks = Sequence[Clock]


def mark(
    branch: Branch, event: str, came: tuple[When, Done | None], chart: Chart, all_: Range
) -> None:
    """An event happens: clocks start, clocks that it holds stand still, clocks that it releases go on.

    `came` is when, and at the end of which step.
    """
    at, done = came
    clocks = chart.clocks
    branch.events.setdefault(event, at)
    released = {key: since for key, since in branch.held.items() if key[1] == event}
    for number, clock in enumerate(clocks):
        for hold in clock.holds:
            key = (hold.start, hold.end)
            if key in released:
                _release(branch, number, clock, (hold, released[key].when, at), all_)
    for key in released:
        del branch.held[key]
    for clock in clocks:
        for hold in clock.holds:
            if hold.start == event and (hold.start, hold.end) not in released:
                branch.held.setdefault((hold.start, hold.end), Met(at, done))


def _release(
    branch: Branch,
    number: int,
    clock: Clock,
    how: tuple[Pause, When | None, When],
    all_: Range,
) -> None:
    """A clock goes on, or begins anew, within one stretch of the proof."""
    hold, since, at = how
    start = _start(branch, number, clock)
    if start is None or since is None or denied(branch.mind, hold.tests):
        return
    if hold.then == "restart":
        branch.runs[number] = at
    else:
        branch.runs[number] = plus(start, between(last(since, start, all_), at, all_), all_)


def _start(branch: Branch, number: int, clock: Clock) -> When | None:
    """From when a clock runs; None where it does not, or where that was before the event waited for."""
    found = branch.runs.get(number)
    return found if found is not None else branch.events.get(clock.event)


def outcomes(branch: Branch, clocks: Clocks, all_: Range) -> None:
    """Notes each clock that was met since the start, or since the event that was waited for."""
    for number, clock in enumerate(clocks):
        met = branch.met.get(clock.id)
        start = _start(branch, number, clock)
        if met is None or met.when is None or start is None:
            continue
        for begin, starts in _running(branch, clock, start, met.when, all_):
            inside = _in_force(clock, begin, _coming(begin, starts), all_)
            if inside:
                branch.outcomes.append(Outcome(clock, begin, met, inside, branch.since))


def _running(
    branch: Branch, clock: Clock, start: When, met: When, all_: Range
) -> list[tuple[When, Spans]]:
    """From when a clock runs, and for which starts; a target runs from when its severity held."""
    if not clock.severity:
        return [(start, branch.starts)]
    found = []
    for since, severity in branch.severities:
        if severity != clock.severity:
            continue
        if since is None or since == 0:
            found.append((start, branch.starts))
            continue
        reached = before(since, last(start, met, all_), False, all_, branch.starts)
        if reached:
            found.append((last(start, since, all_), reached))
    return found


def _coming(start: When, starts: Spans) -> Spans:
    """The starts for which it ever comes to that: what waits for people who never come begins no clock."""
    return starts if isinstance(start, int) else below(start, NEVER, starts)


def _in_force(clock: Clock, start: When, starts: Spans, all_: Range) -> Spans:
    if clock.force is None:
        return starts
    first, end = clock.force
    track = all_.track(start)
    return outside(below(track, end, starts), below(track, first, starts))


def resumed(branch: Branch, event: str, clocks: Clocks, all_: Range) -> Branch:
    """The way on from an event outside that may happen at any minute. All that was to be met is noted."""
    new = branch.copy()
    runs: dict[int, When] = {}
    for number, clock in enumerate(clocks):
        start = _start(branch, number, clock)
        if clock.id in branch.met or start is None:
            continue
        for hold in clock.holds:
            met = branch.held.get((hold.start, hold.end))
            if hold.end != event or met is None or met.when is None:
                continue
            if denied(branch.mind, hold.tests):
                continue
            held = Met(last(met.when, start, all_), met.done, held=True)
            _note(new, clock, start, held, all_)
            runs[number] = 0 if hold.then == "restart" else -_used(branch, (start, held), all_)
    new.runs, new.since, new.starts = runs, event, whole(all_)
    new.events = dict.fromkeys(new.events)
    new.held = {key: Met(None, None) for key in new.held if key[1] != event}
    new.ready = dict.fromkeys(new.ready)
    new.met = {id: Met(None, None) for id in new.met}
    new.severities = [(None, severity) for _, severity in new.severities]
    new.parked = [item._replace(when=0, done=None) for item in new.parked]
    new.ended = dict.fromkeys(new.ended)
    new.said = Said("", f"{event} happens", new.said)
    return new


def _used(branch: Branch, ran: tuple[When, Met], all_: Range) -> int:
    """The most seconds of a clock that can have passed when it is held."""
    start, held = ran
    found = least(between(held.when or 0, start, all_), branch.starts)
    return -found.value if found else 0


def _note(branch: Branch, clock: Clock, start: When, met: Met, all_: Range) -> None:
    """A clock that is held has to be in time until then: what is due before is late whatever follows."""
    inside = _in_force(clock, start, _coming(start, branch.starts), all_)
    if inside:
        branch.outcomes.append(Outcome(clock, start, met, inside, branch.since))
