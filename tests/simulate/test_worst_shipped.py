"""The playbooks that ship: trying each minute finds what is proven, at the worst minute and round changes of clocks."""

from datetime import datetime

import pytest

from tests.simulate.proving import engine, oracle
from tests.simulate.shipped import FIRST, book, playbook, worst

# So many minutes before and from the instant on: what a playbook's many ways leave time for.
SPANS = {"account-takeover-wave": 3, "threat-to-life": 5, "vendor-site-outage": 4}
# In Dublin, San Francisco; an hour is left out, and an hour comes twice.
CHANGES = {
    "account-takeover-wave": "2027-03-14T10:00Z",
    "threat-to-life": "2027-03-28T01:00Z",
    "vendor-site-outage": "2027-10-31T01:00Z",
}


def found_alike(id: str, minute: int):
    first = int(FIRST.timestamp()) // 60
    starts = range(max(first, minute - SPANS[id]), minute + SPANS[id])
    proven = engine(book(), playbook(id), starts)
    assert proven
    assert proven == oracle(book(), playbook(id), starts)
    return proven


@pytest.mark.parametrize("id", SPANS)
def test_at_the_worst_minute_of_400_days_trying_each_minute_finds_what_is_proven(id):
    """Of the clock that is worst at the fewest minutes; the oracle finds its least slack at that very minute."""
    rarest = min(worst(id).values(), key=lambda one: one.shared)
    minute = rarest.at // 60
    found = found_alike(id, minute)
    clock = rarest.clock
    (here,) = (
        one
        for name, one in found.items()
        if name[:3] == (clock.kind, clock.id, clock.severity) and name[-1] == rarest.since
    )
    assert (here.slack, here.at) == (rarest.slack / 60, minute)


@pytest.mark.parametrize("id", SPANS)
def test_round_a_change_of_clocks_trying_each_minute_finds_what_is_proven(id):
    found_alike(id, int(datetime.fromisoformat(CHANGES[id]).timestamp()) // 60)
