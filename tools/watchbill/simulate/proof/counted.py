"""A clock as it is counted: held by some of the laws that may hold it, on the ways on which the others are excluded."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from watchbill.simulate.proof.clocks import Clock, Pause
from watchbill.simulate.proof.mind import Mind, denied


class Counted(NamedTuple):
    """A clock with the holds that it obeys where all the `others` are excluded.

    An answer may say long after a hold whether its law applies at all: a clock is counted in each of the ways in
    which that may be, and it is seen at the end of a way which of them it was.
    """

    clock: Clock
    holds: tuple[Pause, ...]
    others: tuple[Pause, ...]

    def fits(self, mind: Mind) -> bool:
        """Whether it is these that hold the clock, by what is known."""
        return not any(denied(mind, hold.tests) for hold in self.holds) and all(
            denied(mind, hold.tests) for hold in self.others
        )


def counted(clock: Clock) -> Iterator[Counted]:
    """All ways in which a clock may be counted; the one with all its holds first."""
    laws = dict.fromkeys(hold.tests for hold in clock.holds if hold.tests)
    for excluded in product(*((None, tests) for tests in laws)):
        yield Counted(
            clock,
            tuple(hold for hold in clock.holds if hold.tests not in excluded),
            tuple(hold for hold in clock.holds if hold.tests in excluded),
        )
