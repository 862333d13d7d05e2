"""The book that ships, and what is proven of its playbooks over 400 days; worked out once."""

from datetime import UTC, datetime
from functools import cache

from tests.support import ROOT
from watchbill.load.library import load
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.simulate.proof.slack import Worst
from watchbill.simulate.proof.worst import prove

FIRST = datetime(2026, 11, 28, tzinfo=UTC)


@cache
def book() -> Book:
    return load([str(ROOT)], now=FIRST, cached=False).book


def playbook(id: str) -> Playbook:
    found = book().get(Playbook, id)
    assert found
    return found


@cache
def worst(id: str) -> dict[tuple[str, str, str, str], Worst]:
    """Each clock at its worst, by kind, id, severity and the event since which it is looked at."""
    proof = prove(book(), playbook(id))
    assert not proof.too_many
    return {
        (one.clock.kind, one.clock.id, one.clock.severity, one.since): one for one in proof.worst
    }
