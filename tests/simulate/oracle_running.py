"""One clock that runs, stands still and runs again, minute by minute: shares nothing with the engine."""

from collections.abc import Callable
from typing import NamedTuple

from tests.simulate.oracle_clocks import Clock, binds
from tests.simulate.oracle_people import NEVER, Minute, Opened
from watchbill.model.law import Hold

# Behind all minutes that are looked at.
FAR = 1 << 40


class Stood(NamedTuple):
    """How a clock stands: what it has used while it is held, which holds are on, what it met, how late it was.

    In the hours of a calendar what was left counts, not what it has used.
    """

    used: Minute | None = None
    on: frozenset[Hold] = frozenset()
    slack: Minute | None = None
    late: Minute | None = None
    left: Minute | None = None


class Running:
    """One clock on one way: it runs from `start`, or stands still since `still`.

    `due` says when it is due that starts at a minute; `opened` are the minutes that it counts, if not all.
    """

    def __init__(
        self, clock: Clock, stood: Stood, due: Callable[[int], Minute], opened: Opened | None
    ) -> None:
        self._clock, self._due_from, self._opened = clock, due, opened
        self._on, self._used, self._left = set(stood.on), stood.used, stood.left
        self._due: Minute | None = None
        self._start: int | None = None
        self._still: Minute | None = None

    def begin(self, at: int, over: bool) -> None:
        """It starts, and stands still at once where it is held, unless it is over already."""
        force = self._clock.in_force
        if force and not binds(force, self._clock.counting.zone, at):
            return
        self._start = at
        if self._on and not over:
            self._stand(at)

    @property
    def _over(self) -> bool:
        """Whether it was due by the time at which it was held: then nothing holds it any more."""
        return self._still is not None and self._start is not None and self.due <= self._still

    @property
    def due(self) -> Minute:
        assert self._start is not None
        return self._due_from(self._start) if self._due is None else self._due

    def hold(self, hold: Hold, at: Minute) -> None:
        """It stands still from then on; where that is NEVER, it was due before."""
        if not self._on and self._start is not None and not self._over:
            self._stand(at)
        self._on.add(hold)

    def _stand(self, at: Minute) -> None:
        """It stands still, with what it has used; in the hours of a calendar what is left of them counts."""
        assert self._start is not None
        self._still, self._used = at, at - self._start
        if self._opened and at != NEVER and self.due >= at:
            self._left = self._opened.count(int(at), int(min(self.due, FAR)))

    def release(self, hold: Hold, at: int) -> None:
        self._on.discard(hold)
        if self._on or self._used is None:
            return
        if self._over:
            self._still = self._used = None
        else:
            self._go_on(at, at if hold.then == "restart" else at - int(self._used))

    def _go_on(self, at: int, start: int) -> None:
        """It runs again, as if since `start`; in the hours of a calendar with the open minutes that were left."""
        if self._left is not None and self._opened:
            self._due = self._opened.nth(at, int(self._left) - 1) + 1 if self._left else at
        self._start, self._still, self._used, self._left = start, None, None, None

    def ended(self, met: Minute | None) -> Stood:
        on = frozenset(self._on)
        if self._start is None and self._used is not None and met not in (None, NEVER):
            self._go_on(int(met), int(met - self._used))  # What was left is left.
        if self._start is None:
            return Stood(self._used, on, left=self._left)
        if met == NEVER:
            return Stood(None, on, -NEVER)
        if met is not None and self._still is not None and not self._over:
            self._go_on(int(met), self._start + int(met) - self._still)
        ends = self.due
        if met is None:
            late = ends - self._still if self._still is not None else None
            # What is due at the very minute at which it is held has nothing left behind the event.
            over = self._still is not None and ends < self._still
            left = (None, None) if over else (self._used, self._left)
            return Stood(left[0], on, None, late, left[1])
        return Stood(None, on, ends - met)
