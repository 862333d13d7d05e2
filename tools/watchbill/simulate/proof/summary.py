"""The proof of a playbook as rows that can be printed: each clock at its worst minute, with its sum and its way."""

from typing import NamedTuple

from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.simulate.proof import told
from watchbill.simulate.proof.account import account
from watchbill.simulate.proof.branch import trail
from watchbill.simulate.proof.people import People
from watchbill.simulate.proof.slack import Proof, Worst, story
from watchbill.simulate.proof.when import MINUTE
from watchbill.timeline.spans import Span
from watchbill.timeline.zones import tz_version

KINDS = ("law", "guard", "target")
ASSUMPTIONS = (
    "one incident at a time",
    "each step takes as long as it says at most, in open minutes of its role",
    "nobody outside is counted on: where the playbook waits, the proof starts again at the event",
    "promises with everybody answering, our own limits with one silent level, the law with all but the last silent",
    "each playbook at its default severity, from every region",
)


class Row(NamedTuple):
    """One clock at its worst: instants and lengths in seconds.

    `at` is the first of the `shared` minutes (of `of`) that have this slack, `when` says them in words;
    `since` is the event outside at which the proof started again. `way` is each answer on the way by step;
    a fact that was taken for granted has no step.
    """

    kind: str
    id: str
    within: str
    severity: str
    since: str
    slack: int
    at: int
    shared: int
    of: int
    path: str
    regions: tuple[str, ...]
    silent: int
    left: str
    when: str
    sum: str
    way: tuple[tuple[str, str], ...]

    @property
    def late(self) -> bool:
        """Whether it is late then."""
        return self.slack < 0


class Summary(NamedTuple):
    """All clocks of one playbook over [start, end), laws first, each kind with the least slack first."""

    playbook: str
    title: str
    start: int
    end: int
    rows: tuple[Row, ...]
    too_many: bool
    tz: str


def summary(book: Book, people: People, playbook: Playbook, proof: Proof) -> Summary:
    """The rows of a proof."""
    rows = [_row(book, people, worst, proof) for worst in proof.worst]
    rows.sort(key=lambda row: (KINDS.index(row.kind), row.slack))
    return Summary(
        playbook.id,
        playbook.title,
        *proof.range,
        tuple(rows),
        proof.too_many,
        tz_version(),
    )


def _row(book: Book, people: People, worst: Worst, proof: Proof) -> Row:
    sums = account(worst, people, proof.range)
    zone, _ = told.clock_of(book, people, sums)
    clock = worst.clock
    whole = Span(*proof.range)
    return Row(
        clock.kind,
        clock.id,
        clock.within,
        clock.severity,
        worst.since,
        worst.slack,
        worst.at,
        worst.shared,
        whole.length // MINUTE,
        worst.taken.name,
        worst.taken.regions,
        worst.silent,
        told.by_how_much(worst),
        told.when(book, people, worst, sums, whole),
        told.sum_of(sums, zone),
        _way(worst),
    )


def _way(worst: Worst) -> tuple[tuple[str, str], ...]:
    """The answers up to the step at which the clock was met; what came after does not matter to it."""
    found = {done.step.id for done in trail(worst.outcome.met.done)}
    said = story(worst)
    known = worst.since + " happens"
    ends = [number for number, one in enumerate(said, 1) if one[0] in found or one == ("", known)]
    return said[: ends[-1]] if ends else ()
