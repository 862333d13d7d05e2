"""The least slack of many outcomes: what only moves along with others is looked through once for all of them."""

from watchbill.simulate.proof.when import FAR, Least, Range, When, between, least
from watchbill.timeline.spans import Spans
from watchbill.timeline.track import Track


class Rooms:
    """The least lengths that were found over one range, by the Track that they come from.

    Tracks are told apart by identity; what is kept holds them, so that no number is given twice.
    """

    def __init__(self, all_: Range) -> None:
        self._range = all_
        self._known: dict[tuple[int, bool, Spans], tuple[Least | None, Track]] = {}

    def slack(self, met: When, due: When, starts: Spans) -> Least | None:
        """The least of `due` less `met` over the whole minutes of `starts`, and where; None where there is none."""
        if isinstance(met, int) and isinstance(due, Track):
            room, moved = self._once(due, starts, ends=True), -met
        elif isinstance(due, int) and isinstance(met, Track):
            room, moved = self._once(met, starts, ends=False), due
        else:
            return least(between(met, due, self._range), starts)
        if room is None or (-FAR < room.value < FAR and abs(moved) < FAR):
            return room and Least(room.value + moved, room.starts)
        # To what never comes all lengths are the same, moved or not.
        return least(between(met, due, self._range), starts)

    def _once(self, track: Track, starts: Spans, *, ends: bool) -> Least | None:
        """The least length from the start to a Track, or from it to the start."""
        key = id(track), ends, starts
        if key not in self._known:
            length = between(0, track, self._range) if ends else between(track, 0, self._range)
            self._known[key] = least(length, starts), track
        return self._known[key][0]
