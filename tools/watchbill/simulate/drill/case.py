"""A drill as frozen values: the incident that is played, what is handed out when, what the book expects."""

from collections.abc import Mapping
from typing import NamedTuple

from watchbill.simulate.trace import Trace

# The kinds of injects, in the order in which they are told of.
INJECTS = (
    *(
        "report",
        "pager",
        "call",
        "doubt",
        "fact",
        "site",
        "press",
        "executive",
        "clocks",
        "handover",
    ),
    "event",
)


class Asked(NamedTuple):
    """What is asked for. `at` is a whole minute in seconds since 1970 UTC; None draws it after `since`.

    "" as severity is the playbook's own, as region a drawn one, as audience the playbook's.
    """

    playbook: str
    seed: int
    at: int | None = None
    since: int = 0
    severity: str = ""
    region: str = ""
    audience: str = ""


class Expected(NamedTuple):
    """One thing that should happen by the book. `kind` is that of a Happening, or one of ours.

    Ours are `due` and `still` (a clock that is due then, and met or standing still at `until`),
    `other-site` (a site that works, until when) and `watch` (a watch passes on). `at` and `until` are
    instants of the simulation or of the schedules.
    """

    at: int
    kind: str
    what: str = ""
    role: str = ""
    member: str = ""
    until: int = 0
    source: str = ""


class Inject(NamedTuple):
    """What is handed to the players at an instant, and what the facilitator knows of it.

    `said` is the book's own words for the players ("" where it has none that they may read); `role`
    is whom it reaches and `about` whom or what it concerns. `rule` is the book's words for the
    facilitator alone; `step` is the step, or the site. `since` and `until` are instants that its text names (0: none).
    """

    at: int
    kind: str
    said: str = ""
    role: str = ""
    about: str = ""
    step: str = ""
    since: int = 0
    until: int = 0
    rule: tuple[str, ...] = ()
    expected: tuple[Expected, ...] = ()
    sources: tuple[str, ...] = ()


class StepNote(NamedTuple):
    """A step as it comes in the drill: what the book asks, who does it from when until when, what follows.

    `answer` is what the facts of the drill lead to; `facts` are (question, value) that go with it.
    `called` are (role, from when, there by when) of those who had to be called for it.
    `audience` is the tier of a step that not every reader of the playbook may see.
    """

    at: int
    until: int
    step: str
    line: str
    form: str
    title: str
    role: str = ""
    second: str = ""
    member: str = ""
    audience: str = ""
    answer: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    doubt: str = ""
    done_when: str = ""
    runbook: str = ""
    messages: tuple[str, ...] = ()
    brings: tuple[tuple[str, str], ...] = ()
    called: tuple[tuple[str, int, int], ...] = ()


class Clock(NamedTuple):
    """A clock of an incident while it runs: `form` is law, limit (our own for a law) or promise.

    One that stands still for a while is several: `held_at` is when this one stops, and the next one
    runs from when it goes on. `met` is when the book's course meets it; None where it does not.
    """

    playbook: str
    form: str
    id: str
    started: int
    due: int
    met: int | None
    step: str = ""
    held_at: int | None = None

    @property
    def end(self) -> int:
        """When it no longer runs: met, standing still, or due."""
        return min(one for one in (self.met, self.held_at, self.due) if one is not None)


class Collision(NamedTuple):
    """Two clocks that run at `at` and fall due close to each other; one alone where there are not two."""

    at: int
    clocks: tuple[Clock, ...]
    running: tuple[Clock, ...]


class Shared(NamedTuple):
    """A role that two incidents want at once, from `start` until `end`, at these steps of these playbooks."""

    role: str
    start: int
    end: int
    first: str
    second: str


class Second(NamedTuple):
    """An incident that opens while the first runs; `why` is `opened` (by the step) or `site`."""

    why: str
    step: str
    trace: Trace
    steps: tuple[StepNote, ...]


class Drill(NamedTuple):
    """A whole drill. `trace` is the simulation of its incident, from which all expected times come.

    `titles` are the roles by id with the titles that the players may read; `tiers` the tiers that the
    facilitator's sheet needs besides the players' audience. `left_out` says what could not be drawn
    and why. `others` are the triggers that were not drawn.
    """

    asked: Asked
    organization: str
    title: str
    audience: str
    zone: str
    trace: Trace
    injects: tuple[Inject, ...]
    steps: tuple[StepNote, ...]
    clocks: tuple[Clock, ...]
    collision: Collision | None
    seconds: tuple[Second, ...]
    shared: tuple[Shared, ...]
    never: tuple[str, ...]
    others: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    titles: Mapping[str, str]
    tiers: tuple[str, ...]
    after: bool
