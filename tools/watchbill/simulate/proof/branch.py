"""One way through a playbook so far: what is on, who is there, what happened; and the steps behind it."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.model.response import Decision, Task
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.counted import Counted
from watchbill.simulate.proof.mind import Mind
from watchbill.simulate.proof.when import Range, When
from watchbill.timeline.spans import Spans


class Done(NamedTuple):
    """A step that was done: the line came to it and was let in, had all its people, and was ready with it.

    `before` is the step whose end led here; `gates` are the ends of the lines it waited for.
    """

    step: Task | Decision
    came: When
    there: When
    done: When
    before: "Done | None"
    gates: tuple["Gate", ...]
    calls: tuple[tuple[str, When], ...]


class Gate(NamedTuple):
    """The end of a line: when, and the step whose end led there."""

    when: When
    done: Done | None


def trail(done: Done | None) -> Iterator[Done]:
    """A step and all that went before it, its lines included."""
    pending, seen = [done], set[int]()
    while pending:
        one = pending.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            yield one
            pending.extend((one.before, *(gate.done for gate in one.gates)))


class Item(NamedTuple):
    """Something that is to happen: a line comes to a step, or ends one."""

    when: When
    arriving: bool
    turn: int
    number: int
    done: Done | None


class Met(NamedTuple):
    """When a duty was met or a milestone reached, and at the end of which step.

    `held`: the clock was not met, but held from then on.
    """

    when: When
    done: Done | None
    held: bool = False


class Outcome(NamedTuple):
    """A clock that was met: from when it ran, when it was met, on which starts, since which event, by which count.

    `due` is given where it stood still and counts open time, or an event outside left it no more.
    """

    clock: Clock
    start: When
    met: Met
    starts: Spans
    since: str
    counted: Counted
    due: When | None

    def due_at(self, all_: Range) -> When:
        """When it is due."""
        return self.clock.due_at(self.start, all_) if self.due is None else self.due

    def told_by(self) -> tuple[object, ...]:
        """What two outcomes have in common that say the same, by identity where that is quicker."""
        clock, start, (when, done, _), starts, since, counted, due = self
        return (
            clock,
            start if isinstance(start, int) else id(start),
            when if isinstance(when, int) else id(when),
            id(done),
            id(starts),
            since,
            counted.others,
            id(due),
        )


class Said(NamedTuple):
    """An answer that was given, or a fact taken for granted (then `step` is ""), and all before it."""

    step: str
    word: str
    before: "Said | None"


class Branch:
    """A way so far. All instants are told from the start, or from the event `since` that was waited for."""

    __slots__ = (
        "count",
        "dues",
        "ended",
        "events",
        "excused",
        "held",
        "left",
        "met",
        "mind",
        "outcomes",
        "parked",
        "queue",
        "ready",
        "runs",
        "said",
        "severities",
        "since",
        "started",
        "starts",
        "still",
        "taken",
        "used",
        "waiting",
    )

    def __init__(self, starts: Spans, mind: Mind) -> None:
        self.starts, self.mind = starts, mind
        self.count, self.since = 0, ""
        self.said: Said | None = None
        self.queue: list[Item] = []
        self.parked: list[Item] = []
        self.waiting: list[Item] = []
        self.started: set[str] = set()
        # None: before the event that was waited for.
        self.ended: dict[str, Gate | None] = {}
        self.ready: dict[str, When | None] = {}
        self.events: dict[str, When | None] = {}
        self.met: dict[str, Met | None] = {}
        self.excused: set[str] = set()
        self.taken: dict[object, int] = {}
        # From when on a severity held; None: from the start, or the event that was waited for.
        self.severities: dict[str, When | None] = {}
        # The holds that are on; and by the number of a count since when it stands still, how much of it had
        # passed by then, and from when it runs again; of one that counts open time what was left by then at
        # least, and when it is due that runs again with that.
        self.held: set[tuple[str, str]] = set()
        self.still: dict[int, Met | None] = {}
        self.used: dict[int, int] = {}
        self.runs: dict[int, When] = {}
        self.left: dict[int, int] = {}
        self.dues: dict[int, When] = {}
        self.outcomes: list[Outcome] = []

    def copy(self) -> "Branch":
        """Another one that goes on from here."""
        new = Branch.__new__(Branch)
        new.starts, new.mind = self.starts, dict(self.mind)
        new.count, new.since, new.said = self.count, self.since, self.said
        new.queue, new.parked, new.waiting = self.queue[:], self.parked[:], self.waiting[:]
        new.started, new.ended = set(self.started), dict(self.ended)
        new.ready, new.events, new.met = dict(self.ready), dict(self.events), dict(self.met)
        new.excused, new.taken = set(self.excused), dict(self.taken)
        new.severities, new.outcomes = dict(self.severities), self.outcomes[:]
        new.held, new.still = set(self.held), dict(self.still)
        new.used, new.runs = dict(self.used), dict(self.runs)
        new.left, new.dues = dict(self.left), dict(self.dues)
        return new

    def push(self, when: When, arriving: bool, number: int, done: Done | None) -> None:
        """Something will happen."""
        self.count += 1
        self.queue.append(Item(when, arriving, self.count, number, done))
