"""Drills: drawn from a seed, whole, and with no time that the simulation does not say."""

from functools import cache

import pytest

from tests.simulate.build import NOON, ask, book, steps, task, watch
from tests.support import ROOT
from watchbill.load.library import load
from watchbill.model.book import Book
from watchbill.model.response import Decision, Playbook
from watchbill.simulate.drill.case import Asked, Drill
from watchbill.simulate.drill.drill import UnsoundError, drill
from watchbill.simulate.drill.lots import Lots
from watchbill.simulate.drill.way import NoWayError
from watchbill.simulate.play import play
from watchbill.timeline.zones import DAY

PLAYBOOKS = [path.stem for path in sorted((ROOT / "playbooks" / "incidents").glob("*/*.yaml"))]
SEEDS = range(16)
FEW = range(8)


@cache
def shipped() -> Book:
    return load([str(ROOT)], cached=False).book


@cache
def drawn(playbook: str, seed: int) -> Drill:
    return drill(shipped(), Asked(playbook, seed, since=NOON))


def kinds(found: Drill) -> list[str]:
    return [one.kind for one in found.injects]


def inject(found: Drill, kind: str):
    return next(one for one in found.injects if one.kind == kind)


def minutes(found: Drill, kind: str) -> list[float]:
    start = found.trace.incident.at
    return [(one.at - start) / 60 for one in found.injects if one.kind == kind]


# Lots.


def test_a_lot_is_the_same_for_ever():
    lots = Lots(7, "fraud-ring")
    assert [lots.number(name, 1000) for name in ("a", "b", "c")] == [215, 136, 7]
    assert lots.pick("a", "xyz") in "xyz"


# Every shipped playbook.


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_every_time_is_that_of_the_simulation_played_again(playbook):
    for seed in SEEDS:
        found = drawn(playbook, seed)
        again = play(shipped(), found.trace.incident)
        assert again == found.trace
        assert again.ended is not None and not again.halts
        traces = [again, *(play(shipped(), one.trace.incident) for one in found.seconds)]
        known = set()
        for trace in traces:
            known |= {trace.acknowledged, trace.incident.at}
            known |= {one for each in trace.happenings for one in (each.at, each.until)}
            known |= {one for duty in trace.duties for one in (duty.due, duty.guard)}
            known |= {promise.due for promise in trace.promises}
        pieces = {clock.due for clock in found.clocks if clock.held_at is not None}
        for card in found.injects:
            for one in card.expected:
                if one.kind not in ("other-site", "watch"):
                    assert one.at in known | pieces, (playbook, seed, card.kind, one)
        assert [(note.at, note.step) for note in found.steps] == [
            (one.at, one.step) for one in again.happenings if one.kind in ("begin", "wait")
        ]


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_every_question_on_the_way_is_answered_and_no_answer_denies_another(playbook):
    for seed in FEW:
        found = drawn(playbook, seed)
        assert all(note.answer for note in found.steps if note.form == "decision")
        assert not [one for one in found.trace.assumptions if "against an earlier answer" in one]


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_a_drill_has_its_troubles_or_says_which_are_left_out(playbook):
    for seed in FEW:
        found = drawn(playbook, seed)
        left_out = {kind for kind, _ in found.left_out}
        assert kinds(found)[0] == "report"
        assert {"pager", "call"} & {*kinds(found)} or "pager" in left_out
        for kind in ("doubt", "fact", "site", "clocks", "handover"):
            assert (kind in kinds(found)) != (kind in left_out), (playbook, seed, kind)
        assert [one.at for one in found.injects] == sorted(one.at for one in found.injects)
        start = found.trace.incident.at
        assert all(one.at >= start and one.at % 60 == 0 for one in found.injects)


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_in_doubt_the_answer_is_the_one_that_the_book_names(playbook):
    steps = {
        step.id: step
        for line in (
            shipped().get(Playbook, playbook).steps,
            *shipped().get(Playbook, playbook).lines.values(),
        )
        for step in line
    }
    for seed in FEW:
        for card in drawn(playbook, seed).injects:
            if card.kind == "doubt":
                step = steps[card.step]
                assert isinstance(step, Decision)
                quoted = step.in_doubt.split('"')[1]
                assert card.expected[0].what.casefold().startswith(quoted.casefold())


def test_a_clock_that_stands_still_is_told_as_it_is_known_then():
    """The hour of an order runs from its receipt until a clarification is asked for; then it runs anew."""
    found = next(
        one
        for one in (drawn("terrorist-removal-order", seed) for seed in SEEDS)
        if any(clock.held_at for clock in one.clocks)
    )
    law = [one for one in found.clocks if (one.id, one.form) == ("eu-tco-removal", "law")]
    start = found.trace.incident.at
    assert law[0].due == start + 3600
    assert law[0].held_at < law[0].due
    duty = next(one for one in found.trace.duties if one.id == "eu-tco-removal")
    assert (law[-1].due, law[-1].met) == (duty.due, duty.met)
    assert [one.started for one in law[1:]] == [end for _, end in duty.held]
    assert all(one.due == one.started + 3600 for one in law)


def test_seeds_differ_and_a_region_or_an_instant_may_be_given():
    found = [drawn("csae-apparent", seed) for seed in SEEDS]
    assert len({one.trace.answers for one in found}) > 10
    assert {one.asked.region for one in found} == {"apac", "emea", "amer"}
    assert all(NOON < one.asked.at < NOON + 30 * DAY for one in found)
    given = drill(shipped(), Asked("csae-apparent", 1, NOON, severity="P1", region="emea"))
    assert (given.trace.incident.at, given.zone) == (NOON, "Europe/Dublin")
    assert given.trace.incident.severity == "P1"


def test_the_site_that_goes_down_is_the_one_that_the_other_incident_answers():
    for seed in FEW:
        found = drawn("csae-apparent", seed)
        city = inject(found, "site").said.partition(",")[0]
        other = next(one.trace for one in found.seconds if one.why == "site")
        assert city in dict(other.answers)["whose"]


# The smallest book.


def test_a_silent_level_hands_over_to_the_next_at_its_time():
    found = drill(book(), Asked("fraud-ring", 1, NOON))
    assert minutes(found, "pager") == [2]
    card = inject(found, "pager")
    assert card.about == "analyst"
    assert [(one.kind, one.role, (one.at - NOON) / 60) for one in card.expected] == [
        ("page", "counsel", 5),
        ("acknowledged", "counsel", 10),
    ]


def test_a_loop_is_taken_once_at_most_though_the_first_answer_leads_back():
    rows = steps(
        task("look"),
        ask("clear", "answer: Not yet, go: look, at_most: 3", "answer: 'Yes'"),
        task("close", rest="discharges: [answer-law], reaches: [contained, resolved]"),
    )
    for seed in range(12):
        found = drill(book(rows), Asked("fraud-ring", seed, NOON))
        assert [said for _, said in found.trace.answers] in (["Yes"], ["Not yet", "Yes"])


def test_answers_that_deny_each_other_are_not_drawn_together():
    rows = steps(
        ask("first", "answer: In, means: [eu-linked]", "answer: Out, means: [not eu-linked]"),
        ask(
            "again", "answer: Inside, means: [eu-linked]", "answer: Outside, means: [not eu-linked]"
        ),
        task("close", rest="discharges: [answer-law]"),
    )
    said = {
        tuple(answer for _, answer in drill(book(rows), Asked("fraud-ring", n, NOON)).trace.answers)
        for n in range(12)
    }
    assert said == {("In", "Inside"), ("Out", "Outside")}


def test_an_event_outside_happens_after_the_wait_began_and_is_a_card():
    rows = steps(
        task("write"),
        "id: hold, wait: notice-received, remind: 2h",
        task("close", rest="discharges: [answer-law]"),
    )
    found = drill(book(rows), Asked("fraud-ring", 3, NOON))
    wait = next(one for one in found.trace.happenings if one.kind == "wait")
    assert (wait.until - wait.at) / 3600 in (2, 4)
    assert inject(found, "event").at == wait.until


def test_a_watch_that_passes_on_is_told_a_quarter_of_an_hour_before():
    later = watch("watch", ("00:00-12:30", "desk-01"), ("12:30-24:00", "desk-02"))
    found = drill(book(later), Asked("fraud-ring", 2, NOON))
    card = inject(found, "handover")
    assert minutes(found, "handover") == [15]
    assert card.until == NOON + 30 * 60
    assert card.expected[0].member == "desk-01 to desk-02"


def test_without_a_level_to_be_silent_the_drill_says_so():
    alone = (
        "kind: escalation\npaths: {p: {title: Desk, decides: analyst, levels: [{after: 0m, page: "
        "[analyst]}]}}\nmatrix: [{path: p}]"
    )
    found = drill(book(alone), Asked("fraud-ring", 1, NOON))
    assert "pager" in dict(found.left_out)
    assert not {"pager", "call"} & {*kinds(found)}


def test_a_vendor_without_a_part_and_without_a_playbook_for_outages_is_left_out():
    found = drill(book(), Asked("fraud-ring", 1, NOON))
    assert "no playbook answers the outage" in dict(found.left_out)["site"]


def test_a_playbook_whose_steps_do_not_hang_together_has_no_drill():
    with pytest.raises(UnsoundError):
        drill(book(steps(task("look", rest="go: nowhere"))), Asked("fraud-ring", 1, NOON))


def test_side_lines_that_wait_for_each_other_have_no_way():
    rows = steps(
        task("look", rest="starts: [beside]"),
        task("close", rest="wait_for: [beside]"),
        beside=task("help", rest="wait_for: [beside]"),
    )
    with pytest.raises(NoWayError):
        drill(book(rows), Asked("fraud-ring", 1, NOON))
