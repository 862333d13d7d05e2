"""What a proof finds: the least slack of each clock, where it is reached, and the way that leads to it."""

from typing import NamedTuple

from watchbill.simulate.proof.alarms import Alarm
from watchbill.simulate.proof.branch import Outcome, Said
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.pages import Answered, Taken
from watchbill.simulate.proof.when import Range, first_minute, minutes
from watchbill.timeline.spans import Spans


class Worst(NamedTuple):
    """The least slack (seconds) of a clock, and at which starts it is reached.

    `since` is the event outside from which the proof started again ("" for the incident's start);
    `starts` are minutes of that. `taken` and `silent` say who was paged; `outcome` and `said` the path.
    """

    clock: Clock
    since: str
    slack: int
    starts: Spans
    taken: Taken
    silent: int
    answered: Answered
    outcome: Outcome
    said: Said | None

    @property
    def at(self) -> int:
        """The first of these minutes."""
        return first_minute(self.starts)

    @property
    def shared(self) -> int:
        """How many minutes share it."""
        return minutes(self.starts)


class Proof(NamedTuple):
    """All clocks of a playbook at their worst, and the alarms that reach nobody.

    `too_many`: there are too many paths, and nothing is known. `ways` is how many were gone.
    """

    playbook: str
    range: Range
    worst: tuple[Worst, ...]
    alarms: tuple[Alarm, ...] = ()
    too_many: bool = False
    ways: int = 0


def story(worst: Worst) -> tuple[tuple[str, str], ...]:
    """The path to a worst as (step, answer), in order; a fact taken for granted has no step."""
    found, said = [], worst.said
    while said is not None:
        found.append((said.step, said.word))
        said = said.before
    return tuple(reversed(found))
