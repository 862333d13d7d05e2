"""The engine and the oracle asked the same question, with answers that can be compared."""

from tests.simulate.oracle_people import NEVER, REACH
from tests.simulate.proof_oracle import Name, Oracle, Worst
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.simulate.proof.people import People
from watchbill.simulate.proof.slack import Proof
from watchbill.simulate.proof.when import FAR
from watchbill.simulate.proof.worst import Search

Found = dict[Name, Worst]


def people_over(book: Book, starts: range) -> People:
    """The people of a book for these minutes of starts, looked at as far ahead as the oracle looks."""
    people = People(book, starts.start * 60, 1)
    people.end = starts.stop * 60
    people.far = people.end + REACH * 86400
    return people


def searched(book: Book, playbook: Playbook, starts: range, *kinds: str) -> Proof:
    """What the engine proves of these minutes, for clocks of these kinds (all where none is named)."""
    search = Search(book, playbook, people_over(book, starts))
    return search.proof([one for one in search.clocks if not kinds or one.kind in kinds])


def engine(book: Book, playbook: Playbook, starts: range, *kinds: str) -> Found | None:
    """By clock and event the least slack in minutes, where first, and how many share it; None for too many ways."""
    proof = searched(book, playbook, starts, *kinds)
    if proof.too_many:
        return None
    found = {}
    for one in proof.worst:
        clock = one.clock
        within = clock.within.split(" of ")[0]
        name = (clock.kind, clock.id, clock.severity, within, *map(str, clock.tests), one.since)
        far = NEVER if one.slack > FAR else -NEVER if one.slack < -FAR else None
        found[name] = Worst(one.slack / 60 if far is None else far, one.at // 60, one.shared)
    return found


def oracle(book: Book, playbook: Playbook, starts: range, *kinds: str) -> Found:
    """The same, by trying each minute."""
    return Oracle(book, playbook, starts).worst(lambda one: not kinds or one.kind in kinds)


def compared(case: tuple[Book, Playbook, range], tried: Found) -> list[str]:
    """Each clock of which the engine says something else than the oracle did, in words."""
    proven = engine(*case)
    if proven is None:
        return ["too many ways"]
    return [
        f"{name}: proven {proven.get(name)}, tried {tried.get(name)}"
        for name in sorted({*proven, *tried})
        if proven.get(name) != tried.get(name)
    ]
