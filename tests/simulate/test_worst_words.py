"""What a worst minute is told in: the sum that leads to it, word by word, in small books."""

import pytest

from tests.simulate.build import book, steps, task, watch
from tests.simulate.held_clocks import FACTS, MIDNIGHT, law
from tests.simulate.proving import people_over, searched
from watchbill.model.response import Playbook
from watchbill.simulate.proof.summary import Row, summary


def rows(of, minutes: int = 60, first: int = MIDNIGHT) -> dict[tuple[str, str], Row]:
    """The rows of the small book's proof but our own limits, by id and event."""
    playbook, starts = of.get(Playbook, "fraud-ring"), range(first, first + minutes)
    proof = searched(of, playbook, starts)
    told = summary(of, people_over(of, starts), playbook, proof)
    return {(row.id, row.since): row for row in told.rows if row.kind != "guard"}


def test_of_two_lines_that_a_step_waits_for_the_one_that_ends_last_is_told():
    def of(first: str, second: str):
        side = "lines:\n" + "".join(
            f"  {name}:\n    - {{{task(f'of-{name}', takes)}}}\n"
            for name, takes in (("beside", first), ("behind", second))
        )
        main = (
            task("one", "5m", rest="starts: [beside, behind]"),
            task("two", "20m"),
            task("three", "10m", rest="wait_for: [beside, behind], reaches: [contained]"),
        )
        return book(steps(*main).replace("lines: {}\n", side))

    said = {
        times: rows(of(*times))["contained", ""].sum
        for times in (("1h", "30m"), ("30m", "50m"), ("5m", "6m"))
    }
    start, end = "2 min until `analyst` answers + `one` 5 min + ", " + `three` 10 min: "
    assert said == {
        ("1h", "30m"): f"{start}`of-beside` 1 h{end}done after 1 h 17 min, due after 4 h",
        ("30m", "50m"): f"{start}`of-behind` 50 min{end}done after 1 h 7 min, due after 4 h",
        ("5m", "6m"): f"{start}`two` 20 min{end}done after 37 min, due after 4 h",
    }


def test_what_uses_up_its_time_is_met_at_the_last_minute_and_a_minute_more_is_late():
    of = {
        n: rows(book(steps(task("one", f"{n}m", rest="reaches: [contained]"))))
        for n in (237, 238, 239)
    }
    assert [(one["contained", ""].left, one["contained", ""].late) for one in of.values()] == [
        ("has 1 min left", False),
        ("is met at the last minute", False),
        ("is 1 min late", True),
    ]


def test_a_second_too_many_is_late():
    of = book(steps(task("one", "237m"), task("two", "61s", rest="reaches: [contained]")))
    row = rows(of)["contained", ""]
    assert (row.slack, row.left, row.late) == (-1, "is 1 s late", True)


def test_of_two_lines_the_one_that_ends_last_at_the_worst_minute_is_told():
    sides = "lines:\n" + "".join(
        f"  {name}:\n    - {{{task(f'of-{name}', takes, role)}}}\n"
        for name, takes, role in (("beside", "1h", "counsel"), ("behind", "10m", "analyst"))
    )
    main = (
        task("one", "5m", "counsel", "starts: [beside, behind]"),
        task("two", "9m", "counsel", "wait_for: [beside, behind], reaches: [contained]"),
    )
    of = book(
        watch("watch", ("06:00-18:00", "a")),
        watch("legal-watch", ("24h", "c")),
        steps(*main).replace("lines: {}\n", sides),
    )
    row = rows(of, 440, MIDNIGHT + 11 * 60)["contained", ""]
    # By day it is that of counsel; late in the day that of the analyst is not done before the desk closes.
    assert row.sum == (
        "2 min until `analyst` answers + 2 min until `counsel` is there + `one` 5 min"
        " + `of-behind` 10 min with 12 h of pause + `two` 9 min: done after 12 h 28 min, due after 4 h"
    )


CORK = """\
kind: organization
regions:
  - {id: emea, title: Europe, hub: Cork, timezone: Europe/Dublin}
"""


@pytest.mark.parametrize(
    ("zone", "place"), [("Europe/Dublin", "Cork"), ("Asia/Tokyo", "Tokyo"), ("UTC", "UTC")]
)
@pytest.mark.parametrize("second", ["", "second: analyst, "])
def test_the_clock_of_whoever_is_waited_for_is_told(zone, place, second):
    of = book(
        CORK,
        watch("legal-watch", ("02:00-09:00", "c")).replace("timezone: UTC", f"timezone: {zone}"),
        steps(task("one", "1m", "counsel", f"{second}reaches: [contained]")),
    )
    row = rows(of, 1440)["contained", ""]
    assert f" {place}" in row.when


def test_work_that_the_days_ahead_do_not_suffice_for_never_ends():
    of = book(
        watch("legal-watch", ("12:00-12:01", "c"), answers="0m"),
        steps(task("one", "4h", role="counsel", rest="reaches: [contained]")),
    )
    row = rows(of, 30, MIDNIGHT + 12 * 60)["contained", ""]
    assert (row.left, row.late) == ("is never met", True)
    assert row.sum == (
        "2 min until `analyst` answers + 23 h 58 min with nobody at `counsel` until 12:00"
        " + `one` 4 h that never end, as `counsel` is closed: never done, due after 4 h"
    )


def test_a_clock_that_had_run_before_the_event_outside_says_for_how_long():
    of = book(
        FACTS,
        law("2h", "resume"),
        steps(
            task("one", "20m", rest="marks: [asked]"),
            "id: hear, title: Wait, wait: heard",
            task("two", "30m", rest="discharges: [answer-law]"),
            duties="answer-law",
        ),
    )
    found = rows(of)
    assert found["answer-law", ""].sum == (
        "10 min until `counsel` answers (1 level without an answer) + 2 min until `analyst` is there"
        " + `one` 20 min: held after 32 min, due after 2 h"
    )
    assert found["answer-law", "heard"].sum == (
        "`two` 30 min: done after 30 min, due after 1 h 28 min (had run for 32 min)"
    )
    assert found["answer-law", "heard"].way == (("", "heard happens"),)


def test_lines_that_ended_before_the_event_outside_are_no_part_of_the_sum_behind_it():
    of = book(
        FACTS,
        steps(
            task("one", "5m", rest="starts: [beside]"),
            task("two", "2h"),
            "id: hear, title: Wait, wait: heard",
            task(
                "three", "5m", rest="wait_for: [beside], marks: [asked], discharges: [answer-law]"
            ),
            beside=task("side", "20m"),
            duties="answer-law",
        ),
        "kind: obligation\nstarts: heard\ndue: 1h\napplies_if: []\n",
    )
    assert rows(of)["answer-law", "heard"].sum == "`three` 5 min: done after 5 min, due after 1 h"


def test_a_rest_behind_the_last_step_of_a_line_is_told_as_waiting_for_the_line():
    of = book(
        steps(
            task("one", rest="starts: [beside]"),
            task("two", "20m", rest="wait_for: [beside], reaches: [contained]"),
            beside=task("side", "15m", rest="again_after: 30m"),
        ),
    )
    assert rows(of)["contained", ""].sum == (
        "2 min until `analyst` answers + `one` 10 min + `side` 15 min"
        " + 30 min that `two` waits for a line + `two` 20 min: done after 1 h 17 min, due after 4 h"
    )


def test_a_line_without_steps_is_not_waited_for_and_work_that_takes_no_time_is_told():
    playbook = steps(
        task("one", rest="starts: [empty]"),
        task("two", "0m", rest="wait_for: [empty], earliest: 1h, reaches: [contained]"),
    )
    assert rows(book(playbook.replace("lines: {}", "lines: {empty: []}")))["contained", ""].sum == (
        "2 min until `analyst` answers + `one` 10 min + 48 min before `two` may begin"
        " + `two` 0 min: done after 1 h, due after 4 h"
    )


def test_a_promise_is_proven_with_everybody_answering_and_a_law_with_all_but_the_last_level_silent():
    end = task("one", rest="reaches: [contained], discharges: [answer-law]")
    found = rows(book(steps(end, duties="answer-law")))
    assert {id: row.silent for (id, _), row in found.items()} == {
        "acknowledged": 0,
        "contained": 0,
        "answer-law": 1,
    }
