"""Scenarios: what is compared, how exactly, and what the failures offer instead."""

import pytest

from tests.simulate.build import NOON, ask, book, played, steps, task
from tests.timeline.build import at
from watchbill.model.scenario import Expect, Scenario
from watchbill.report.trace_sides import sides
from watchbill.simulate.expect import misses, offset, offset_text
from watchbill.simulate.scenario import runs
from watchbill.simulate.touched import shares, total

OF = book()
TRACE = played(OF, answers={"linked": "Yes"})

# What came: desk-01 paged at 0, answer at 2, linked 2-22, block 22-37, answer 37-52.
MET = [
    {},
    {"path": "desk-first"},
    {"paged": [{"who": "analyst", "at": "+0m", "member": "desk-01"}]},
    {"paged": [{"who": "analyst", "by": "+5m"}]},
    {"visited": ["linked", "answer"]},
    {"visited": []},
    {"not_visited": ["restore"]},
    {"due": {"answer-law": "+48h"}},
    {"milestones": {"contained": {"at": "+37m"}, "acknowledged": {"by": "+2m"}}},
    {"milestones": {"contained": {"by": "+37m"}}},
    {"late": []},
    {"messages": ["notice"]},
]

# What is expected, where it is not met, and what would be.
MISSED = [
    ({"path": "other"}, ("path",), "desk-first"),
    ({"paged": [{"who": "counsel"}]}, ("paged", 0), None),
    ({"paged": [{"who": "analyst", "at": "+1m"}]}, ("paged", 0, "at"), "+0m"),
    ({"paged": [{"who": "analyst", "member": "desk-02"}]}, ("paged", 0, "member"), "desk-01"),
    ({"told": ["counsel"]}, ("told", 0), ()),
    ({"visited": ["block", "linked"]}, ("visited", 1), ("linked", "block", "answer")),
    ({"visited": ["linked", "linked"]}, ("visited", 1), ("linked", "block", "answer")),
    ({"not_visited": ["x", "block"]}, ("not_visited", 1), ("x",)),
    ({"due": {"answer-law": "+2d"}}, None, None),
    ({"due": {"answer-law": "+47h"}}, ("due", "answer-law"), "+48h"),
    ({"due": {"other-law": "+1h"}}, ("due", "other-law"), None),
    ({"milestones": {"contained": {"by": "+36m"}}}, ("milestones", "contained", "by"), "+37m"),
    ({"milestones": {"contained": {"at": "+38m"}}}, ("milestones", "contained", "at"), "+37m"),
    ({"milestones": {"triaged": {"by": "+1h"}}}, ("milestones", "triaged", "by"), None),
    ({"late": ["contained"]}, ("late",), ()),
    ({"messages": ["notice", "other"]}, ("messages", 1), ("notice",)),
]


@pytest.mark.parametrize("expect", MET, ids=str)
def test_what_came_is_as_expected(expect):
    assert not list(misses(Expect.model_validate(expect), TRACE))


@pytest.mark.parametrize(("expect", "path", "new"), MISSED, ids=str)
def test_what_did_not_come_is_told_with_its_place_and_what_did(expect, path, new):
    found = list(misses(Expect.model_validate(expect), TRACE))
    assert [(miss.path, miss.new) for miss in found] == ([(("expect", *path), new)] if path else [])


@pytest.mark.parametrize("text", ["+0m", "+30s", "+5m", "+1h", "+1h30m", "+26h", "+100h1m30s"])
def test_an_offset_reads_back_as_it_was_written(text):
    assert offset_text(offset(text)) == text


def scenario(given, **fields):
    head = {"kind": "scenario", "id": "s", "title": "S", "owner": "desk"}
    return Scenario.model_validate({**head, "given": given, "expect": {}, **fields})


GIVEN = {"playbook": "fraud-ring", "answers": {"linked": "Yes"}}


def test_a_scenario_is_played_for_every_combination_with_a_label_for_each():
    each = {
        "instant": ["2026-12-02T12:00:00Z", "2027-01-01T00:00:00+01:00"],
        "severity": ["P0", "P1"],
    }
    found = list(runs(OF, scenario(GIVEN, **{"for": each})))
    assert [run.label for run in found] == [
        *("2026-12-02T12:00:00+00:00, P0", "2026-12-02T12:00:00+00:00, P1"),
        *("2027-01-01T00:00:00+01:00, P0", "2027-01-01T00:00:00+01:00, P1"),
    ]
    assert [run.trace.incident.at for run in found][2] == at("2026-12-31T23:00")
    assert [run.trace.severity for run in found] == ["P0", "P1", "P0", "P1"]
    assert all(run.passed for run in found)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (GIVEN, "says no instant"),
        ({**GIVEN, "instant": "2026-12-02T12:00:30Z"}, "a whole minute"),
        ({"playbook": "nothing", "instant": "2026-12-02T12:00:00Z"}, "no playbook `nothing`"),
    ],
)
def test_what_cannot_be_played_says_why(given, why):
    (run,) = runs(OF, scenario(given))
    assert why in run.refused and not run.passed


def test_a_case_that_stands_still_fails_whatever_is_expected():
    (run,) = runs(OF, scenario({"playbook": "fraud-ring", "instant": "2026-12-02T12:00:00Z"}))
    assert not run.passed and not run.misses


def test_a_harm_alone_plays_the_paging():
    (run,) = runs(
        OF,
        scenario(
            {"harm": "fraud", "severity": "P2", "instant": "2026-12-02T12:00:00Z"},
            expect={"path": "desk-first", "paged": [{"who": "analyst", "member": "desk-01"}]},
        ),
    )
    assert run.passed and run.trace.visited == ()


def test_expected_and_got_stand_side_by_side():
    expect = Expect.model_validate(
        {"visited": ["linked", "wait", "answer"], "milestones": {"contained": {"by": "+30m"}}}
    )
    found = sides(expect, TRACE, tuple(misses(expect, TRACE)))
    assert found == [
        ("", "", "+0m       path desk-first"),
        ("", "", "+0m       paged analyst (desk-01)"),
        ("", "", "+2m       reached acknowledged"),
        ("", "linked", "+2m       linked"),
        ("!", "wait", ""),
        ("", "", "+22m      block"),
        ("!", "by +30m reached contained", "+37m      reached contained"),
        ("", "answer", "+37m      answer"),
        ("", "", "+52m      reached resolved"),
        ("", "", "+48h      due answer-law"),
        ("", "", "+52m      late: nothing"),
    ]


def test_a_step_that_must_not_be_visited_stands_beside_its_visit():
    expect = Expect.model_validate({"visited": ["answer"], "not_visited": ["linked", "x"]})
    found = sides(expect, TRACE, tuple(misses(expect, TRACE)))
    assert ("!", "not linked", "+2m       linked") in found
    assert not any("not x" in left for _, left, _ in found)


def test_what_scenarios_touch_is_counted_like_lines_of_code():
    found = {(one.of, one.what): one for one in shares(OF, [TRACE])}
    assert found["fraud-ring", "steps"][2:] == (3, 3, ())
    assert found["fraud-ring", "answers"][2:] == (1, 2, ('linked "No"',))
    assert found["fraud-ring", "duties"][2:] == (1, 1, ())
    assert found["matrix", "rows"][2:] == (1, 1, ())
    assert total(found.values(), "answers").per_cent == 50
    other = played(OF, answers={"linked": "No"})
    assert total(shares(OF, [TRACE, other]), "answers").per_cent == 100
    assert total(shares(OF, []), "steps")[2:4] == (0, 3)


def test_an_answer_that_is_the_same_at_two_questions_counts_for_its_own():
    of = book(steps(*(ask(id, 'answer: "Yes"', 'answer: "No"') for id in ("a", "b")), task("end")))
    (found,) = (
        one
        for one in shares(of, [played(of, NOON, answers={"a": "Yes", "b": "No"})])
        if one.what == "answers"
    )
    assert found.missing == ('a "No"', 'b "Yes"')
