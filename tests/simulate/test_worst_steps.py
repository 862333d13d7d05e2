"""The worst minute where steps wait for one another: what the engine proves, and the oracle finds."""

from tests.simulate.build import book, steps, task, watch
from tests.simulate.proving import engine, oracle
from tests.timeline.build import at
from watchbill.model.response import Playbook

MIDNIGHT = at("2026-12-02T00:00") // 60
CONTAINED = ("target", "contained", "P1", "4h", "")


def proven(of, minutes=60, first=MIDNIGHT):
    """The worst of each clock over so many minutes; the oracle says the same."""
    case = of, of.get(Playbook, "fraud-ring"), range(first, first + minutes)
    found = engine(*case)
    assert found == oracle(*case)
    return found


def test_a_role_is_called_by_the_step_that_needs_it_first_and_not_by_one_that_may_begin_later():
    of = book(
        steps(
            task("one", rest="starts: [beside]"),
            task("two", role="counsel", rest="reaches: [contained]"),
            beside=task("side", role="counsel", rest="earliest: 3h"),
        )
    )
    # 2 until the analyst answers, 10 of work, 5 until counsel is there, 10 of work.
    assert proven(of)[CONTAINED] == (240 - 27, MIDNIGHT, 60)


def test_work_that_ends_when_the_role_closes_is_done_then_and_a_minute_later_the_next_morning():
    of = book(
        watch("watch", ("06:00-18:00", "a"), answers="0m"),
        steps(task("one", "50m", rest="reaches: [contained]")),
    )
    first = MIDNIGHT + 17 * 60
    assert proven(of, 11, first)[CONTAINED] == (240 - 50, first, 11)
    assert proven(of, 12, first)[CONTAINED] == (240 - 12 * 60 - 50, first + 11, 1)


def test_a_start_at_the_very_minute_at_which_all_go_off_waits_for_the_next_opening():
    of = book(
        watch("watch", ("06:00-18:00", "a")),
        watch("legal-watch", ("24h", "c"), answers="5m"),
        steps(task("one", "30m", rest="reaches: [contained]")),
    )
    # At 17:59 the analyst answers and finds the role closed; at 18:00 nobody answers and counsel is paged.
    found = proven(of, 2, MIDNIGHT + 18 * 60 - 1)
    assert found["target", "acknowledged", "P1", "10m", ""] == (0, MIDNIGHT + 18 * 60, 1)


def test_of_equals_the_earliest_minute_is_named_and_how_many_share_it():
    of = book(
        watch("watch", ("06:00-18:00", "a")), steps(task("one", "30m", rest="reaches: [contained]"))
    )
    # From 17:29 to 17:58 work goes on the next morning; at 18:00 the analyst is called then. Two days.
    assert proven(of, 2 * 1440)[CONTAINED] == (240 - 752, MIDNIGHT + 17 * 60 + 29, 62)


def test_where_everybody_is_always_there_it_is_the_same_at_every_minute():
    of = book(steps(task("one", "30m", rest="reaches: [contained]")))
    assert {worst.shared for worst in proven(of, 1440).values()} == {1440}
