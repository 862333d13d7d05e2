"""The worst minute of a playbook: for each clock the least slack over all starts, all paths and all answers."""

from collections.abc import Callable, Iterable

from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.simulate.proof import mind as minds
from watchbill.simulate.proof.alarms import Alarms
from watchbill.simulate.proof.branch import Branch, Met, Outcome
from watchbill.simulate.proof.chart import Chart
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.pages import Answered, Taken, answers
from watchbill.simulate.proof.paths import Paths, TooManyError
from watchbill.simulate.proof.people import People, people
from watchbill.simulate.proof.question import Question
from watchbill.simulate.proof.reach import reach_of
from watchbill.simulate.proof.rooms import Rooms
from watchbill.simulate.proof.slack import Proof, Worst
from watchbill.simulate.proof.when import FAR, Least, When
from watchbill.timeline.spans import merged
from watchbill.timeline.track import NEVER

Wanted = Callable[[Clock], bool]


def everything(_: Clock) -> bool:
    """Looks at every clock."""
    return True


def prove(book: Book, playbook: Playbook, wanted: Wanted = everything, days: int = 0) -> Proof:
    """The worst of each wanted clock of a sound playbook, at its default severity, in every region."""
    whole = people(book) if not days else People(book, people(book).start, days)
    return search(book, playbook, whole, wanted)


def search(book: Book, playbook: Playbook, whole: People, wanted: Wanted = everything) -> Proof:
    """The same over the days that these people are known for."""
    found = Search(book, playbook, whole)
    return found.proof([clock for clock in found.clocks if wanted(clock)])


class Search(Question):
    """The search of all ways for the answer."""

    def __init__(self, book: Book, playbook: Playbook, whole: People) -> None:
        super().__init__(book, playbook, whole)
        self._alarms = Alarms(whole, self.sums)
        self._ways = 0
        self._found: dict[tuple[Clock, str], Worst] = {}
        # Ways that part late come to the same: what was looked at is kept, and so keeps its identity.
        self._seen: dict[tuple[object, ...], Outcome] = {}
        self._rooms = Rooms(self.range)
        self._dues: dict[tuple[Clock, object], tuple[When, When]] = {}
        self._most = NEVER

    def proof(self, wanted: Iterable[Clock], *, late: bool = False) -> Proof:
        """The worst of these clocks; of those that are late alone, where that is all that is asked."""
        wanted, self._most = tuple(wanted), -1 if late else NEVER
        too_many = False
        if self.range.start < self.range.end:
            try:
                for one in self.taken:
                    self._path(one, wanted)
            except TooManyError:
                too_many = True
        order = {clock: number for number, clock in enumerate(self.clocks)}
        found = sorted(self._found.values(), key=lambda one: (order[one.clock], one.since))
        if too_many:
            return Proof(self.playbook.id, self.range, (), (), too_many)
        return Proof(
            self.playbook.id, self.range, tuple(found), self._alarms.found, ways=self._ways
        )

    def _path(self, one: Taken, wanted: tuple[Clock, ...]) -> None:
        for here, silent, asked in self.asked(one, wanted):
            chart = Chart(reach_of(self.playbook), asked)
            for answered in answers(self.people, here, silent):
                self._walk(chart, here, silent, answered)

    def _walk(self, chart: Chart, one: Taken, silent: int, answered: Answered) -> None:
        branch = Branch(answered.starts, minds.beginning(self.book))
        branch.ready = dict(answered.ready)
        branch.events = dict.fromkeys(self.playbook.begins, 0)
        branch.met = {"acknowledged": Met(answered.at, None)}
        branch.severities = {self.playbook.default_severity: None}
        values = {id: fact.values for id, fact in self.book.case_facts().items()}
        paths = Paths(
            chart,
            self.people,
            self.sums,
            values,
            lambda leaf: self._leaf(leaf, one, silent, answered),
        )
        paths.walk(branch, answered.at)
        self._ways += paths.leaves

    def _stands(self, branch: Branch, outcome: Outcome) -> bool:
        """Whether what was found on a way is so by all that is known at its end."""
        clock, mind = outcome.clock, branch.mind
        owed = clock.id not in branch.excused and not minds.denied(mind, clock.tests)
        return owed and outcome.counted.fits(mind)

    def _leaf(self, branch: Branch, one: Taken, silent: int, answered: Answered) -> None:
        for outcome in branch.outcomes:
            clock = outcome.clock
            if not self._stands(branch, outcome):
                continue
            key = outcome.told_by()
            if key in self._seen:
                continue
            self._seen[key] = outcome
            self._alarms.look(outcome)
            before = self._found.get((clock, outcome.since))
            most = before.slack if before else self._most
            if most < NEVER and self._at_least(outcome) > most:
                continue
            low = self._slack(outcome)
            if low is None or low.value > most:
                continue
            worst = Worst(
                clock,
                outcome.since,
                low.value,
                low.starts,
                one,
                silent,
                answered,
                outcome,
                branch.said,
            )
            if before and low.value == before.slack:
                worst = _shared(before, worst)
            self._found[clock, outcome.since] = worst

    def _at_least(self, outcome: Outcome) -> int:
        """What the slack of an outcome is not below, found without going through its starts."""
        found = self.sums.least(self._due(outcome)) - self.sums.most(outcome.met.when)
        return found if found > -FAR else -NEVER

    def _slack(self, outcome: Outcome) -> Least | None:
        """The least slack of an outcome, and where."""
        return self._rooms.slack(outcome.met.when, self._due(outcome), outcome.starts)

    def _due(self, outcome: Outcome) -> When:
        """When the clock of an outcome is due."""
        clock, start, own = outcome.clock, outcome.start, outcome.due
        if own is not None:
            return own
        key = clock, start if isinstance(start, int) else (id(start),)
        if key not in self._dues:
            self._dues[key] = clock.due_at(start, self.range), start
        return self._dues[key][0]


def _shared(before: Worst, other: Worst) -> Worst:
    """Two that are equally bad as one: told by the way that is so at the earliest minute."""
    if other.starts == before.starts:
        return before
    first = other if other.at < before.at else before
    return first._replace(starts=merged((*before.starts, *other.starts)))
