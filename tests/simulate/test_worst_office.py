"""The worst minute of a promise in office hours that stands still: open minutes are left, not those of the nights."""

from tests.simulate.build import book, played, promise, steps, task, watch
from tests.simulate.held_clocks import FACTS, MIDNIGHT, OFFICE, law
from tests.simulate.proving import engine, oracle
from watchbill.model.response import Playbook

IN_OFFICE = """\
kind: service-level
targets:
  P1: {acknowledged: 10m, contained: {within: 515m, calendar: office}, resolved: 9d}
"""


def test_of_a_promise_in_office_hours_that_is_held_office_minutes_are_gone_and_not_those_of_the_night():
    of = book(
        FACTS,
        law("9d", "resume"),
        OFFICE,
        IN_OFFICE,
        watch("legal-watch", ("09:00-09:30", "legal-01"), answers="1m"),
        steps(
            task("one", "58m", rest="marks: [asked]"),
            "id: hear, title: Wait, wait: heard",
            task("two", role="counsel", rest="reaches: [contained]"),
            duties="answer-law",
        ),
    )
    # An hour of the 515 minutes is gone at most. Heard at 09:20, counsel is done the next day at 09:01.
    case = of, of.get(Playbook, "fraud-ring"), range(MIDNIGHT, MIDNIGHT + 1440)
    found = engine(*case, "target")
    assert found == oracle(*case, "target")
    (least,) = (
        worst for name, worst in found.items() if (name[1], name[-1]) == ("contained", "heard")
    )
    assert least.at == MIDNIGHT + 9 * 60 + 20
    trace = played(of, (MIDNIGHT + 9 * 60) * 60, events={"heard": [f"{24 * 60 + 20}m"]})
    assert promise(trace, "contained").slack == least.slack * 60 == -966 * 60


def test_of_a_promise_in_office_hours_that_is_held_and_released_on_the_way_office_minutes_are_left():
    of = book(
        FACTS,
        law("9d", "resume"),
        OFFICE,
        IN_OFFICE.replace("515m", "3h"),
        steps(
            task("one", "30m", rest="marks: [asked]"),
            task("two", "20h", rest="marks: [heard]"),
            task("three", "1h", rest="reaches: [contained]"),
            duties="answer-law",
        ),
    )
    case = of, of.get(Playbook, "fraud-ring"), range(MIDNIGHT, MIDNIGHT + 1440)
    found = engine(*case, "target")
    assert found == oracle(*case, "target")
    least = next(worst for name, worst in found.items() if name[1] == "contained")
    # From 12:00 on 32 of the 180 minutes are gone. Heard at 08:32, what is left ends at 11:28.
    noon = played(of, (MIDNIGHT + 12 * 60) * 60)
    assert promise(noon, "contained").slack == (11 * 60 + 28 - 9 * 60 - 32) * 60
    worst = played(of, least.at * 60)
    assert promise(worst, "contained").slack == least.slack * 60
