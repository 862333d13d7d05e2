"""What a bundle of evidence holds, as values. Instants are UTC."""

from datetime import date, datetime
from typing import NamedTuple

from watchbill.load.history import Commit
from watchbill.report.changes import Comparison
from watchbill.simulate.proof.summary import Summary

START, FIRST, CHANGE, END = "start", "first", "change", "end"


class Asked(NamedTuple):
    """What it was made for: the words, the documents that they mean, the days (both included), and who reads it."""

    words: str
    subjects: tuple[str, ...]
    start: date
    end: date
    audience: str
    reader: str = ""


class State(NamedTuple):
    """The book as it stood: at the start, after each change of what is concerned, and at the end.

    `number` counts from 0. `judged` is the instant that its proofs look ahead from. `faults` says why its files
    could not be read as a whole ("" where they could). `documents` are the keys that are shown, `withheld` how
    many more are concerned that these readers may not read.
    """

    number: int
    why: str
    commit: str
    made: datetime
    judged: datetime
    faults: str
    documents: tuple[str, ...]
    withheld: int


class Version(NamedTuple):
    """One version of a document: from which state on, its file in Git, and where it lies in here.

    `path` is "" where it does not.
    `note` says what a reader must know of it ("" for the bytes as Git has them).
    """

    key: str
    state: int
    file: str
    path: str
    note: str = ""


class Fact(NamedTuple):
    """What a document that was asked for said from a state on, as label and value."""

    key: str
    state: int
    rows: tuple[tuple[str, str], ...]


class Team(NamedTuple):
    """A team that had to agree: to which changes, and who of it is known to have."""

    team: str
    changes: tuple[str, ...]
    approved_by: tuple[str, ...]


class Agreement(NamedTuple):
    """Who had to agree to a change.

    `complete` is None where nobody can say. `source` says where approvals are known from, `note` what is not shown.
    """

    teams: tuple[Team, ...] = ()
    people: int = 0
    complete: bool | None = None
    source: str = ""
    note: str = ""


class Turn(NamedTuple):
    """What led to a state: the commits of the main line and those that they brought in, and what changed in meaning.

    `why_not` says why nothing could be compared. `withheld` is the number of changes that are not shown.
    """

    state: int
    commits: tuple[Commit, ...]
    brought: tuple[Commit, ...]
    comparison: Comparison | None
    why_not: str
    withheld: int
    agreement: Agreement


class Proof(NamedTuple):
    """A playbook proven in a state; without a summary `why_not` says why there is none."""

    state: int
    playbook: str
    summary: Summary | None
    why_not: str = ""


class Trial(NamedTuple):
    """A scenario as it was played at the end: `words` say what did not come as expected, `path` is its timeline."""

    key: str
    title: str
    label: str
    passed: bool
    words: tuple[str, ...]
    path: str


class Accepted(NamedTuple):
    """A finding of the linter that was accepted, with its reason and last day, from one state to another."""

    key: str
    rule: str
    reason: str
    until: date
    first: int
    last: int


class Bundle(NamedTuple):
    """All of it. `missing` says what could not be shown, one sentence each."""

    asked: Asked
    titles: tuple[tuple[str, str], ...]
    tool: str
    tz: str
    states: tuple[State, ...]
    versions: tuple[Version, ...]
    facts: tuple[Fact, ...]
    turns: tuple[Turn, ...]
    proofs: tuple[Proof, ...]
    trials: tuple[Trial, ...]
    accepted: tuple[Accepted, ...]
    missing: tuple[str, ...]
    subjects_open: bool = True
    """Whether the first lines of commits are for these readers."""


def stem(state: State) -> str:
    """The name of the files of a state: its number, and the beginning of its commit."""
    return f"{state.number:03}-{state.commit[:12]}"
