"""What the proofs of playbooks share: each playbook proven once, and how a clock that is late is told.

The search is loaded where a clock may be late: a commit hook seldom needs it.
"""

import importlib
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from watchbill.model.book import Book
from watchbill.model.memo import once
from watchbill.model.response import Playbook
from watchbill.model.time import Schedule
from watchbill.rules.proof import _schedules
from watchbill.rules.provable import provable
from watchbill.simulate.proof import told
from watchbill.simulate.proof.account import Account, account
from watchbill.simulate.proof.people import hands_of, people
from watchbill.simulate.proof.question import Question
from watchbill.simulate.proof.slack import Proof, Worst
from watchbill.timeline.spans import Span

Path = tuple[str | int, ...]
HOLE = "proof/cover-hole"


class Late(NamedTuple):
    """A clock that is late at its worst, with the arithmetic of that minute."""

    worst: Worst
    account: Account


def proven(book: Book, playbook: Playbook) -> Proof | None:
    """The proof of what is late in a playbook, or may be.

    None where nothing is for sure, and where it would be built on sand, which other rules tell.
    """
    kept = _kept(book)
    if playbook.id not in kept:
        kept[playbook.id] = _proof(book, playbook) if provable(book, playbook) else None
    return kept[playbook.id]


def _proof(book: Book, playbook: Playbook) -> Proof | None:
    unsure = Question(book, playbook, people(book)).unsure()
    if not unsure:
        return None
    worst = importlib.import_module("watchbill.simulate.proof.worst")
    proof: Proof = worst.Search(book, playbook, people(book)).proof(unsure, late=True)
    return proof


@once
def _kept(_: Book) -> dict[str, Proof | None]:
    return {}


def late(book: Book, playbook: Playbook, kind: str) -> Iterator[Late]:
    """The clocks of a kind that are late at their worst, one finding for each, the worst of its restarts.

    One that is late because of a hole in a rota is left to the finding about the hole.
    """
    proof = proven(book, playbook)
    if proof is None:
        return
    clocks: dict[object, Worst] = {}
    for worst in proof.worst:
        known = clocks.get(worst.clock)
        if (
            worst.clock.kind == kind
            and worst.slack < 0
            and not (known and known.slack <= worst.slack)
        ):
            clocks[worst.clock] = worst
    for worst in clocks.values():
        sums = account(worst, people(book), proof.range)
        if not _hole(book, sums):
            yield Late(worst, sums)


def _hole(book: Book, sums: Account) -> bool:
    """Whether anybody is waited for whose rota breaks its own promise, and a finding says so."""
    waits = (leg for leg in sums.legs if leg.why == "closed" or leg.length > leg.takes > 0)
    roles = {role for leg in waits for role in leg.role.split(" with ")}
    for role in sorted(roles):
        by = people(book).staff(role)
        if isinstance(by, Schedule):
            cover = _schedules.proven(book, by)
            silenced = any(one.rule == HOLE and one.until >= book.today for one in by.silences)
            if cover and cover.holes and not silenced:
                return True
    return False


def words(book: Book, playbook: Playbook, one: Late) -> str:
    """What is late, by how much, at which minute, and the sum that shows it."""
    who, proof = people(book), proven(book, playbook)
    whole = Span(*proof.range) if proof else Span(who.start, who.end)
    worst, sums = one
    zone, _ = told.clock_of(book, who, sums)
    return (
        f"{told.name(worst.clock)} {told.by_how_much(worst)}"
        f" {told.when(book, who, worst, sums, whole)}: {told.sum_of(sums, zone)}"
    )


def listed(playbook: Playbook, id: str) -> Path:
    """Where a playbook lists a law."""
    return ("obligations", playbook.obligations.index(id))


def step_path(playbook: Playbook, id: str) -> Path:
    """Where a step of this id stands."""
    for line, steps in playbook.lines.items():
        for number, step in enumerate(steps):
            if step.id == id:
                return ("lines", line, number)
    return ("steps", next((n for n, step in enumerate(playbook.steps) if step.id == id), 0))


def outlasted(book: Book, one: Late) -> int | None:
    """For how many seconds at most the role of the last step is off, where that is longer than the clock runs."""
    done, period = one.worst.outcome.met.done, one.worst.clock.period
    if period is None or done is None:
        return None
    spans = people(book).hands(hands_of(done.step))
    off = max((b.start - a.end for a, b in pairwise(spans)), default=0)
    return off if off >= period else None
