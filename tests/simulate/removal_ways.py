"""Every way through a playbook whose lines meet only where one waits for another, for all starts at once.

Shares nothing with the engine. A way is followed answer by answer; each instant on it is a row of numbers,
one a start.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from tests.simulate.removal_people import Instants, Tables
from watchbill.model.organization import Facts
from watchbill.model.response import Answer, Decision, Playbook, Task, Wait
from watchbill.model.types import FactTest

MAIN = ""
Values = frozenset[str | bool]
At = tuple[str, int]


class Way:
    """One way so far, told from the incident's start, or from an event outside (`since`) on.

    `happened` are the marks and what was met since then; what happens on one line is in its order.
    """

    def __init__(self, start: Instants) -> None:
        self.start, self.since = start, ""
        self.todo: list[tuple[At, Instants]] = []
        self.parked: list[tuple[At, Instants]] = []
        self.waiting: list[At] = []
        self.started: set[str] = set()
        self.ended: dict[str, Instants] = {}
        self.ready: dict[str, Instants] = {}
        self.facts: dict[str, Values] = {}
        self.excused: set[str] = set()
        self.taken: dict[tuple[At, int], int] = {}
        self.happened: list[tuple[str, str, Instants]] = []
        self.said: list[tuple[str, str]] = []

    def copy(self) -> "Way":
        new = Way.__new__(Way)
        new.__dict__ = {
            name: value.copy() if isinstance(value, list | dict | set) else value
            for name, value in self.__dict__.items()
        }
        return new


class Ways:
    """The steps of a playbook."""

    def __init__(self, playbook: Playbook, tables: Tables) -> None:
        self._tables = tables
        self._lines = {MAIN: playbook.steps, **playbook.lines}
        facts = [fact for one in tables.book.all(Facts) for fact in one.case_facts]
        self._values = {one.id: Values(one.values or (True, False)) for one in facts}
        self.gone = 0
        # On which line something happens: each on one only, so that its order is the line's.
        self.line_of: dict[str, str] = {}
        self._check()

    def _check(self) -> None:
        """Lines meet only where one waits for another: all else that could depend on their order is refused."""
        for line, steps in self._lines.items():
            for step in steps:
                assert step.earliest is None
                assert line == MAIN or not step.only_if
                if isinstance(step, Wait):
                    continue
                exits = step.answers if isinstance(step, Decision) else (step,)
                for one in (step, *exits):
                    assert one.again_after is None if isinstance(one, Task | Answer) else True
                    assert line == MAIN or not one.starts
                    assert line == MAIN or not (isinstance(one, Answer) and one.means)
                    for name in chain(one.discharges, one.reaches, one.marks):
                        assert self.line_of.setdefault(name, line) == line

    def contradicted(self, way: Way, tests: Iterable[FactTest]) -> bool:
        return any(not self._parted(way, test)[0] for test in tests)

    def _parted(self, way: Way, test: FactTest) -> tuple[Values, Values]:
        """The values that a fact may still have: those that are asked for, and the others."""
        left = way.facts.get(test.fact, self._values.get(test.fact, Values((True, False))))
        yes = Values(value for value in left if value == test.value)
        return yes, left - yes

    def begin(self, way: Way, at: Instants) -> None:
        way.started.add(MAIN)
        way.todo.append(((MAIN, 0), at))

    def follow(self, way: Way) -> Iterator[Way]:
        """All ways on, until every line is over or stands still."""
        open_ = [way]
        while open_:
            one = open_.pop()
            if one.todo:
                open_.extend(self._step(one, *one.todo.pop()))
            else:
                self.gone += not one.waiting
                yield one

    def resumed(self, way: Way, number: int, start: Instants) -> Way:
        """The way on from the event that one of its steps waits for, at any minute; all else is long over."""
        new = way.copy()
        place = new.waiting.pop(number)
        step = self._lines[place[0]][place[1]]
        assert isinstance(step, Wait)
        new.start, new.since = start, step.wait
        new.parked = [(one, start) for one, _ in new.parked]
        new.ready = dict.fromkeys(new.ready, start)
        new.ended = dict.fromkeys(new.ended, start)
        new.happened = []
        new.said.append(("", f"{step.wait} happens"))
        self._go(new, place, None, start)
        return new

    def _step(self, way: Way, place: At, at: Instants) -> Iterator[Way]:
        line, number = place
        step = self._lines[line][number]
        for one, wanted in self._asked(way, step.only_if):
            gates = [other for other in step.wait_for if other in one.started]
            if not wanted:
                self._go(one, place, None, at)
                yield one
            elif any(other not in one.ended for other in gates):
                one.parked.append((place, at))
                yield one
            elif isinstance(step, Wait):
                one.waiting.append(place)
                yield one
            else:
                let_in = self._tables.latest(at, *(one.ended[other] for other in gates))
                yield from self._worked(one, place, step, let_in)

    def _asked(self, way: Way, tests: Iterable[FactTest]) -> Iterator[tuple[Way, bool]]:
        """Whether all conditions hold; what is not known may be either way, and is known from then on."""
        for test in tests:
            yes, no = self._parted(way, test)
            if no:
                other = way.copy()
                other.facts[test.fact] = no
                yield other, False
            if not yes:
                return
            way.facts[test.fact] = yes
        yield way, True

    def _worked(self, way: Way, place: At, step: Task | Decision, at: Instants) -> Iterator[Way]:
        """A step is done; then it goes on with each answer that may be given."""
        there = at
        for role in (step.role, step.second):
            if role:
                if role not in way.ready:
                    assert place[0] == MAIN, (
                        f"who calls {role} first depends on the order of the lines"
                    )
                    way.ready[role] = self._tables.called(role, at)
                there = self._tables.latest(there, way.ready[role])
        takes = step.takes.nominal_seconds // 60
        end = self._tables.worked((step.role, step.second, step.people), there, takes)
        if not isinstance(step, Decision):
            yield from self._ended(way, place, 0, step, end)
            return
        for number, answer in enumerate(step.answers):
            one = way.copy()
            one.said.append((step.id, answer.answer))
            yield from self._ended(one, place, number, answer, end)

    def _ended(
        self, way: Way, place: At, number: int, exit: Task | Answer, end: Instants
    ) -> Iterator[Way]:
        """What a step's end and its answer bring about; nothing where this way out may not be taken."""
        times = way.taken[place, number] = way.taken.get((place, number), 0) + 1
        if exit.at_most is not None and times > exit.at_most:
            return
        for test in exit.means if isinstance(exit, Answer) else ():
            way.facts[test.fact] = self._parted(way, test)[0]
            if not way.facts[test.fact]:
                return
        step = self._lines[place[0]][place[1]]
        self._go(way, place, exit.go, end)
        for one in (step, exit) if isinstance(exit, Answer) else (exit,):
            assert not isinstance(one, Wait)
            way.happened += [("mark", event, end) for event in one.marks]
            way.happened += [("meet", id, end) for id in (*one.discharges, *one.reaches)]
            for line in one.starts:
                if line not in way.started:
                    way.started.add(line)
                    way.todo.append(((line, 0), end))
        if isinstance(exit, Answer):
            assert exit.severity is None
            way.excused |= exit.excuses.keys()
        yield way

    def _go(self, way: Way, place: At, go: str | None, at: Instants) -> None:
        """On to another step of the line, to the next, or to the line's end."""
        line, number = place
        steps = self._lines[line]
        following = number + 1
        if go and go != "end":
            following = next(n for n, one in enumerate(steps) if one.id == go)
        if go != "end" and following < len(steps):
            way.todo.append(((line, following), at))
            return
        way.ended[line] = at
        way.todo += way.parked
        way.parked = []
