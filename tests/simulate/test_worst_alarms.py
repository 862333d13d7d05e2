"""Alarms that reach nobody are those that fall so when each start is played by itself."""

from itertools import product

import pytest

from tests.simulate.build import NOON, ask, book, played, steps, task, watch, when, work
from tests.simulate.proving import people_over, searched
from watchbill.model.response import Playbook
from watchbill.simulate.proof.when import MINUTE

SPAN = 1440
STARTS = range(NOON // 60 - 700, NOON // 60 - 700 + SPAN)
DESK = watch("watch", ("24h", "a"))
COUNSEL = watch("legal-watch", ("06:00-21:40", "c"), answers="5m")


def level(within: str, *shares: int) -> str:
    return (
        f"kind: service-level\ntargets:\n  P1: {{contained: {within}}}\nwarn_at: {list(shares)}\n"
    )


CONTAINED, BEGINS = "reaches: [contained]", "begins: [case-opened]\n"
ONE = (task("one", "30m"), task("two", "4h", role="counsel", rest="reaches: [contained]"))
TWICE = (
    task("one", "3h", role="counsel"),
    task("two", "5h", role="counsel", rest="reaches: [contained]"),
)
BOTH = (
    task("one", "30m", rest="second: counsel"),
    task("two", "3h", rest="second: counsel, reaches: [contained]"),
)
BESIDE = (
    task("one", "20m", rest="starts: [beside]"),
    task("two", "1h"),
    task("three", "30m", rest="wait_for: [beside], reaches: [contained]"),
)
SIDE = task("side", "5h", role="counsel")
# By step: behind which step a line comes to it ("" for the acknowledgement), and who works on it.
PLAIN = {"one": ("", "analyst"), "two": ("one", "counsel")}
COURSES = {
    "one": (ONE, "", PLAIN),
    "twice": (TWICE, "", {"one": ("", "counsel"), "two": ("one", "counsel")}),
    "both": (BOTH, "", {"one": ("", "counsel"), "two": ("one", "counsel")}),
    "beside": (
        BESIDE,
        SIDE,
        {
            "one": ("", "analyst"),
            "two": ("one", "analyst"),
            "side": ("one", "counsel"),
            "three": ("two", "analyst"),
        },
    ),
    # An alarm that falls as the line comes to the step; and as a step ends.
    "come": ((task("one", "118m"), task("two", "4h", "counsel", CONTAINED)), "", PLAIN),
    "done": (
        (
            task("one", "30m"),
            task("two", "83m", "counsel"),
            task("three", "4h", "counsel", CONTAINED),
        ),
        "",
        {**PLAIN, "three": ("two", "counsel")},
    ),
}
# Two ways to one step, by what is answered.
PARTED = (
    ask("one", "answer: A, go: four", "answer: B"),
    task("two", "5h"),
    task("four", "4h", "counsel", CONTAINED),
)
WAYS = {
    "A": {"one": ("", "analyst"), "four": ("one", "counsel")},
    "B": {"one": ("", "analyst"), "two": ("one", "analyst"), "four": ("two", "counsel")},
}
Alarms = dict[tuple[int, str], set[int]]


def unheard(of, course, within: int, tried: set[int], began: str = "", **given) -> Alarms:
    """By alarm and step those of these starts at which it falls while its role is off, played one by one."""
    people, found = people_over(of, STARTS), {}
    for start in tried:
        trace = played(of, start * MINUTE, **given)
        ends = {step: until for step, _, until in work(trace)}
        ends[""] = when(trace, "acknowledged")[0]
        met = ends[next(reversed(course))]
        for share, (step, (before, role)) in product((50, 90), course.items()):
            alarm = within * share / 100 + (ends[began] if began else 0)
            off = people.lead(role, int((start + alarm) * MINUTE)) is None
            if off and ends[before] <= alarm < min(ends[step], met):
                found.setdefault((share, step), set()).add(start)
    return found


def proven(of) -> tuple[Alarms, set[int]]:
    """The same as it is proven; and a start now and then, and all at which it says that an alarm begins or ends."""
    proof = searched(of, of.get(Playbook, "fraud-ring"), STARTS, "target")
    found = {}
    for alarm in proof.alarms:
        minutes = {at for a, b in alarm.starts for at in range(-(-a // 60), -(-b // 60))}
        found[alarm.share, alarm.step] = minutes
    edges = {
        at for minutes in found.values() for at in minutes if len({at - 1, at + 1} & minutes) < 2
    }
    tried = {*STARTS[::17], *(near for at in edges for near in (at - 1, at, at + 1))} & {*STARTS}
    return {key: minutes & tried for key, minutes in found.items()}, tried


@pytest.mark.parametrize("within", [240, 600, 1440])
@pytest.mark.parametrize("name", COURSES)
def test_alarms_that_reach_nobody_are_those_of_each_start(name, within):
    rows, beside, course = COURSES[name]
    of = book(DESK, COUNSEL, level(f"{within}m", 50, 90), steps(*rows, beside=beside))
    found, tried = proven(of)
    assert found == unheard(of, course, within, tried)


@pytest.mark.parametrize("within", [240, 600, 1440])
def test_alarms_of_a_promise_that_begins_when_a_role_comes_are_those_of_each_start(within):
    starts = "kind: service-level\nstarts: notice-received\n"
    main = (
        task("one", "30m", "counsel", "marks: [notice-received]"),
        task("two", "5h", "counsel", CONTAINED),
    )
    of = book(DESK, COUNSEL, level(f"{within}m", 50, 90), starts, steps(*main, more=BEGINS))
    found, tried = proven(of)
    assert found == unheard(of, COURSES["twice"][2], within, tried, "one")


def test_no_alarm_falls_at_a_step_that_was_done_before_the_event_outside():
    starts = "kind: service-level\nstarts: notice-received\n"
    main = (
        task("one", "3h", "counsel", "starts: [beside]"),
        task("two", "3h", rest=f"wait_for: [beside], {CONTAINED}"),
    )
    hear = "id: hear, title: Wait, wait: notice-received"
    of = book(DESK, COUNSEL, level("240m", 50, 90), starts, steps(*main, beside=hear, more=BEGINS))
    proof = searched(of, of.get(Playbook, "fraud-ring"), STARTS, "target")
    assert [one.slack for one in proof.worst if one.since] == [60 * MINUTE]
    assert proof.alarms == ()


@pytest.mark.parametrize("within", [600, 840])
def test_alarms_that_reach_nobody_on_any_way_are_those_of_all_ways(within):
    of = book(DESK, COUNSEL, level(f"{within}m", 50, 90), steps(*PARTED))
    found, tried = proven(of)
    ways = [
        unheard(of, course, within, tried, answers={"one": said}) for said, course in WAYS.items()
    ]
    keys = {key for way in ways for key in way}
    assert found == {key: set().union(*(way.get(key, ()) for way in ways)) for key in keys}
    assert any(len({len(way.get(key, ())) for way in ways}) > 1 for key in keys)
