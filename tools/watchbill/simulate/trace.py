"""A trace: everything that came of one incident, as frozen values. All instants are seconds since 1970 UTC."""

from typing import NamedTuple

from watchbill.simulate.incident import Incident
from watchbill.simulate.paging import Page, Told
from watchbill.timeline.spans import Spans

Path = tuple[str | int, ...]

# The kinds of what happens. They are stable: readers of a trace in JSON rely on them.
KINDS = (
    *("start", "page", "tell", "acknowledged", "end-work", "answer", "fact", "mark", "discharge"),
    *("reach", "excuse", "severity", "open", "message", "line-end", "late", "alarm", "line"),
    *("pass", "call", "begin", "wait", "halt", "end"),
)


class Happening(NamedTuple):
    """One thing that happens: its kind (see KINDS), the step and line it belongs to, and who.

    `what` is what it is about: an answer, an event, a duty, a milestone, a message, a line. `until` is
    an instant that goes with it: when work begun now ends, when a called role is there.
    """

    at: int
    kind: str
    what: str = ""
    step: str = ""
    line: str = ""
    role: str = ""
    member: str = ""
    until: int = 0
    path: Path = ()


class Duty(NamedTuple):
    """A legal duty that arose: from when, due when, met when.

    `form` says which of the law's words sets the time: due, standard, keep, every, as_ordered.
    `status` is met, late, missed, excused, open, held, decided or shown. `late` and `over_guard` are
    seconds, 0 where it is in time; `slack` is seconds left at its discharge (None: nothing to compare).
    """

    id: str
    binding: str
    form: str
    status: str
    started: int
    due: int | None = None
    latest: int | None = None
    guard: int | None = None
    not_before: int | None = None
    keep_until: int | None = None
    met: int | None = None
    step: str = ""
    reason: str = ""
    late: int = 0
    over_guard: int = 0
    slack: int | None = None
    held: Spans = ()
    alarms: tuple[tuple[int, int], ...] = ()


class Promise(NamedTuple):
    """A milestone of the service level: due when, reached when. `status` as of a Duty, without held."""

    id: str
    severity: str
    target: str
    status: str
    due: int | None = None
    met: int | None = None
    step: str = ""
    reason: str = ""
    late: int = 0
    slack: int | None = None
    paused: int = 0
    alarms: tuple[tuple[int, int], ...] = ()


class Halt(NamedTuple):
    """Why a line stood still at a step.

    `kind` is `answer` (none was given for this visit), `no-such-answer` (`what` was given), `event` (no
    instant was given), `loop` (the answer `what` may not be given so often), `line` (it waits for a line
    that stands still) or `staff` (nobody ever stands the role `what`). `options` are the answers.
    """

    at: int
    kind: str
    step: str
    what: str = ""
    visit: int = 1
    options: tuple[str, ...] = ()


class Trace(NamedTuple):
    """What came of an incident. `ended` is when the last line ended; None where one stood still."""

    incident: Incident
    title: str
    severity: str
    path: str
    row: int
    decides: str
    acknowledged: int
    answered_by: str
    pages: tuple[Page, ...]
    told: tuple[Told, ...]
    happenings: tuple[Happening, ...]
    duties: tuple[Duty, ...]
    promises: tuple[Promise, ...]
    visited: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    messages: tuple[str, ...]
    opens: tuple[str, ...]
    halts: tuple[Halt, ...]
    assumptions: tuple[str, ...]
    ended: int | None
    tz: str
    zone: str
    spared: tuple[Told, ...] = ()
    """Who would have been paged next, had nobody answered."""

    @property
    def late(self) -> tuple[str, ...]:
        """The duties and milestones that are late or missed, sorted."""
        states = [(one.id, one.status) for one in self.duties]
        states += [(one.id, one.status) for one in self.promises]
        return tuple(sorted(id for id, status in states if status in ("late", "missed")))

    @property
    def over_guard(self) -> tuple[str, ...]:
        """The duties that missed our own limit, sorted."""
        return tuple(sorted(one.id for one in self.duties if one.over_guard))
