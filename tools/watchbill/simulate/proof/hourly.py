"""The critical path by the hours that follow a start: what waits for a morning waits until then, and no longer.

Never later than the one in seconds, and dearer: it is asked where that one leaves open what depends on somebody's
hours. All that it adds up ends no earlier for a later start, so that few starts speak for all between them.
"""

from collections.abc import Iterable, Mapping

from watchbill.graph.flow import Flow
from watchbill.model.response import Decision, Task
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.extremes import Extremes
from watchbill.simulate.proof.forward import Forward
from watchbill.simulate.proof.pages import Answered
from watchbill.simulate.proof.people import hands_of
from watchbill.simulate.proof.when import When
from watchbill.timeline.track import NEVER, At

# Starts that lie closer together are not told apart; what they leave open is searched.
CLOSEST = 3600


class Hourly:
    """The instants by which everything is met at the latest, start by start.

    Counted since the start, or since the end of the wait at the stop `origin`; -1 for the start.
    """

    def __init__(self, flow: Flow, most: Extremes, answered: Answered, origin: int) -> None:
        self._flow, self._most, self._answered, self._origin = flow, most, answered, origin
        self._back = sum(exit.at_most or 0 for exit in flow.loops)
        self._known: dict[int, Mapping[str, int]] = {}

    def late(self, clocks: Iterable[tuple[Clock, At]], first: int, last: int) -> set[Clock]:
        """Of the clocks, each with when it is due from an instant on, those that may be late.

        For starts in [first, last]; they are due no earlier for a later one.
        """
        found = set[Clock]()
        open_ = [(first, last, list(clocks))]
        while open_:
            begin, end, asked = open_.pop()
            met = self.met(end)
            left = [
                one
                for one in asked
                if one[0] not in found and met.get(one[0].id, begin) > one[1](begin)
            ]
            if left and end - begin <= CLOSEST:
                found.update(clock for clock, _ in left)
            elif left:
                middle = (begin + end) // 2
                open_ += [(middle, end, left), (begin, middle, left)]
        return found

    def met(self, start: int) -> Mapping[str, int]:
        """By duty or milestone the instant by which it is met."""
        found = self._known.get(start)
        if found is None:
            found = self._known[start] = self._reckoned(start)
        return found

    def _reckoned(self, start: int) -> Mapping[str, int]:
        one = _Start(self._flow, self._most, self._answered, self._origin, start)
        rests = one.settles()
        for _ in range(self._back):
            one.back()
            rests = one.settles()
        found = {"acknowledged": one.begin} if self._origin < 0 else {}
        for (id, _), at in one.met.items():
            found[id] = max(at if rests else NEVER, found.get(id, at))
        return found


class _Start(Forward):
    """Instants, for one start."""

    def __init__(
        self, flow: Flow, most: Extremes, answered: Answered, origin: int, start: int
    ) -> None:
        self._most, self._start = most, start
        super().__init__(flow, answered, origin, start if origin >= 0 else self.given(answered.at))

    def given(self, when: When) -> int:
        """At the latest for this start or an earlier one."""
        return self._start + when if isinstance(when, int) else self._most.yet(when)(self._start)

    def called(self, role: str, at: int) -> int:
        """When who is called then or before is there at the latest."""
        return self._most.call(role)(at)

    def worked(self, step: Task | Decision, there: int) -> int:
        """When the open time of all hands has passed."""
        return self._most.work(hands_of(step), step.takes.nominal_seconds)(there)
