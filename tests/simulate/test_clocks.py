"""Which clocks a playbook has: what no law, fact or service level sets does not run."""

import pytest

from tests.simulate.build import ask, book, steps, task
from tests.simulate.held_clocks import FACTS, OFFICE, law
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.model.time import Calendar
from watchbill.simulate.proof.clocks import Clock, clocks
from watchbill.simulate.proof.counted import counted
from watchbill.simulate.proof.people import People
from watchbill.timeline.zones import DAY

HELD = ("asked", "heard", "resume", ())
END = task("end", rest="discharges: [answer-law], reaches: [contained]")


def all_of(of: Book) -> tuple[tuple[Clock, ...], People]:
    playbook = of.get(Playbook, "fraud-ring")
    assert playbook
    who = People(of, 1_795_392_000, 30)
    return clocks(of, who, playbook), who


def named(of: Book) -> set[tuple[str, str, str]]:
    found, _ = all_of(of)
    return {(clock.kind, clock.id, clock.severity) for clock in found}


TARGETS = {("target", id, "P1") for id in ("acknowledged", "contained", "resolved")}
LAW, GUARD = ("law", "answer-law", ""), ("guard", "answer-law", "")


def switch(value: str) -> str:
    return f"""\
kind: facts
switches:
  - {{id: hosting, title: Do we host?, value: {value}, why: The register., set_on: 2026-11-01}}
"""


def test_a_law_that_a_fact_of_ours_excludes_has_no_clock_and_holds_no_promise():
    playbook = steps(END, duties="answer-law")
    held = law("48h", "resume", more="applies_if: [hosting]")
    for value, ours in (("true", {LAW, GUARD}), ("false", set())):
        found, _ = all_of(book(switch(value), held, playbook))
        assert {(one.kind, one.id, one.severity) for one in found} == ours | TARGETS
        pauses = {one.holds != () for one in found if one.kind == "target"}
        assert pauses == {value == "true"}
    band = (
        "kind: guard-bands\nbands:\n  - {obligation: answer-law, within: 12h, only_if: [hosting]}"
    )
    free = law("48h", "resume")
    for value, ours in (("true", {LAW, GUARD}), ("false", {LAW})):
        assert named(book(switch(value), free, band, playbook)) == ours | TARGETS


def test_a_law_that_is_not_there_and_a_level_that_is_not_there_set_no_clock():
    of = book(FACTS, law("48h", "resume"), steps(END, duties="gone, answer-law"))
    assert named(of) == {LAW, GUARD, *TARGETS}
    assert named(book(steps(END, more="service_level: gone\n"))) == set()


def test_a_severity_that_an_answer_raises_to_has_its_targets():
    raised = ask("one", "answer: A, severity: P0", "answer: B")
    found = named(book(steps(raised, END)))
    assert found == TARGETS | {("target", id, "P0") for _, id, _ in TARGETS}


def test_each_clock_names_the_document_that_sets_it_and_when_its_alarms_fall():
    band = "kind: guard-bands\nwarn_at: [40, 80]\nbands:\n  - {obligation: answer-law, within: 12h}"
    level = (
        "kind: service-level\nwarn_at: [30]\ntargets:\n  P1: {acknowledged: 10m, contained: 4h}\n"
    )
    found, _ = all_of(book(band, level, steps(END, duties="answer-law")))
    assert {(one.kind, one.by, one.warn_at) for one in found} == {
        ("law", "obligation:answer-law", ()),
        ("guard", "guard-bands:bands", (40, 80)),
        ("target", "service-level:promise", (30,)),
    }
    other = "kind: guard-bands\nbands:\n  - {obligation: other-law, within: 12h}"
    found, _ = all_of(book(other, level, steps(END, duties="answer-law")))
    assert [one.warn_at for one in found if one.kind == "law"] == [(50, 75, 90)]


@pytest.mark.parametrize(
    ("force", "zone", "first", "last"),
    [
        ("{from: 2026-11-25}", "", 2 * DAY, 150 * DAY),
        ("{until: 2026-11-25}", "", 0, 3 * DAY),
        ("{from: 2026-11-25, until: 2026-11-25}", "UTC", 2 * DAY, 3 * DAY),
        ("{from: 2026-11-25, until: 2026-11-26}", "Asia/Tokyo", 2 * DAY - 32400, 4 * DAY - 32400),
    ],
)
def test_a_law_binds_from_the_midnight_of_its_zone_that_begins_a_day_to_that_which_ends_one(
    force, zone, first, last
):
    more = f"in_force: {force}\ntimezone: {zone}\n" if zone else f"in_force: {force}\n"
    found, who = all_of(
        book(f"kind: obligation\ndue: 48h\n{more}", steps(END, duties="answer-law"))
    )
    start = who.start
    wanted = (start + first, min(start + last, who.far))
    assert {one.force for one in found if one.id == "answer-law"} == {wanted}


@pytest.mark.parametrize("force", ["{from: 2020-01-01}", "{until: 2040-01-01}"])
def test_a_law_that_binds_throughout_needs_no_days(force):
    of = book(f"kind: obligation\ndue: 48h\nin_force: {force}\n", steps(END, duties="answer-law"))
    assert {one.force for one in all_of(of)[0]} == {None}


def test_a_law_holds_the_promise_that_starts_with_it_and_one_that_starts_otherwise_does_not():
    playbook = steps(END, duties="answer-law")
    for starts, held in (("case-opened", (HELD,)), ("notice-received", ())):
        found, _ = all_of(book(FACTS, law("48h", "restart", starts=starts), playbook))
        assert {one.holds for one in found if one.kind == "target"} == {held}
        (ours,) = (one for one in found if one.kind == "law")
        assert [hold.then for hold in ours.holds] == ["restart"]


def test_a_limit_for_a_case_to_which_its_law_does_not_apply_never_runs():
    band = "kind: guard-bands\nbands:\n  - {obligation: answer-law, within: 12h, only_if: ["
    rule = law("48h", "resume", more="applies_if: [eu-linked]")
    for case, ours in (("eu-linked", {LAW, GUARD}), ("not eu-linked", {LAW})):
        found = named(book(rule, f"{band}{case}]}}", steps(END, duties="answer-law")))
        assert found == ours | TARGETS


def test_a_clock_is_counted_once_for_each_choice_of_the_laws_that_an_answer_may_exclude():
    one, two = "applies_if: [eu-linked]", "applies_if: [not eu-linked]"
    for laws, counts in (
        (("applies_if: []",), 1),
        ((one,), 2),
        ((one, one), 2),
        ((one, two), 4),
        ((one, two, "applies_if: []"), 4),
    ):
        ids = [f"law-{number}" for number in range(len(laws))]
        of = book(
            FACTS,
            *(law("9d", "resume", id, more=more) for id, more in zip(ids, laws, strict=True)),
            steps(END, duties=", ".join(ids)),
        )
        found, _ = all_of(of)
        for clock in found:
            seen = [{*one.holds, *one.others} for one in counted(clock)]
            assert seen == [{*clock.holds}] * (counts if clock.kind == "target" else 1)


@pytest.mark.parametrize(
    ("within", "open_"),
    [("9h", True), ("2bd", True), ("2d", False), ("9h, calendar: always", False)],
)
def test_a_promise_in_open_hours_or_working_days_counts_open_time_and_one_in_days_all_time(
    within, open_
):
    goal = within if "calendar" in within else f"{within}, calendar: office"
    level = f"kind: service-level\ntargets:\n  P1: {{contained: {{within: {goal}}}}}\n"
    of = book(OFFICE, level, steps(END))
    (found,), who = all_of(of)
    office = of.get(Calendar, "office")
    assert office
    assert found.open == (who.open(office) if open_ else ())


@pytest.mark.parametrize(
    ("due", "seconds"), [("48h", 48 * 3600), ("3d", 3 * DAY), ("1mo", None), ("2bd", None)]
)
def test_a_law_is_due_after_a_length_or_by_the_calendar(due, seconds):
    found, _ = all_of(book(f"kind: obligation\ndue: {due}\n", steps(END, duties="answer-law")))
    (ours,) = (one for one in found if one.kind == "law")
    assert (ours.period, ours.due is None) == (seconds, seconds is not None)
