"""What the critical path shows to be in time is in time: nothing late is left out, and no alarm that nobody hears."""

import pytest

from tests.simulate.build import ask, book, steps, task, watch
from tests.simulate.random_books import STYLES, drawn
from tests.simulate.test_critical import search_of
from watchbill.graph.flow import flow_of
from watchbill.rules.proof._playbooks import proven
from watchbill.simulate.proof.clocks import Clock, Pause
from watchbill.simulate.proof.critical import Latest
from watchbill.simulate.proof.sure import Sure
from watchbill.simulate.proof.worst import Search
from watchbill.timeline.track import NEVER


def held(then: str, *rows: str) -> list[str]:
    """The clocks that are searched of a law of an hour that stands still from one event to another."""
    law = (
        "kind: obligation\nid: answer-law\ndue: 1h\n"
        f"hold: {{from: held, until: released, then: {then}}}\n"
    )
    bands = "kind: guard-bands\ngone: true\n"
    said = "kind: facts\nevents:\n" + "".join(
        f"  - {{id: {id}, title: It happens}}\n"
        for id in ("case-opened", "notice-received", "held", "released")
    )
    of = book(law, bands, said, steps(*rows, duties="answer-law"))
    return [one.id for one in search_of(of).unsure() if one.kind == "law"]


STOP, GO, DONE = "marks: [held]", "id: stand, wait: released", "discharges: [answer-law]"


@pytest.mark.parametrize(
    ("then", "rows", "searched"),
    [
        # Ten minutes until counsel answers and two for the call, until it is held; two from then on once more.
        ("restart", (task("one", "47m", rest=STOP), GO, task("two", "57m", rest=DONE)), []),
        ("restart", (task("one", "48m", rest=STOP), GO, task("two", "57m", rest=DONE)), ["answer-law"]),
        ("restart", (task("one", "47m", rest=STOP), GO, task("two", "58m", rest=DONE)), ["answer-law"]),
        # Both together where it goes on from where it stood.
        ("resume", (task("one", "20m", rest=STOP), GO, task("two", "25m", rest=DONE)), []),
        ("resume", (task("one", "20m", rest=STOP), GO, task("two", "26m", rest=DONE)), ["answer-law"]),
    ],
)  # fmt: skip
def test_a_clock_that_may_be_held_is_in_time_before_and_after(then, rows, searched):
    assert held(then, *rows) == searched


def test_a_clock_is_searched_from_one_second_more_than_it_allows():
    target = "kind: service-level\ntargets:\n  P1: {{acknowledged: 2m, contained: {}}}\n"
    playbook = steps(task("one", "30s", rest="reaches: [contained]"))
    for within, searched in (("150s", []), ("149s", ["contained"])):
        search = search_of(book(target.format(within), playbook))
        assert [one.id for one in search.unsure()] == searched


@pytest.mark.parametrize(("times", "searched"), [(1, []), (2, ["answer-law"])])
def test_a_clock_that_goes_on_runs_once_for_each_time_that_a_way_comes_to_a_wait(times, searched):
    # 17 minutes until it is held, and then 17 at most from each release to the next hold, or 12 until it is met.
    again = ask("two", f"answer: A, go: one, at_most: {times}", f"answer: B, {DONE}")
    rows = task("one", "5m", rest=STOP), GO, again
    assert held("resume", *rows) == searched


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("number", range(16))
def test_what_is_late_is_found_and_so_is_every_alarm_that_nobody_hears(style, number):
    of, playbook, starts = drawn(style, number)
    search = search_of(of, starts)
    unsure = search.unsure()
    proof = search.proof(search.clocks)
    late = {(one.clock, one.since): one.slack for one in proof.worst if one.slack < 0}
    assert {clock for clock, _ in late} <= set(unsure)
    again = Search(of, playbook, search.people).proof(unsure, late=True)
    assert {(one.clock, one.since): one.slack for one in again.worst} == late
    assert set(again.alarms) == set(proof.alarms)


# By hand: by so many seconds at the latest is in time, by one more is not.

HOUR = 3600
LAW = Clock("law", "answer-law", "1h", "case-opened", HOUR, None, "obligation:answer-law")
STANDS, STANDS_ANEW = Pause("held", "released", "resume"), Pause("held", "released", "restart")
# Whoever discharges the law is off at night, or there at every minute.
OFF = watch("legal-watch", ("06:00-18:00", "c"))
DISCHARGES = steps(task("one", role="counsel", rest=DONE), duties="answer-law")


def sure(*overlays: str) -> tuple[Search, Sure]:
    search = search_of(book(*overlays, DISCHARGES))
    return search, Sure(flow_of(search.playbook), search.people, search.sums)


def most(judge: Sure, clock: Clock, *others: Latest, times: int = 1, held: int = 0) -> int:
    """The most seconds until it is met with which a clock is in time for sure; -1 for none."""

    def in_time(seconds: int) -> bool:
        one = Latest({clock.id: seconds}, {"held": held}, times)
        return judge.met(clock, [*others, one])

    least, beyond = -1, NEVER
    while beyond - least > 1:
        middle = (least + beyond) // 2
        least, beyond = (middle, beyond) if in_time(middle) else (least, middle)
    return least


def test_a_clock_is_in_time_until_it_is_due():
    _, judge = sure()
    assert most(judge, LAW) == HOUR
    assert most(judge, LAW, Latest({"answer-law": HOUR}, {}, 1)) == HOUR
    assert most(judge, LAW, Latest({"answer-law": HOUR + 1}, {}, 1)) == -1
    assert judge.met(LAW, [Latest({}, {}, 1)])
    assert not judge.met(LAW, None)


def test_where_somebody_is_off_a_clock_is_in_time_until_its_first_alarm():
    alarmed = LAW._replace(warn_at=(75, 50, 90))
    (_, always), (_, off) = sure(), sure(OFF)
    assert most(always, alarmed) == HOUR
    assert most(off, alarmed) == HOUR // 2
    assert most(off, alarmed._replace(warn_at=(1,))) == HOUR // 100
    assert most(off, LAW) == HOUR
    assert most(off, alarmed._replace(id="acknowledged")) == HOUR


def test_the_hours_may_show_what_lies_behind_somebody_who_is_off_and_never_stands_still():
    (_, always), (_, off) = sure(), sure(OFF)
    assert (always.open(LAW), off.open(LAW)) == (False, True)
    assert not off.open(LAW._replace(holds=(STANDS,)))
    assert not off.open(LAW._replace(id="acknowledged"))


@pytest.mark.parametrize("warned", [(), (50,)])
def test_by_the_hours_it_is_due_when_it_is_due_or_alarms_first(warned):
    _, judge = sure(OFF)
    assert judge.due(LAW._replace(warn_at=warned))(1000) == 1000 + (HOUR // 2 if warned else HOUR)


def test_a_clock_that_begins_anew_has_all_its_time_each_time():
    _, judge = sure()
    clock = LAW._replace(holds=(STANDS_ANEW,))
    # At the second at which it is due it depends on what comes first.
    assert most(judge, clock) == most(judge, clock, times=3) == HOUR - 1
    assert most(judge, clock, held=HOUR - 1) == HOUR - 1
    assert most(judge, clock, held=HOUR) == -1
    assert most(judge, clock, Latest({}, {"held": HOUR}, 1)) == -1
    assert most(judge, clock, Latest({}, {"held": HOUR - 1}, 5)) == HOUR - 1


def test_a_clock_that_goes_on_has_its_time_once():
    _, judge = sure()
    clock = LAW._replace(holds=(STANDS,))
    assert most(judge, clock) == HOUR - 1
    assert most(judge, clock, times=3) == (HOUR - 1) // 3
    assert most(judge, clock, Latest({}, {"held": 600}, 2)) == HOUR - 1 - 1200
    assert most(judge, clock, Latest({"answer-law": 600}, {"held": 5}, 1)) == HOUR - 1 - 600
    assert most(judge, clock, Latest({}, {}, 9)) == HOUR - 1
    # Where one of its holds lets it go on and another begins it anew it has it once too.
    both = LAW._replace(holds=(STANDS, STANDS_ANEW))
    assert most(judge, both, Latest({}, {"held": 600}, 2)) == HOUR - 1 - 1200


def test_who_was_reached_is_reached_whatever_is_held():
    _, judge = sure()
    assert most(judge, LAW._replace(id="acknowledged", holds=(STANDS,))) == HOUR


def test_a_clock_that_may_be_held_is_searched_where_somebody_is_off():
    _, judge = sure(OFF)
    for hold in (STANDS, STANDS_ANEW):
        assert most(judge, LAW._replace(holds=(hold,))) == -1


@pytest.mark.parametrize("open_", ["09:00-17:00", "24h"])
def test_a_promise_in_open_hours_that_stands_still_has_its_open_time_once(open_):
    level = "kind: service-level\ntargets:\n  P1: {contained: {within: 1h, calendar: office}}\n"
    office = "kind: calendar\nid: office\ntimezone: UTC\nholidays: []\n"
    search, judge = sure(f"{office}hours: [{{days: every-day, hours: {open_!r}}}]\n", level)
    (clock,) = (one for one in search.clocks if one.id == "contained")
    assert most(judge, clock._replace(holds=(STANDS,))) == HOUR - 1


def test_what_lasts_by_the_calendar_lasts_as_long_as_it_ever_does():
    law = "kind: obligation\nid: answer-law\ndue: 1mo\ncounting: months\ntimezone: Europe/Dublin\n"
    search, judge = sure(law, "kind: guard-bands\ngone: true\n")
    (clock,) = (one for one in search.clocks if one.id == "answer-law")
    assert clock.due
    # A month that a spring change of the clocks shortens by an hour is among the days that are proven.
    shortest = min(
        piece.at(at) - at
        for piece, end in clock.due.track.spans()
        for at in (piece.start, end - 1)
        if at < search.people.end
    )
    assert clock.due.at_least < shortest
    assert most(judge, clock) == shortest
    assert most(judge, clock._replace(holds=(STANDS_ANEW,))) == shortest - 1


def test_late_clocks_are_proven_and_those_in_time_are_not():
    late = book(steps(task("one", "5h", rest="reaches: [contained]")))
    proof = proven(late, search_of(late).playbook)
    assert proof
    assert [(one.clock.id, one.slack) for one in proof.worst] == [("contained", -62 * 60)]
    in_time = book(steps(task("one", "1h", rest="reaches: [contained]")))
    assert proven(in_time, search_of(in_time).playbook) is None
