"""What events do to the clocks of a way: they start, stand still, go on, and are met."""

from collections.abc import Sequence

from watchbill.simulate.proof.branch import Branch, Met, Outcome, Said
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.counted import Counted
from watchbill.simulate.proof.left import least_left, moved, with_left
from watchbill.simulate.proof.when import (
    Range,
    When,
    before,
    below,
    between,
    either,
    last,
    later,
    least,
    outside,
    plus,
    whole,
)
from watchbill.timeline.spans import Spans
from watchbill.timeline.track import NEVER

Counts = Sequence[Counted]


def mark(branch: Branch, event: str, came: Met, counts: Counts, all_: Range) -> None:
    """An event happens: clocks start, clocks that it holds stand still, clocks that it releases go on."""
    branch.events.setdefault(event, came.when)
    released = {key for key in branch.held if key[1] == event}
    branch.held -= released
    for number, one in enumerate(counts):
        if number in branch.still and not _on(branch, one):
            then = next(hold.then for hold in one.holds if (hold.start, hold.end) in released)
            _go_on(branch, number, one.clock, (then == "restart", came.when), all_)
    for number, one in enumerate(counts):
        for hold in one.holds:
            key = hold.start, hold.end
            if hold.start == event and key not in released:
                branch.held.add(key)
                if one.clock.id not in branch.met:
                    branch.still.setdefault(number, came)


def meet(branch: Branch, id: str, met: Met, counts: Counts, all_: Range) -> None:
    """A duty is met, or a milestone reached, unless it was before; its clocks are over."""
    if id in branch.met:
        return
    branch.met[id] = met
    for number, one in enumerate(counts):
        if one.clock.id == id and number in branch.still:
            _go_on(branch, number, one.clock, (False, met.when), all_)


def _on(branch: Branch, one: Counted) -> bool:
    """Whether any hold of a clock is on."""
    return any((hold.start, hold.end) in branch.held for hold in one.holds)


def _go_on(branch: Branch, number: int, clock: Clock, how: tuple[bool, When], all_: Range) -> None:
    """A clock that stood still runs again, or anew; one that was due when it was held is not changed."""
    anew, at = how
    held, used = branch.still.pop(number), branch.used.pop(number, None)
    left = branch.left.pop(number, None)
    start = _start(branch, number, clock, all_)
    coming = _coming(at, whole(all_))
    if start is None:
        if used is not None:
            passed = at if anew else later(at, -used)
            branch.runs[number] = either(coming, passed, at, all_)
        if left is not None:
            branch.dues[number] = with_left(clock, at, left, all_)
        return
    since = start if held is None else last(held.when, start, all_)
    again = at if anew else plus(start, between(since, at, all_), all_)
    due = _due(branch, number, clock, start, all_)
    inside = before(since, due, True, all_, coming)
    branch.runs[number] = either(inside, again, start, all_)
    if clock.open:
        branch.dues[number] = either(inside, moved(clock, due, (since, at), all_), due, all_)


def _start(branch: Branch, number: int, clock: Clock, all_: Range) -> When | None:
    """From when a clock runs; None where it does not, or where that was before the event waited for."""
    found = branch.runs.get(number)
    return found if found is not None else _began(branch, clock, all_)


def _due(branch: Branch, number: int, clock: Clock, start: When, all_: Range) -> When:
    """When a clock is due that runs since then, if an event has not left it less."""
    due = branch.dues.get(number)
    return clock.due_at(start, all_) if due is None else due


def _began(branch: Branch, clock: Clock, all_: Range) -> When | None:
    """When a clock began: at its event, and a target not before its severity held."""
    if clock.event not in branch.events:
        return None
    event = branch.events[clock.event]
    if not clock.severity:
        return event
    if clock.severity not in branch.severities:
        return None
    since = branch.severities[clock.severity]
    if event is None or since is None:
        return since if event is None else event
    return last(event, since, all_)


def outcomes(branch: Branch, counts: Counts, all_: Range) -> None:
    """Notes each clock that was met since the start, or since the event that was waited for."""
    for number, one in enumerate(counts):
        clock = one.clock
        met, start = branch.met.get(clock.id), _start(branch, number, clock, all_)
        if met is None or start is None:
            continue
        starts = _bound(branch, clock, _promised(branch, clock, met.when, all_), all_)
        inside = _coming(start, starts)
        if inside:
            due = branch.dues.get(number)
            branch.outcomes.append(Outcome(clock, start, met, inside, branch.since, one, due))


def _promised(branch: Branch, clock: Clock, met: When, all_: Range) -> Spans:
    """The starts for which a target's severity held before all was over: nothing is promised afterwards."""
    if not clock.severity:
        return branch.starts
    since, event = branch.severities[clock.severity], branch.events[clock.event]
    if since is None:
        return branch.starts
    limit = met if event is None else last(event, met, all_)
    return before(since, limit, False, all_, branch.starts)


def _bound(branch: Branch, clock: Clock, starts: Spans, all_: Range) -> Spans:
    """The starts for which the law binds when its clock begins."""
    began = _began(branch, clock, all_)
    return starts if began is None else _in_force(clock, began, starts, all_)


def _coming(start: When, starts: Spans) -> Spans:
    """The starts for which it ever comes to that: what waits for people who never come begins no clock."""
    return starts if isinstance(start, int) else below(start, NEVER, starts)


def _in_force(clock: Clock, start: When, starts: Spans, all_: Range) -> Spans:
    if clock.force is None:
        return starts
    first, end = clock.force
    track = all_.track(start)
    return outside(below(track, end, starts), below(track, first, starts))


def resumed(branch: Branch, event: str, counts: Counts, all_: Range) -> Branch:
    """The way on from an event outside that may happen at any minute. All that was to be met is noted."""
    new = branch.copy()
    new.still, new.used, new.runs, new.left, new.dues = {}, {}, {}, {}, {}
    for number, one in enumerate(counts):
        if number in branch.still:
            _carry(branch, new, (number, one, event), all_)
    new.since, new.starts = event, whole(all_)
    new.events = dict.fromkeys(new.events)
    new.ready = dict.fromkeys(new.ready)
    new.met = dict.fromkeys(new.met)
    new.severities = dict.fromkeys(new.severities)
    new.parked = [item._replace(when=0, done=None) for item in new.parked]
    new.ended = dict.fromkeys(new.ended)
    new.said = Said("", f"{event} happens", new.said)
    return new


def _carry(branch: Branch, new: Branch, what: tuple[int, Counted, str], all_: Range) -> None:
    """A clock that stands still does so until the event, with what had passed of it at most."""
    number, one, event = what
    clock = one.clock
    start, held = _start(branch, number, clock, all_), branch.still[number]
    used, left = branch.used.get(number), branch.left.get(number)
    if start is not None:
        since = start if held is None else last(held.when, start, all_)
        starts = _coming(start, _bound(branch, clock, branch.starts, all_))
        if any(hold.end == event and (hold.start, event) in branch.held for hold in one.holds):
            own = branch.dues.get(number)
            met = Met(since, held.done if held else None, held=True)
            new.outcomes.append(Outcome(clock, start, met, starts, branch.since, one, own))
        due = _due(branch, number, clock, start, all_)
        inside = outside(starts, before(due, since, True, all_, starts))
        passed = least(between(since, start, all_), inside)
        if passed is None:
            return
        used, left = -passed.value, least_left(clock, since, due, inside, all_)
    new.still[number] = None
    if used is not None:
        new.used[number] = used
    if left is not None:
        new.left[number] = left
