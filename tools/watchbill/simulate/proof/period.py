"""A period that depends on the calendar."""

from collections.abc import Callable
from functools import cached_property

from watchbill.timeline.track import Track


class Due:
    """When a period is due, as a function of when it starts; worked out when somebody asks for it.

    `at_least` are seconds that it surely lasts.
    """

    def __init__(self, at_least: int, work_out: Callable[[], Track]) -> None:
        self.at_least = at_least
        self._work_out = work_out

    @cached_property
    def track(self) -> Track:
        """The instant at which it is due, for each start."""
        return self._work_out()
