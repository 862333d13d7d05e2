"""Alarms that reach nobody: they fall while whoever should be at work on the step then due is off.

Looked at for clocks whose length is the same whenever they start.
"""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.model.response import Decision, Task
from watchbill.simulate.proof.branch import Done, Outcome
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.people import People
from watchbill.simulate.proof.when import Sums, When, before, below, between, outside
from watchbill.timeline.spans import Spans, merged


class Alarm(NamedTuple):
    """An alarm at `share` per cent of a clock that falls while the role of `step` is closed, at these starts.

    `falls` is when, told from the start.
    """

    clock: Clock
    share: int
    step: str
    role: str
    falls: When
    starts: Spans


class Alarms:
    """The alarms of a playbook that reach nobody, gathered way by way."""

    def __init__(self, people: People, sums: Sums) -> None:
        self._people, self._sums = people, sums
        self._found: dict[tuple[Clock, int, str], Alarm] = {}

    @property
    def found(self) -> tuple[Alarm, ...]:
        """Those found so far, in the order in which they were found."""
        return tuple(self._found.values())

    def look(self, outcome: Outcome) -> None:
        """Looks at the alarms of a clock that was met on one way."""
        clock, start, met, starts, _ = outcome
        if clock.period is None or met.when is None or met.done is None:
            return
        for share in clock.warn_at:
            alarm = self._sums.later(start, clock.period * share // 100)
            running = before(alarm, met.when, True, self._sums.range, starts)
            if not running:
                return
            for done in _before(met.done):
                self._at(clock, share, alarm, running, done)

    def _at(self, clock: Clock, share: int, alarm: When, running: Spans, done: Done) -> None:
        step, range_ = done.stop.step, self._sums.range
        if not isinstance(step, Task | Decision):
            return
        opening = self._people.opening(step.role, step.second or "", step.people)
        if isinstance(opening, int):
            return
        here = before(done.came, alarm, False, range_, running)
        here = before(alarm, done.done, True, range_, here) if here else ()
        wait = between(alarm, self._sums.after(alarm, opening), range_) if here else 0
        closed = here if wait else ()
        if not isinstance(wait, int):
            closed = outside(here, below(wait, 1, here))
        if closed:
            key = (clock, share, step.id)
            known = self._found.get(key)
            starts = merged((*known.starts, *closed)) if known else closed
            self._found[key] = Alarm(clock, share, step.id, step.role, alarm, starts)


def _before(done: Done | None) -> Iterator[Done]:
    """A step and all that went before it, its lines included."""
    pending, seen = [done], set[int]()
    while pending:
        one = pending.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            yield one
            pending.extend((one.before, *one.gates))
