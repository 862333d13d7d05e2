"""What is left of a promise in office hours when an event outside comes: all of it, some, and nothing."""

import pytest

from tests.simulate.build import book, steps, task
from tests.simulate.held_clocks import FACTS, MIDNIGHT, OFFICE, found, law

LEVEL = """\
kind: service-level
targets:
  P1: {acknowledged: 10m, contained: {within: 1h, calendar: office}, resolved: 9d}
"""


@pytest.mark.parametrize(
    ("takes", "slack"),
    # The analyst answers at 2; counsel is there 5 minutes after the event, and works for 10.
    [("8m", 60 - 10 - 15), ("57m", 60 - 59 - 15), ("58m", 60 - 60 - 15)],
)
def test_of_a_promise_in_office_hours_what_is_left_runs_from_the_event(takes, slack):
    of = book(
        FACTS,
        law("9d", "resume"),
        OFFICE,
        LEVEL,
        steps(
            task("one", takes, rest="marks: [asked]"),
            "id: hear, title: Wait, wait: heard",
            task("two", role="counsel", rest="reaches: [contained]"),
            duties="answer-law",
        ),
    )
    worst = found(of, MIDNIGHT + 7 * 60, 9 * 60)
    name = ("target", "contained", "P1", "1h")
    assert worst[*name, "heard"].slack == slack
    # It is in time until it is held.
    assert worst[*name, ""].slack == slack + 15
