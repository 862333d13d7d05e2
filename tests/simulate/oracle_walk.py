"""Every way through a playbook from one minute on, step by step: shares nothing with the engine."""

from collections.abc import Iterable, Iterator

from tests.simulate.oracle_people import NEVER, Crew, Minute, minutes
from watchbill.model.book import Book
from watchbill.model.organization import Facts
from watchbill.model.response import Answer, Decision, Playbook, Step, Task, Wait
from watchbill.model.types import FactTest

END = -1
MAIN = ""
COPIED = frozenset((list, dict, set))
# In one minute what ends comes before what begins.
ENDS, BEGINS = 0, 1


class Way:
    """One way so far, from the minute `start` on: an incident's first, or that of an event `since`."""

    def __init__(self, start: Minute, since: str = "") -> None:
        self.start, self.since = start, since
        self.queue: list[tuple[Minute, int, int, int]] = []
        self.count = 0
        self.parked: list[tuple[Minute, int]] = []
        self.waiting: list[int] = []
        self.started: set[str] = set()
        self.ended: set[str] = set()
        self.ready: dict[str, Minute] = {}
        self.facts: dict[str, frozenset[str | bool]] = {}
        self.marks: list[tuple[Minute, str]] = []
        self.severities: list[tuple[Minute, str]] = []
        self.met: dict[str, Minute] = {}
        self.excused: set[str] = set()
        self.taken: dict[object, int] = {}
        self.before: frozenset[str] = frozenset()

    def copy(self) -> "Way":
        new = Way.__new__(Way)
        new.__dict__ = {
            name: value.copy() if type(value) in COPIED else value
            for name, value in self.__dict__.items()
        }
        return new

    def push(self, minute: Minute, what: int, number: int) -> None:
        self.count += 1
        self.queue.append((minute, what, self.count, number))

    def mind(self) -> tuple[object, ...]:
        """All that stays of it when an event outside lets it go on."""
        return (
            frozenset(self.waiting),
            frozenset(number for _, number in self.parked),
            frozenset(self.started),
            frozenset(self.ended),
            frozenset(self.ready),
            frozenset(self.facts.items()),
            frozenset(name for _, name in self.marks) | self.before,
            frozenset(severity for _, severity in self.severities),
            frozenset(self.met),
            frozenset(self.excused),
            frozenset(self.taken.items()),
        )

    def resumed(self, number: int, event: str, minute: Minute) -> "Way":
        """It goes on from the event that one of its steps waits for; of before only what is known counts."""
        new = self.copy()
        new.start, new.since = minute, event
        new.waiting.remove(number)
        new.parked = [(minute, other) for _, other in self.parked]
        new.ready = dict.fromkeys(self.ready, minute)
        new.before = self.before | {name for _, name in self.marks}
        new.marks = []
        new.severities = [(-NEVER, severity) for _, severity in self.severities]
        new.met = dict.fromkeys(self.met, -NEVER)
        new.push(minute, ENDS, number)
        return new


class Walk:
    """The steps of a playbook, and how each is walked."""

    def __init__(self, book: Book, playbook: Playbook, crew: Crew) -> None:
        self.crew = crew
        self.steps: list[tuple[str, Step]] = []
        self.first: dict[str, int] = {}
        for line, steps in ((MAIN, playbook.steps), *playbook.lines.items()):
            self.first[line] = len(self.steps)
            self.steps += [(line, step) for step in steps]
        # A way is followed no further once one of these is met or excused.
        self.until: set[str] = set()
        facts = [fact for one in book.all(Facts) for fact in one.case_facts]
        self._values = {one.id: frozenset[str | bool](one.values or (True, False)) for one in facts}

    def ways(self, first: Way) -> Iterator[Way]:
        """All ways on, until each is over or every line stands still."""
        open_ = [first]
        while open_:
            way = open_.pop()
            if self.until and self.until & (way.met.keys() | way.excused):
                way.queue, way.waiting = [], []
            if not way.queue:
                yield way
                continue
            item = min(way.queue)
            way.queue.remove(item)
            minute, what, _, number = item
            follow = self._arrive if what == BEGINS else self._finish
            open_.extend(follow(way, number, minute))

    def start_line(self, way: Way, line: str, minute: Minute) -> None:
        if line not in way.started:
            way.started.add(line)
            way.push(minute, BEGINS, self.first[line])

    def _go(self, way: Way, number: int, go: str | None, minute: Minute) -> None:
        """From a step on to another of its line, to the next, or to the line's end."""
        line = self.steps[number][0]
        if go and go != "end":
            target = next(
                at for at, (of, one) in enumerate(self.steps) if (of, one.id) == (line, go)
            )
        else:
            target = number + 1
            if go == "end" or target == len(self.steps) or self.steps[target][0] != line:
                target = END
        if target != END:
            way.push(minute, BEGINS, target)
            return
        way.ended.add(line)
        still, way.parked = way.parked, []
        for since, other in still:
            way.push(max(since, minute), BEGINS, other)

    # A line comes to a step.

    def _arrive(self, way: Way, number: int, minute: Minute) -> Iterator[Way]:
        step = self.steps[number][1]
        for one, wanted in self._asked(way, step.only_if):
            earliest = one.start + minutes(step.earliest) if step.earliest else minute
            if not wanted:
                self._go(one, number, None, minute)
            elif minute < earliest and not one.since:
                one.push(earliest, BEGINS, number)
            elif any(other in one.started - one.ended for other in step.wait_for):
                one.parked.append((minute, number))
            elif isinstance(step, Wait):
                one.waiting.append(number)
            else:
                self._begin(one, number, step, minute)
            yield one

    def _asked(self, way: Way, tests: Iterable[FactTest]) -> Iterator[tuple[Way, bool]]:
        """Whether all conditions hold; what is not known may be either way, and is known from then on."""
        for test in tests:
            yes, no = self._parted(way, test)
            if yes and no:
                other = way.copy()
                other.facts[test.fact] = no
                yield other, False
            elif no:
                yield way, False
                return
            way.facts[test.fact] = yes
        yield way, True

    def _parted(self, way: Way, test: FactTest) -> tuple[frozenset[str | bool], ...]:
        """The values that a fact may still have: those that a condition asks for, and the others."""
        left = way.facts.get(test.fact, self._values.get(test.fact, frozenset((True, False))))
        yes = frozenset(value for value in left if value == test.value)
        return yes, left - yes

    def contradicted(self, way: Way, tests: Iterable[FactTest]) -> bool:
        """Whether what is known contradicts a condition, or the conditions one another."""
        left: dict[str, frozenset[str | bool]] = {}
        for test in tests:
            yes = self._parted(way, test)[0]
            left[test.fact] = left.get(test.fact, yes) & yes
        return not all(left.values())

    def _begin(self, way: Way, number: int, step: Task | Decision, minute: Minute) -> None:
        there = minute
        for role in (step.role, step.second):
            if role:
                if role not in way.ready:
                    way.ready[role] = self.crew.answered(role, minute)
                there = max(there, way.ready[role])
        end = self.crew.done(step.role, step.second, step.people, there, minutes(step.takes))
        way.push(end, ENDS, number)

    # A step ends.

    def _finish(self, way: Way, number: int, minute: Minute) -> Iterator[Way]:
        step = self.steps[number][1]
        if isinstance(step, Wait):
            way.marks.append((minute, step.wait))
            self._go(way, number, None, minute)
            yield way
            return
        exits = step.answers if isinstance(step, Decision) else (step,)
        for position, exit in enumerate(exits):
            one = way.copy() if len(exits) > 1 else way
            if self._may(one, (number, position), exit):
                self._end(one, number, exit, minute)
                yield one

    def _may(self, way: Way, key: tuple[int, int], exit: Answer | Task) -> bool:
        """Whether this way out may be taken: not too often, and not against what is known."""
        way.taken[key] = way.taken.get(key, 0) + (exit.at_most is not None)
        if exit.at_most is not None and way.taken[key] > exit.at_most:
            return False
        for test in exit.means if isinstance(exit, Answer) else ():
            way.facts[test.fact] = self._parted(way, test)[0]
            if not way.facts[test.fact]:
                return False
        return True

    def _end(self, way: Way, number: int, exit: Answer | Task, minute: Minute) -> None:
        """All that the end of a step, and its answer, bring about."""
        step = self.steps[number][1]
        parts = (step, exit) if isinstance(exit, Answer) else (exit,)
        for part in parts:
            way.marks += [(minute, event) for event in part.marks]
            for met in (*part.discharges, *part.reaches):
                way.met.setdefault(met, minute)
        if isinstance(exit, Answer):
            way.excused |= exit.excuses.keys()
            way.severities += [(minute, exit.severity)] if exit.severity else []
        for line in (line for part in parts for line in part.starts):
            self.start_line(way, line, minute)
        again = minutes(exit.again_after) if exit.again_after else 0
        self._go(way, number, exit.go, minute + again)
