"""What the critical path shows to be in time for sure, so that nobody need search for it."""

from collections.abc import Iterable, Sequence

from watchbill.graph.flow import Flow
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.critical import Latest, behind, parts_of
from watchbill.simulate.proof.left import least_left
from watchbill.simulate.proof.people import People, hands_of
from watchbill.simulate.proof.sums import Sums
from watchbill.simulate.proof.when import whole
from watchbill.timeline.track import NEVER


def unheard(flow: Flow, people: People) -> frozenset[str]:
    """The duties and milestones that may be met behind a step at which somebody is off at times.

    An alarm of any other is never looked at for want of people.
    """
    off = [stop for stop, step in flow.work if people.opening(hands_of(step)) != 0]
    after = {number for stop in off for number in behind(flow, stop.number)}
    return frozenset(
        id
        for number in after
        for part in parts_of(flow, flow.stops[number])
        for id in (*part.discharges, *part.reaches)
    )


class Sure:
    """Judges clocks by what is so at the latest."""

    def __init__(self, flow: Flow, people: People, sums: Sums) -> None:
        self._people, self._sums = people, sums
        self._unheard = unheard(flow, people)

    def met(self, clock: Clock, known: Sequence[Latest] | None) -> bool:
        """Whether a clock is in time; one that is never met is not late."""
        if known is None:
            return False
        if clock.holds and clock.id != "acknowledged":
            return self._though_held(clock, known)
        # It starts no earlier than that since which it is counted.
        within = self._within(clock)
        if clock.warn_at and clock.period is not None and clock.id in self._unheard:
            within = within * min(clock.warn_at) // 100
        return all(one.met.get(clock.id, 0) <= within for one in known)

    def _within(self, clock: Clock) -> int:
        """The shortest that it may last, in seconds."""
        if clock.due is None:
            return clock.period or 0
        return self._people.least(clock.due)

    def _though_held(self, clock: Clock, known: Iterable[Latest]) -> bool:
        """Whether a clock that may be held is in time until it is held, and afterwards.

        Each time that it runs it does so until it is met or held at the latest. One that begins anew has all its
        time each time, another one has it once.
        """
        if clock.id in self._unheard:
            return False
        runs = [(self._run(clock, one), one.times) for one in known]
        if all(hold.then == "restart" for hold in clock.holds):
            # At the very second at which it is due it depends on what comes first.
            return max(run for run, _ in runs) < self._within(clock)
        return sum(run * times for run, times in runs) < self._open(clock)

    def _run(self, clock: Clock, one: Latest) -> int:
        held = (one.marked.get(hold.start, 0) for hold in clock.holds)
        return max(one.met.get(clock.id, 0), *held)

    def _open(self, clock: Clock) -> int:
        """The time that it has, in seconds; open ones where it counts these."""
        if not clock.open:
            return self._within(clock)
        if clock.due is None:
            return clock.period or 0
        range_ = self._sums.range
        due = clock.due_at(0, range_)
        left = least_left(clock, 0, due, whole(range_), range_)
        return 0 if left is None or left >= NEVER else left
