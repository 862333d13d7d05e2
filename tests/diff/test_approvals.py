"""Who must agree to a change, and whether they have: the book before the change decides."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.diff.build import books, proven
from watchbill.diff.approvals import Needed, needed
from watchbill.diff.compare import compare
from watchbill.diff.reviews import Approvals, approvals, read

POLICY = """
kind: approvals
approvers: [legal]
rows:
  - {of: [obligation, guard-bands], by: [legal], people: 2}
  - {harm: [fraud], direction: [weaker, unknown, stronger], by: [desk]}
  - {tier: restricted, direction: [weaker, unknown, stronger, neutral], by: [legal]}
  - {at_least: critical, by: [desk], people: 2}
"""
LAW = "kind: obligation\ndue: 3d\napprovers: [desk]\n"
WORDS = "kind: team\ntitle: The desk\n"
CALM = "kind: calendar\nhours: [{days: mon-fri, hours: '09:00-18:00'}]\n"
STEP = "kind: playbook\nnever: [Wait]\n"


def wanted(after: str, policy: str = POLICY, new_policy: str = "") -> Needed:
    pair = books(policy, f"{new_policy or policy}---\n{after}" if after else new_policy or policy)
    return needed(pair, compare(pair).changes)


@pytest.mark.parametrize(
    ("after", "teams", "people"),
    [
        ("", [], 0),
        (WORDS, [], 0),
        (LAW, ["desk", "legal"], 2),
        ("kind: obligation\ndue: 12h\nchecked_on: 2026-11-20\napprovers: [desk]\n", ["desk"], 1),
        (
            "kind: guard-bands\nbands: [{obligation: answer-law, within: 20h}]\n",
            ["desk", "legal"],
            2,
        ),
        ("kind: harm\nneeds_two: true\n", ["desk", "legal"], 1),
        ("kind: playbook\nnever: [Wait]\n", ["desk", "legal"], 2),
        ("kind: message\naudience: restricted\nsubject: Words\n", ["legal"], 1),
        ("kind: runbook\naudience: restricted\n", ["legal"], 1),
        (CALM, [], 0),
        ("kind: calendar\nhours: [{days: mon-fri, hours: '10:00-17:00'}]\n", [], 0),
        ("kind: schedule\nid: watch\ncover: as-listed\nlimits: None.\n", ["desk"], 2),
        ("kind: schedule\nid: watch\noverlap: 30m\n", [], 0),
        ("kind: escalation\nregion_is: where we are\n", ["legal"], 1),
    ],
)
def test_the_rows_that_fit_a_change_and_the_approvers_of_the_document_must_agree(
    after: str, teams: list[str], people: int
) -> None:
    found = wanted(after)
    assert (list(found.teams), found.people) == (teams, people)
    assert all(names for names in found.teams.values())


def test_a_change_cannot_lower_the_bar_for_itself() -> None:
    lower = "kind: approvals\napprovers: [desk]\nrows: [{of: [team], by: [desk]}]\n"
    both = wanted(LAW, POLICY, lower)
    assert (list(both.teams), both.people) == (["desk", "legal"], 2)
    alone = wanted("", POLICY, lower)
    assert list(alone.teams) == ["desk", "legal"]


def test_a_new_row_must_be_agreed_to_by_those_who_get_the_say() -> None:
    more = POLICY + "  - {of: [vendor], by: [desk], people: 3}\n"
    found = wanted("", POLICY, more)
    assert (list(found.teams), found.people) == (["desk", "legal"], 3)


def test_a_new_document_and_one_that_goes_are_agreed_to_by_its_approvers() -> None:
    new = "kind: message\nid: other\napprovers: [desk]\n"
    assert list(wanted(new).teams) == ["desk"]
    gone = "kind: message\ngone: true\n"
    assert "legal" in wanted(gone).teams


def test_a_clock_that_gets_later_in_a_playbook_is_agreed_to_by_those_of_its_harm() -> None:
    later = "kind: schedule\nid: watch\nanswers_within: 4m\n"
    pair = books(POLICY, f"{POLICY}---\n{later}")
    found = needed(pair, proven(POLICY, f"{POLICY}---\n{later}"))
    assert list(needed(pair, compare(pair).changes).teams) == []
    assert list(found.teams) == ["desk", "legal"]
    assert any("is discharged" in name for name in found.teams["desk"])


TEAMS = {"desk": ["ana", "Bo"], "@larkmoor/legal": ["cy", "dee"]}
NEEDED = Needed({"desk": ("a: b",), "legal": ("a: b",)}, 2)
TWO = "kind: partner\nid: legal\ngithub: '@larkmoor/legal'\n"
AT = "2026-11-23T12:00:00Z"


def yes(user: str, **more: str) -> dict[str, str]:
    return {"user": user, "state": "APPROVED", "commit": "c1", **more}


def standing(
    *reviews: dict[str, str], wants: Needed = NEEDED, emergency: str = "", author: str = "eve"
) -> Approvals:
    said = {"author": author, "commit": "c1", "reviews": list(reviews), "teams": TEAMS}
    return approvals(books(TWO, "").before, wants, read(said), emergency)


@pytest.mark.parametrize(
    ("reviews", "complete"),
    [
        ([], False),
        ([yes("ana")], False),
        ([yes("ana"), yes("cy")], True),
        ([yes("ANA"), yes("@Cy")], True),
        ([yes("ana"), yes("bo")], False),
        ([yes("ana"), yes("stranger")], False),
        ([yes("ana"), yes("cy", commit="c0")], False),
        ([yes("ana"), yes("cy", commit="")], False),
        ([yes("ana"), yes("cy", state="COMMENTED")], False),
        ([yes("ana"), yes("cy"), yes("cy", state="COMMENTED")], True),
        ([yes("ana"), yes("cy"), yes("cy", state="CHANGES_REQUESTED")], False),
        ([yes("ana"), yes("cy"), yes("cy", state="DISMISSED")], False),
        ([yes("ana"), yes("cy", state="CHANGES_REQUESTED"), yes("cy")], True),
        (
            [
                yes("cy", at="2026-11-23T13:00:00Z"),
                yes("ana"),
                yes("cy", state="CHANGES_REQUESTED", at=AT),
            ],
            True,
        ),
        ([yes("ana"), yes("cy", state="approved")], True),
    ],
)
def test_a_change_is_agreed_to_when_one_of_each_team_has_at_this_commit(
    reviews: list[dict[str, str]], complete: bool
) -> None:
    assert standing(*reviews).complete is complete


def test_the_author_never_counts() -> None:
    assert not standing(yes("ana"), yes("cy"), author="Ana").complete
    assert not standing(yes("ana"), yes("cy"), author="@cy").complete


def test_who_is_in_two_teams_speaks_for_both_and_is_one_person() -> None:
    both = {"desk": ["ana"], "legal": ["ana", "cy"]}
    said = {"author": "eve", "commit": "c1", "reviews": [yes("ana")], "teams": both}
    book = books("", "").before
    assert not approvals(book, NEEDED, read(said)).complete
    assert approvals(book, NEEDED._replace(people=1), read(said)).complete


def test_who_spoke_of_an_older_commit_is_named() -> None:
    found = standing(yes("ana"), yes("cy", commit="c0"))
    assert found.stale == ("cy",) and found.people == ("ana",)


def test_where_nobody_need_agree_nothing_is_waited_for() -> None:
    assert standing(wants=Needed({}, 0)).complete


def test_in_an_emergency_one_approver_and_a_reason_are_enough_for_a_day() -> None:
    found = standing(yes("ana", at=AT), emergency="The pager is down")
    assert found.complete and found.emergency == "The pager is down"
    assert found.review_by == datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert not standing(emergency="The pager is down").complete
    assert not standing(yes("stranger"), emergency="The pager is down").complete
    assert not standing(yes("ana"), emergency="The pager is down", author="ana").complete
    whole = standing(yes("ana"), yes("cy"), emergency="The pager is down")
    assert whole.complete and not whole.emergency and whole.review_by is None


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"reviews": 3},
        {"reviews": [3]},
        {"reviews": [{"user": "ana"}]},
        {"reviews": [{"state": "APPROVED"}]},
        {"reviews": [yes("ana", at="noon")]},
        {"reviews": [], "teams": []},
        {"reviews": [], "teams": {"desk": "ana"}},
    ],
)
def test_reviews_of_another_form_are_refused(data: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read(data)
