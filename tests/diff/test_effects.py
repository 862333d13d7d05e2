"""What a change does to the clocks of a playbook is what the proof of each state says."""

import pytest

from tests.diff.build import books, proven, states
from watchbill.diff.change import Change, Direction, Weight
from watchbill.diff.remembered import Remembered
from watchbill.model.response import Playbook
from watchbill.rules.provable import provable
from watchbill.simulate.proof.profile import profile
from watchbill.simulate.proof.told import left
from watchbill.simulate.proof.worst import prove

LONGER = """
kind: playbook
steps:
  - {id: look, title: Look, role: analyst, takes: %s}
  - {id: close, title: Close, role: analyst, takes: 5m, discharges: [answer-law], reaches: [contained, resolved]}
"""


def clocks(changes: tuple[Change, ...]) -> list[Change]:
    return [one for one in changes if one.kind.startswith("proof/")]


def test_a_step_that_takes_longer_makes_every_clock_across_it_later() -> None:
    found = clocks(proven(LONGER % "10m", LONGER % "25m"))
    assert {one.direction for one in found} == {Direction.WEAKER}
    assert {one.what for one in found} == {
        "`answer-law` is discharged",
        "`answer-law` is discharged (our own limit) if hosting",
        "P1 `contained` is reached",
        "P1 `resolved` is reached",
    }
    assert all("later at every minute" in one.example for one in found)
    assert {str(one.new) for one in found} == {
        "playbook:fraud-ring.obligations[0]",
        "playbook:fraud-ring.service_level",
    }


def test_the_slack_that_is_told_is_the_slack_that_is_proven() -> None:
    pair = books(LONGER % "10m", LONGER % "25m")
    told = {
        (one.what.split("`")[1], one.before, one.after)
        for one in clocks(proven(LONGER % "10m", LONGER % "25m"))
    }
    for number, book in enumerate(pair, 1):
        playbook = book.get(Playbook, "fraud-ring")
        assert playbook is not None
        for worst in prove(book, playbook).worst:
            if worst.clock.id != "acknowledged":
                assert (worst.clock.id, left(worst.slack)) in {
                    (one[0], one[number]) for one in told
                }


def test_a_clock_that_is_late_now_is_critical_and_its_mirror_is_stronger() -> None:
    (found,) = [one for one in proven(LONGER % "10m", LONGER % "5h") if one.kind == "proof/late"]
    assert (found.direction, found.weight) == (Direction.WEAKER, Weight.CRITICAL)
    assert found.what == "P1 `contained` is reached"
    assert found.after.endswith("late")
    (back,) = [one for one in proven(LONGER % "5h", LONGER % "10m") if one.kind == "proof/late"]
    assert (back.direction, back.before, back.after) == (
        Direction.STRONGER,
        found.after,
        found.before,
    )


def test_a_change_that_moves_no_clock_has_no_effect() -> None:
    assert clocks(proven("", "kind: playbook\ntitle: Another\n")) == []
    assert clocks(proven("", "kind: playbook\nnever: [Wait]\n")) == []


def test_another_rota_is_felt_by_the_playbooks_that_it_works_for() -> None:
    found = clocks(proven("", "kind: schedule\nid: watch\nanswers_within: 4m\n"))
    assert found and {one.subject for one in found} == {"playbook:fraud-ring"}
    assert all(one.direction is Direction.WEAKER for one in found)


def test_a_playbook_that_cannot_be_proven_any_more_is_told() -> None:
    lost = "kind: playbook\nsteps: [{id: look, title: Look, role: nobody, takes: 5m}]\n"
    (found,) = [one for one in proven("", lost) if one.kind == "proof/unproven"]
    assert (found.direction, found.weight) == (Direction.WEAKER, Weight.CRITICAL)
    (back,) = [one for one in proven(lost, "") if one.kind == "proof/unproven"]
    assert back.direction is Direction.STRONGER


CHANGES = [
    "kind: playbook\nservice_level: promise\nbegins: [notice-received]\n",
    LONGER % "20m",
    "kind: schedule\nid: watch\nanswers_within: 4m\n",
    "kind: schedule\nid: legal-watch\nanswers_within: 1h\n",
    "kind: service-level\ntargets: {P1: {contained: 5h}}\n",
    "kind: service-level\ncalendar: office\n",
    "kind: obligation\ndue: 30h\n",
    "kind: obligation\nbinding: may\n",
    "kind: guard-bands\nbands: [{obligation: answer-law, within: 6h}]\n",
    "kind: facts\nswitches: [{id: hosting, title: Do we host?, value: false}]\n",
    "kind: calendar\nhours: [{days: mon-fri, hours: '10:00-17:00'}]\n",
]


@pytest.mark.parametrize("overlay", CHANGES)
def test_what_is_remembered_of_one_book_is_used_for_another_only_where_it_is_the_same(
    overlay: str,
) -> None:
    first = Remembered({}, provable)
    (book, other) = books("", overlay)
    playbooks = [one.get(Playbook, "fraud-ring") for one in (book, other)]
    assert playbooks[0] is not None and playbooks[1] is not None
    kept = first.profile(book, states(book), playbooks[0])
    assert first.fresh and kept == profile(book, playbooks[0])
    again = Remembered(first.table, provable)
    assert again.profile(book, states(book), playbooks[0]) == kept and not again.fresh
    firm = provable(other, playbooks[1])
    expected = profile(other, playbooks[1]) if firm else None
    assert again.profile(other, states(other), playbooks[1]) == expected
