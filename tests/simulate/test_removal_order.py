"""The order to remove within one hour: what is proven is what trying every start minute and every way finds.

By default over the days round each change of clocks and the feasts. All 576,000 minutes of 400 days, which
take some minutes to try:
WATCHBILL_EVERY_MINUTE=1 pytest -n 0 tests/simulate/test_removal_order.py
"""

import json
import os
from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

import pytest

from tests.simulate.proving import searched
from tests.simulate.removal_order import Order, Said
from tests.simulate.removal_order import Worst as Tried
from tests.simulate.shipped import FIRST, book, playbook
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.report.worst import as_json
from watchbill.simulate.proof.people import People
from watchbill.simulate.proof.slack import Proof, story
from watchbill.simulate.proof.summary import summary

EVERY_MINUTE = bool(os.environ.get("WATCHBILL_EVERY_MINUTE"))
DAY = 1440
DAYS = 400
# Each from its first day on for so many days, with a day on which the Dublin office works in each: of a
# promise in its hours the most that can have passed before the authority is asked has passed then.
WINDOWS = (
    ("2026-12-24", 2),
    ("2026-12-31", 5),
    ("2027-03-14", 2),
    ("2027-03-28", 3),
    ("2027-10-31", 2),
    ("2027-11-07", 2),
    ("2027-12-29", 3),
)

Name = tuple[str, ...]


class Proven(NamedTuple):
    """What is proven of a clock: slack in minutes, the first minute, how many share it, and the way told."""

    slack: float
    at: int
    shared: int
    way: Said


def shipped() -> tuple[Book, Playbook]:
    return book(), playbook("terrorist-removal-order")


def days(first: datetime, number: int) -> range:
    start = int(first.timestamp()) // 60
    return range(start, start + number * DAY)


def windows() -> list[range]:
    """The start minutes that are tried."""
    if EVERY_MINUTE:
        return [days(FIRST, DAYS)]
    return [days(datetime.fromisoformat(f"{day}T00:00Z"), number) for day, number in WINDOWS]


@cache
def order() -> Order:
    return Order(*shipped(), [minute for window in windows() for minute in window])


@cache
def tried(window: range) -> dict[Name, Tried]:
    return order().worst(window)


@cache
def proof_of(window: range) -> Proof:
    return searched(*shipped(), window)


@cache
def proven(window: range) -> dict[Name, Proven]:
    found = {}
    for one in proof_of(window).worst:
        clock = one.clock
        within = clock.within.split(" of ")[0]
        name = (clock.kind, clock.id, clock.severity, within, *map(str, clock.tests), one.since)
        found[name] = Proven(one.slack / 60, one.at // 60, one.shared, story(one))
    return found


@pytest.mark.parametrize("window", windows(), ids=str)
def test_each_clock_has_the_slack_that_trying_every_minute_and_every_way_finds(window):
    found = {name: one[:3] for name, one in tried(window).items()}
    assert {name: one[:3] for name, one in proven(window).items()} == found
    laws = {name[-1]: one for name, one in found.items() if name[:2] == ("law", "eu-tco-removal")}
    every = window.start, len(window)
    assert laws == {"": (17, *every), "clarification-received": (45, *every)}


@pytest.mark.parametrize("window", windows(), ids=str)
def test_the_way_that_is_told_is_one_that_leads_to_the_worst_minute(window):
    for name, one in proven(window).items():
        ways = tried(window)[name].ways
        assert any(_within(one.way, way) for way in ways), (name, one.way)


def _within(way: Said, other: Said) -> bool:
    """Whether all that is said on a way is said on the other, so often at least; lines may come in any order."""
    return all(way.count(said) <= other.count(said) for said in way)


def test_what_is_printed_is_what_was_tried():
    window = windows()[0]
    people = People(shipped()[0], window.start * 60, len(window) // DAY)
    told = as_json([summary(shipped()[0], people, shipped()[1], proof_of(window))])
    printed = json.loads(told)["playbooks"][0]
    assert (printed["from"], printed["to"]) == (instant(window.start), instant(window.stop))
    assert {
        (one["kind"], one["id"], one["since"]): (one["slack"] / 60, one["at"], one["shared"])
        for one in printed["clocks"]
    } == {
        (name[0], name[1], name[-1]): (one.slack, instant(one.at), one.shared)
        for name, one in tried(window).items()
    }


def instant(minute: int) -> str:
    return f"{datetime.fromtimestamp(minute * 60, UTC):%Y-%m-%dT%H:%M:%SZ}"
