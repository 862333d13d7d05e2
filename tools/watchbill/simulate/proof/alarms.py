"""Alarms that reach nobody: they fall while whoever should be at work on the step then due is off.

Looked at for clocks whose length is the same whenever they start.
"""

from typing import NamedTuple

from watchbill.model.response import Decision, Task
from watchbill.simulate.proof.branch import Done, Outcome, trail
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.people import People, hands_of
from watchbill.simulate.proof.sums import Sums
from watchbill.simulate.proof.when import When, before, first_minute, outside
from watchbill.timeline.spans import Span, Spans, merged
from watchbill.timeline.track import NEVER


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
        clock, start, met, starts = outcome[:4]
        if clock.period is None:
            return
        for share in clock.warn_at:
            alarm = self._sums.later(start, clock.period * share // 100)
            # Most clocks are met long before their alarms, which nobody needs to be looked at for.
            if isinstance(alarm, int) and alarm >= self._sums.most(met.when):
                return
            running = before(alarm, met.when, True, self._sums.range, starts)
            if not running:
                return
            for done in trail(met.done):
                self._at(clock, share, alarm, running, done)

    def _at(self, clock: Clock, share: int, alarm: When, running: Spans, done: Done) -> None:
        step, sums = done.step, self._sums
        if self._people.never_off(hands_of(step)):
            return
        # Most steps end before the alarm or begin after it, whenever it all begins.
        if sums.most(done.done) <= sums.least(alarm) or sums.least(done.came) > sums.most(alarm):
            return
        range_ = sums.range
        here = before(done.came, alarm, False, range_, running)
        here = before(alarm, done.done, True, range_, here) if here else ()
        closed = self._closed(step, alarm, here) if here else ()
        if first_minute(closed) != NEVER:
            key = (clock, share, step.id)
            known = self._found.get(key)
            starts = merged((*known.starts, *closed)) if known else closed
            self._found[key] = Alarm(clock, share, step.id, step.role, alarm, starts)

    def _closed(self, step: Task | Decision, alarm: When, starts: Spans) -> Spans:
        """The starts whose alarm falls while not all hands of the step are there."""
        if isinstance(alarm, int):
            open_ = self._people.hands(hands_of(step))
            return outside(starts, tuple(Span(a - alarm, b - alarm) for a, b in open_))
        opens = self._sums.after(alarm, self._people.opening(hands_of(step)))
        return before(alarm, opens, True, self._sums.range, starts)
