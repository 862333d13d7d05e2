"""What the critical path shows to be in time for sure, so that nobody need search for it."""

from collections.abc import Iterable, Sequence

from watchbill.graph.flow import Flow
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.critical import Latest, behind, parts_of
from watchbill.simulate.proof.extremes import Extremes, extremes
from watchbill.simulate.proof.left import least_left
from watchbill.simulate.proof.people import People, hands_of
from watchbill.simulate.proof.sums import Sums
from watchbill.simulate.proof.when import whole
from watchbill.timeline.track import At


def unheard(flow: Flow, people: People) -> frozenset[str]:
    """The duties and milestones that may be met behind a step at which somebody is off at times.

    An alarm of any other is never looked at for want of people.
    """
    off = [stop for stop, step in flow.work if not people.never_off(hands_of(step))]
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
        self._most: Extremes = extremes(people)
        self._sums = sums
        self._unheard = unheard(flow, people)

    def met(self, clock: Clock, known: Sequence[Latest] | None) -> bool:
        """Whether a clock is in time; one that is never met is not late."""
        if known is None:
            return False
        if clock.holds and clock.id != "acknowledged":
            return self._though_held(clock, known)
        # It starts no earlier than that since which it is counted.
        met = max(one.met.get(clock.id, 0) for one in known)
        return self._lasts(clock, met) if clock.due else met <= self._until_alarm(clock)

    def open(self, clock: Clock) -> bool:
        """Whether the hours of the days may show that a clock is in time where the longest of all do not."""
        return clock.id in self._unheard and not clock.holds

    def due(self, clock: Clock) -> At:
        """By when a clock has to be met that starts at an instant or later."""
        return (
            self._most.to_come(clock.due.track) if clock.due else self._until_alarm(clock).__add__
        )

    def _until_alarm(self, clock: Clock) -> int:
        """The period of a clock, or its part until the first alarm that may reach nobody, in seconds."""
        within = clock.period or 0
        alarmed = clock.warn_at and clock.id in self._unheard
        return within * min(clock.warn_at) // 100 if alarmed else within

    def _lasts(self, clock: Clock, seconds: int) -> bool:
        """Whether a clock lasts for so long, whenever it starts."""
        if clock.due is None:
            return seconds <= (clock.period or 0)
        # Most clocks of days and months are met long before: nobody need work out when they are due.
        return seconds <= clock.due.at_least or seconds <= self._most.least(clock.due.track)

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
            return self._lasts(clock, max(run for run, _ in runs) + 1)
        whole_run = sum(run * times for run, times in runs)
        return whole_run < self._open(clock) if clock.open else self._lasts(clock, whole_run + 1)

    def _run(self, clock: Clock, one: Latest) -> int:
        held = (one.marked.get(hold.start, 0) for hold in clock.holds)
        return max(one.met.get(clock.id, 0), *held)

    def _open(self, clock: Clock) -> int:
        """The open seconds that it has, whenever it starts."""
        range_ = self._sums.range
        due = clock.due_at(0, range_)
        return least_left(clock, 0, due, whole(range_), range_) or 0
