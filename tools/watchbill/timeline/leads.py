"""Who leads from when to when: of the open watches the one that began last, as the edges go by."""

from collections.abc import Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from watchbill.timeline.shifts import Watch


class Lead(NamedTuple):
    """One member leading one watch over [start, end), in instants."""

    start: int
    end: int
    watch: Watch

    @property
    def member(self) -> str:
        """Who leads."""
        return self.watch.member


def leads(found: Sequence[Watch]) -> tuple[Lead, ...]:
    """Who leads, in order and without overlap, of watches sorted by start; nobody in between is a gap."""
    led: list[Lead] = []
    waiting: list[tuple[int, int, Watch]] = []
    at, number, last = 0, 0, len(found)
    begin, held = 0, None
    while waiting or number < last:
        if not waiting:
            at = found[number].start
        while number < last and found[number].start <= at:
            watch = found[number]
            heappush(waiting, (-watch.began, watch.row, watch))
            number += 1
        while waiting and waiting[0][2].end <= at:
            heappop(waiting)
        leading = waiting[0][2] if waiting else None
        if leading is not held:
            if held:
                led.append(Lead(begin, at, held))
            begin, held = at, leading
        if leading:
            end = leading.end
            at = min(end, found[number].start) if number < last else end
    return tuple(led)
