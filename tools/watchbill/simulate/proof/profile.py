"""When each clock of a playbook is met at the latest, for every start: what two states of a book are compared by."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.simulate.proof.branch import Branch, Outcome
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.pages import Answered, Taken
from watchbill.simulate.proof.people import People, people
from watchbill.simulate.proof.slack import Proof
from watchbill.simulate.proof.when import Range, When, either, last, whole
from watchbill.simulate.proof.worst import Search
from watchbill.timeline.spans import Spans


class Name(NamedTuple):
    """What makes a clock the same clock in another state of the book: not its length."""

    kind: str
    id: str
    severity: str
    tests: tuple[str, ...]
    since: str


class End(NamedTuple):
    """When a clock is met at the latest, and its least slack in seconds (None where it is never asked for)."""

    latest: When
    slack: int | None


class Profile(NamedTuple):
    """Every clock of a playbook with its end, over a range of starts; `too_many` ways tell nothing."""

    range: Range
    ends: dict[Name, End]
    too_many: bool


def profile(book: Book, playbook: Playbook) -> Profile:
    """The profile of a sound playbook over the days of a proof."""
    return profiled(book, playbook)[0]


def profiled(book: Book, playbook: Playbook) -> tuple[Profile, Proof]:
    """The same, and the proof that it was taken from."""
    search = _Search(book, playbook, people(book))
    proof = search.proof(search.clocks)
    ends = {} if proof.too_many else search.ends(proof)
    return Profile(search.range, ends, proof.too_many), proof


def name_of(clock: Clock, since: str) -> Name:
    """The name of a clock, started at an event outside or with the incident."""
    tests = tuple(sorted(test.text for test in clock.tests))
    return Name(clock.kind, clock.id, clock.severity, tests, since)


class _Search(Search):
    """A search that keeps of every way when its clocks were met."""

    def __init__(self, book: Book, playbook: Playbook, whole: People) -> None:
        super().__init__(book, playbook, whole)
        self._met: dict[Name, dict[Spans, When]] = {}

    def _leaf(self, branch: Branch, one: Taken, silent: int, answered: Answered) -> None:
        for outcome in branch.outcomes:
            if self._stands(branch, outcome) and outcome.told_by() not in self._seen:
                self._keep(outcome)
        super()._leaf(branch, one, silent, answered)

    def _keep(self, outcome: Outcome) -> None:
        met = outcome.met.when
        kept = self._met.setdefault(name_of(outcome.clock, outcome.since), {})
        known = kept.get(outcome.starts)
        kept[outcome.starts] = met if known is None else last(known, met, self.range)

    def ends(self, proof: Proof) -> dict[Name, End]:
        """The ends of all clocks that were met on any way."""
        slack = {name_of(one.clock, one.since): one.slack for one in proof.worst}
        return {name: End(self._latest(name), slack.get(name)) for name in sorted(self._met)}

    def _latest(self, name: Name) -> When:
        latest: When = 0
        for starts, met in self._ordered(name):
            here = met if starts == whole(self.range) else either(starts, met, 0, self.range)
            latest = last(latest, here, self.range)
        return latest

    def _ordered(self, name: Name) -> Iterator[tuple[Spans, When]]:
        yield from sorted(self._met[name].items(), key=lambda one: one[0])
