"""The worst minute of a playbook by trying each minute and each way: shares nothing with the engine."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import product
from typing import NamedTuple

from tests.simulate.oracle_clocks import SILENT, Clock, clocks, counts, due, switches
from tests.simulate.oracle_pages import Answered, page, path_of
from tests.simulate.oracle_people import NEVER, Crew, Minute, Opened
from tests.simulate.oracle_running import Running, Stood
from tests.simulate.oracle_walk import MAIN, Walk, Way
from watchbill.model.book import Book
from watchbill.model.escalation import EscalationPath
from watchbill.model.response import Playbook, Wait

Name = tuple[str, ...]


class Worst(NamedTuple):
    """The least slack in minutes, the earliest minute that reaches it, and how many do."""

    slack: Minute
    at: int
    shared: int


class Least:
    """The least slack so far of each clock, by the event since which it is looked at, and where."""

    def __init__(self) -> None:
        self.found: dict[tuple[Clock, str], tuple[Minute, set[int]]] = {}

    def add(self, key: tuple[Clock, str], slack: Minute, at: Iterable[int]) -> None:
        least, where = self.found.get(key, (NEVER, set()))
        if slack <= least:
            self.found[key] = slack, ({*where, *at} if slack == least else set(at))


class Rest:
    """A way on which all lines stand still: how its clocks stand at worst, and their least slack so far."""

    def __init__(self, way: Way, number: int, clocks: Iterable[Clock]) -> None:
        self.way, self.number = way, number
        self.stood = dict.fromkeys(clocks, Stood())
        self.least = Least()


Rests = dict[object, Rest]


class Oracle:
    """One playbook tried at each of these minutes."""

    def __init__(self, book: Book, playbook: Playbook, starts: range) -> None:
        self.book, self.playbook, self.starts = book, playbook, starts
        self.crew = Crew(book, starts)
        self.walk = Walk(book, playbook, self.crew)
        self.clocks = clocks(book, playbook)
        self.facts = switches(book)
        self._due: dict[tuple[int, int], Minute] = {}

    def worst(self, wanted: Callable[[Clock], bool] = bool) -> dict[Name, Worst]:
        """The worst of each wanted clock, by its name and the event since which it is looked at."""
        found, rests = Least(), Rests()
        asked = [one for clock in self.clocks if wanted(clock) for one in counts(clock)]
        for start in self.starts:
            self._start(start, asked, found, rests)
        while rests:
            further = Rests()
            for rest, start in product(rests.values(), self.starts):
                for way in self._again(rest, start):
                    self._note(way, rest, found, further)
            rests = further
        return {
            (*clock.name, since): Worst(slack, min(at), len(at))
            for (clock, since), (slack, at) in found.found.items()
        }

    def _start(self, start: int, asked: list[Clock], found: Least, rests: Rests) -> None:
        """Tries an incident that begins at a minute."""
        for path in self._paths(start):
            for answered, ours in self._answered(path, start, asked):
                for way in self.walk.ways(self._first(start, answered)):
                    self._note(way, Rest(way, 0, ours), found, rests)

    def _answered(
        self, path: EscalationPath, start: int, asked: list[Clock]
    ) -> Iterator[tuple[Answered, list[Clock]]]:
        """How a page is answered, and the clocks that are looked at with so many silent levels."""
        found: dict[Answered, list[Clock]] = {}
        for silent in sorted({SILENT[clock.kind] for clock in asked}):
            ours = [clock for clock in asked if SILENT[clock.kind] == silent]
            found.setdefault(page(path, start, silent, self.crew), []).extend(ours)
        yield from found.items()

    def _paths(self, start: int) -> Iterator[EscalationPath]:
        """The paths of the matrix that cases of any region take at a minute."""
        regions = self.book.regions() or ("",)
        paths = [path_of(self.book, self.playbook, region, start) for region in regions]
        yield from {id(path): path for path in paths if path}.values()

    def _first(self, start: int, answered: Answered) -> Way:
        way = Way(start)
        way.facts = dict(self.facts)
        way.ready = dict(answered.ready)
        way.marks = [(start, event) for event in self.playbook.begins]
        way.severities = [(start, self.playbook.default_severity)]
        way.met["acknowledged"] = answered.at
        self.walk.start_line(way, MAIN, answered.at)
        return way

    def _again(self, rest: Rest, start: int) -> Iterator[Way]:
        step = self.walk.steps[rest.number][1]
        assert isinstance(step, Wait)
        return self.walk.ways(rest.way.resumed(rest.number, step.wait, start))

    # What came of a way.

    def _note(self, way: Way, rest: Rest, found: Least, further: Rests) -> None:
        """Takes in a way that is over, or puts one by on which all lines stand still."""
        own = Least()
        own.found.update(rest.least.found)
        stood = {}
        for clock, before in rest.stood.items():
            if way.waiting or clock.id in way.met:
                stood[clock] = one = self._follow(clock, way, before)
                if one.slack is not None:
                    own.add((clock, way.since), one.slack, [way.start])
        for number in way.waiting:
            self._put_by(way, number, (stood, own), further)
        for (clock, since), (slack, at) in own.found.items() if not way.waiting else ():
            if clock.id not in way.excused and self._counts(way, clock):
                found.add((clock._replace(holds=(), void=()), since), slack, at)

    def _counts(self, way: Way, clock: Clock) -> bool:
        """Whether a clock runs by what is known at the end of a way, and is held by these laws and no other."""
        contradicted = [self.walk.contradicted(way, tests) for _, tests in clock.holds]
        void = [self.walk.contradicted(way, tests) for _, tests in clock.void]
        return not any((*contradicted, self.walk.contradicted(way, clock.tests))) and all(void)

    def _put_by(
        self, way: Way, number: int, came: tuple[dict[Clock, Stood], Least], further: Rests
    ) -> None:
        stood, own = came
        step = self.walk.steps[number][1]
        assert isinstance(step, Wait)
        key = number, frozenset(clock.kind for clock in stood), way.mind()
        rest = further.setdefault(key, Rest(way, number, stood))
        for clock_since, (slack, at) in own.found.items():
            rest.least.add(clock_since, slack, at)
        for clock, one in stood.items():
            before = rest.stood[clock]
            used = max((x.used for x in (one, before) if x.used is not None), default=None)
            left = min((x.left for x in (one, before) if x.left is not None), default=None)
            rest.stood[clock] = Stood(used, one.on, left=left)
            if one.late is not None and any(hold.end == step.wait for hold in one.on):
                rest.least.add((clock, way.since), one.late, [way.start])

    def _follow(self, clock: Clock, way: Way, stood: Stood) -> Stood:
        """How a clock stands at the end of a way; a target runs from when its severity first held."""
        since = [at for at, severity in way.severities if severity == clock.severity]
        if way.met.get(clock.id) == -NEVER:
            return Stood()
        never = NEVER if clock.severity else -NEVER
        return self._run(clock, way, since[0] if since else never, stood)

    def _run(self, clock: Clock, way: Way, since: Minute, stood: Stood) -> Stood:
        """Feeds a clock with all that happens until it is met; it begins at its event, and not before `since`."""
        begins = [at for at, event in way.marks if event == clock.event]
        begin = -NEVER if clock.event in way.before else min(begins, default=NEVER)
        met = way.met.get(clock.id, NEVER)
        if since > max(begin, met):
            return stood  # What was reached already is not promised anew.
        begin = max(begin, since)
        run = Running(clock, stood, partial(self.due, clock), self._opened(clock))
        happened = sorted([*way.marks, (begin, "")], key=lambda one: one[0])
        for at, event in happened:
            if at == -NEVER or (event and at > met):
                continue
            if not event and at != NEVER:
                run.begin(int(at), at > met)
            for hold, _ in clock.holds:
                if hold.end == event and at != NEVER:
                    run.release(hold, int(at))
                elif hold.start == event:
                    run.hold(hold, at)
        return run.ended(met if clock.id in way.met else None)

    def _opened(self, clock: Clock) -> Opened | None:
        calendar = clock.counting.calendar
        return self.crew.opened(calendar.id) if calendar and clock.counting.opened else None

    def due(self, clock: Clock, start: int) -> Minute:
        key = clock.number, start
        if key not in self._due:
            self._due[key] = due(clock, start, self.crew)
        return self._due[key]
