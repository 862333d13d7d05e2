"""A comparison in its forms: the verdict first, the worst in front, nothing cut in the middle, nothing alive."""

import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.diff.build import books, proven
from watchbill.diff.approvals import needed
from watchbill.diff.change import Change, Direction, How, Weight
from watchbill.diff.reviews import (
    NOTHING_SAID,
    Approvals,
    Review,
    Reviews,
    Standing,
    approvals,
)
from watchbill.diff.uncovered import uncovered
from watchbill.report.changes import Comparison, Placed, as_findings, counts, headline, text
from watchbill.report.changes_json import FORMAT, as_json
from watchbill.report.changes_markdown import BUDGET, MARK, could_not, markdown
from watchbill.report.github import github
from watchbill.report.sarif import sarif
from watchbill.where import Address, Place

GOLDEN = Path(__file__).parent / "golden"
# Five changes of the smallest book, as a lead would make them.
FIVE = {
    "office-hours": "kind: service-level\ntargets: {P1: {acknowledged: {within: 15m, calendar: office}, "
    "contained: 4h, resolved: 3d}}\n",
    "slower-step": "kind: playbook\nsteps:\n"
    "  - {id: close, title: Close, role: analyst, takes: 5h, discharges: [answer-law], "
    "reaches: [contained, resolved]}\n",
    "night-off": "kind: schedule\nid: watch\nshifts: [{id: all, region: emea, timezone: Europe/Dublin, "
    'hours: "06:00-24:00", members: [desk-01], from: 2026-11-02}]\n',
    "law-amended": "kind: obligation\ndue: 24h\nquote: Within a day.\n",
    "words-only": "kind: harm\ntitle: Deceit\n---\nkind: message\nbody: Dear reader\nfields: {}\n",
}


TEAMS = {"desk": frozenset(("ana",)), "legal": frozenset(("cy", "dee"))}


def placed(change: Change) -> Placed:
    old, new = (
        Place(f"{one.document.partition(':')[2]}.yaml", 3, 1, 3, 9) if one else None
        for one in (change.old, change.new)
    )
    return Placed(change, old, new)


def comparison(*changes: Change, unchanged: tuple[str, ...] = (), **more: Any) -> Comparison:
    found = Comparison(
        "a" * 40,
        "the working tree",
        tuple(map(placed, changes)),
        unchanged,
        18,
        "watchbill 0.1.0",
        "2026f",
    )
    return found._replace(**more)


def told(name: str, said: Reviews = NOTHING_SAID) -> Comparison:
    """One of the five with all that stands around it."""
    pair = books("", FIVE[name])
    changes = proven("", FIVE[name])
    return comparison(
        *changes,
        unchanged=("team:desk",),
        totals={"playbook": 1, "schedule": 2},
        lost=uncovered(pair, changes),
        approvals=approvals(pair.before, needed(pair, changes), said),
    )


def forms(found: Comparison) -> dict[str, str]:
    return {
        "txt": text(found),
        "md": markdown(found),
        "json": as_json(found),
        "annotations": github(as_findings(found)),
        "sarif": sarif(as_findings(found), version="0.1.0", laws={}),
    }


def change(number: int = 0, **more: object) -> Change:
    made = Change(
        "service-level/target",
        How.CHANGED,
        Direction.WEAKER,
        Weight.CRITICAL,
        f"service-level:promise-{number:03}",
        "P1 acknowledged within",
        "15m",
        "1h",
        "Mon 23 Nov 2026 00:00 UTC: due 00:15 → 01:00",
        Address(f"service-level:promise-{number:03}", ("targets",)),
        Address(f"service-level:promise-{number:03}", ("targets",)),
        ("playbook:fraud-ring",),
    )
    return made._replace(**more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", FIVE)
def test_a_change_is_told_in_every_form_as_it_was(name: str) -> None:
    for suffix, words in forms(told(name)).items():
        path = GOLDEN / f"change-{name}.{suffix}"
        if os.environ.get("WATCHBILL_UPDATE_GOLDEN"):
            path.write_text(words, "utf-8")
        assert words == path.read_text("utf-8")


@pytest.mark.parametrize("name", FIVE)
def test_every_form_counts_the_same(name: str) -> None:
    found = told(name)
    expected = Counter(one.change.direction.value for one in found.placed)
    whole = json.loads(as_json(found))
    assert whole["counts"] == counts(found) == {one.value: expected[one.value] for one in Direction}
    assert len(whole["changes"]) == len(found.placed)
    assert len(json.loads(forms(found)["sarif"])["runs"][0]["results"]) == len(found.placed)
    rows = [
        line
        for line in markdown(found).splitlines()
        if line.startswith(("| ▼", "| ▲", "| ?", "| ="))
    ]
    assert len(rows) == len(found.placed)
    upper = {one.value.upper() for one in Direction}
    assert sum(line.split(" ")[0] in upper for line in text(found).splitlines()) == len(
        found.placed
    )
    loud = [one for one in as_findings(found) if one.level.value == "warning"]
    quiet = len(found.placed) - len(loud)
    assert len(github(as_findings(found)).splitlines()) == min(len(loud), 10) + min(quiet, 10)
    assert whole["verdict"] == headline(found)
    assert f"### watchbill: {headline(found)}\n" in markdown(found)
    assert text(found).splitlines()[0].endswith(headline(found))


def test_more_changes_than_can_be_shown_are_counted_the_same_in_every_form() -> None:
    ways = [*Direction] * 40
    found = comparison(
        *(change(number, direction=way, example="x" * 400) for number, way in enumerate(ways))
    )
    whole = json.loads(as_json(found))
    assert set(whole["counts"].values()) == {40} and len(whole["changes"]) == 160
    assert len(json.loads(forms(found)["sarif"])["runs"][0]["results"]) == 160
    line = "40 commitments weakened, 40 to be read by a person, 40 strengthened, 40 without weight"
    assert headline(found) == whole["verdict"] == line
    words = markdown(found)
    assert f"### watchbill: {line}\n" in words
    shown = sum(row.startswith(("| ▼", "| ▲", "| ?", "| =")) for row in words.splitlines())
    assert f"shown {shown} of 160" in words and shown < 160
    lines = github(as_findings(found)).splitlines()
    more = [int(n) for one in lines for n in re.findall(r"\(\+(\d+) more of this level", one)]
    assert len(lines) + sum(more) == 160


def test_the_headline_says_what_is_needed_before_it_goes_in() -> None:
    found = told("law-amended")
    assert (
        headline(found)
        == "2 to be read by a person, 1 commitment strengthened · 2 approvals needed"
    )
    line = (
        "**Cannot merge yet:** desk (critical change to be read: obligation:answer-law and 2 more), "
        "legal (critical change to be read: obligation:answer-law and 1 more) · "
        "base aaaaaaaaaaaa → head the working tree\n"
    )
    assert line in markdown(found)
    one = told("law-amended", Reviews("eve", "c1", (Review("cy", "APPROVED", "c1", None),), TEAMS))
    assert headline(one).endswith(" · 1 approval needed")
    assert "more), 1 of 3" not in markdown(one) and "legal (critical" not in markdown(one)


def test_who_has_agreed_is_named_and_so_is_a_team_of_which_nobody_is_known() -> None:
    yes = [Review(user, "APPROVED", "c1", None) for user in ("ana", "cy")]
    found = told("law-amended", Reviews("eve", "c1", tuple(yes), TEAMS))
    assert headline(found).endswith(" · all have agreed")
    assert "**All have agreed:** desk (ana), legal (cy) · base" in markdown(found)
    assert json.loads(as_json(found))["approvals"]["complete"]
    nobody = told("law-amended", Reviews("eve", "c1", (), {}))
    assert "; nobody is known to be in it)" in markdown(nobody)
    stale = Reviews("eve", "c2", tuple(yes), TEAMS)
    assert "ana, cy spoke of an older commit" in markdown(told("law-amended", stale))
    hurry = Reviews("eve", "c1", tuple(yes[:1]), TEAMS, "the pager <b>is</b> down")
    words = markdown(told("law-amended", hurry))
    assert " · goes in as an emergency\n" in words
    assert "**Goes in as an emergency:** the pager \\<b\\>is\\</b\\> down" in words


def test_cover_that_is_lost_is_told_with_who_stood_it() -> None:
    found = told("night-off")
    line = (
        "**Coverage lost** schedule:watch: Monday 30 November 2026 00:00-06:00 Dublin "
        "(00:00-06:00 UTC), nobody (was desk-01). 2,520 min in 14 days, 2,358 h in 400 days.\n"
    )
    assert line in markdown(found)
    assert "coverage \N{MINUS SIGN}2,520 min" in headline(found)
    (row,) = json.loads(as_json(found))["coverage_lost"]
    assert (row["minutes"], row["hours"], row["was"]) == (2520, 2358.0, ["desk-01"])
    assert row["from"] == "2026-11-30T00:00:00+00:00"
    assert "Coverage lost: schedule:watch: Monday 30" in text(found)


def test_how_far_a_change_reaches_is_told_in_documents_of_each_kind() -> None:
    words = "**Blast radius** 1 of 1 playbooks, 1 of 2 schedules, 2 other documents\n"
    assert words in markdown(told("night-off"))
    assert json.loads(as_json(told("night-off")))["reached"] == [
        "escalation:matrix",
        "playbook:fraud-ring",
        "runbook:block-account",
        "schedule:watch",
    ]


def test_the_json_keeps_to_its_schema() -> None:
    Draft202012Validator.check_schema(FORMAT)
    for name in FIVE:
        Draft202012Validator(FORMAT).validate(json.loads(as_json(told(name))))
    Draft202012Validator(FORMAT).validate(json.loads(as_json(comparison())))


def test_nothing_that_changed_in_meaning_is_said_in_one_line() -> None:
    found = comparison(unchanged=("team:desk", "team:legal"))
    assert headline(found) == "nothing changed in meaning"
    assert "**Unchanged in meaning** 2 documents (written anew)." in markdown(found)
    assert "|" not in markdown(found)


def test_what_could_not_be_compared_never_says_that_nothing_changed() -> None:
    words = could_not("the clone is shallow <b>|`x`")
    assert words.startswith(MARK) and "COULD NOT COMPARE" in words
    assert "nothing" not in words and "no change" not in words and "<b>" not in words


def test_a_comment_on_four_hundred_documents_stays_in_its_budget_the_worst_first() -> None:
    heavy = [change(number, example="x" * 90) for number in range(150)]
    light = [
        change(number, direction=Direction.NEUTRAL, weight=Weight.INFO)
        for number in range(150, 400)
    ]
    (lost,) = uncovered(books("", FIVE["night-off"]), proven("", FIVE["night-off"]))
    teams = tuple(Standing(f"team-{n}", (), ("x: y",) * 400, heavy[n]) for n in range(40))
    more: dict[str, Any] = {
        "lost": (lost,) * 400,
        "approvals": Approvals(teams, (), 5, tuple(f"user-{n}" for n in range(40)), False),
    }
    told = markdown(comparison(*heavy, *light, **more))
    assert len(told) <= BUDGET and len(told.encode()) <= BUDGET
    assert told.count("**Coverage lost**") == 6 and "and 395 more schedules." in told
    assert "team-39 (critical weakening: service-level:promise-039 and 399 more)" in told
    assert all(f"promise\\-{n:03}" in told or f"promise-{n:03}" in told for n in range(150))
    shown = sum(line.startswith(("| ▼", "| =")) for line in told.splitlines())
    assert 150 < shown < 400
    assert f"shown {shown} of 400, worst first" in told.splitlines()[-1]
    assert all(line.count(" | ") == 5 for line in told.splitlines() if line.startswith("| ▼"))
    assert told.count("<details>") == told.count("</details>") == 1


def test_where_not_even_the_worst_fit_no_row_is_cut_and_the_rest_is_counted() -> None:
    heavy = [change(number, example="→" * 500) for number in range(400)]
    told = markdown(comparison(*heavy))
    assert len(told.encode()) <= BUDGET
    rows = [line for line in told.splitlines() if line.startswith("| ▼")]
    assert 0 < len(rows) < 400 and all(row.endswith(" |") for row in rows)
    assert f"shown {len(rows)} of 400" in told
    assert "<details>" not in told


HOSTILE = "x | y\n| z |<script>alert(1)</script> [a](https://e.example) @everyone #1 www.e.example `c` \u202e ::error::"


@pytest.mark.parametrize("field", ["what", "before", "after", "example", "subject"])
def test_words_of_the_content_are_inert_in_every_form(field: str) -> None:
    told = forms(comparison(change(**{field: HOSTILE})))
    row = next(line for line in told["md"].splitlines() if line.startswith("| ▼"))
    assert row.replace("\\|", "").count("|") == 7
    for bad in ("<script>", "[a]", "://", "@everyone", "#1", "www.e", "\u202e"):
        assert bad not in told["md"].replace("\\[", "")
    assert "\u202e" not in told["txt"]
    assert not [line for line in told["txt"].splitlines() if line.startswith("::")]
    assert all(line.startswith("::warning ") for line in told["annotations"].splitlines())


def test_words_around_the_changes_are_inert_too() -> None:
    first = change(subject=HOSTILE)
    waiting = Approvals((Standing(HOSTILE, (), ("x",), first),), (), 1, (HOSTILE,), False)
    hurried = Approvals((), (), 1, (), True, HOSTILE)
    agreed = Approvals((Standing(HOSTILE, (HOSTILE,), ("x",), first),), (HOSTILE,), 1, (), True)
    (lost,) = uncovered(books("", FIVE["night-off"]), proven("", FIVE["night-off"]))
    odd = lost._replace(schedule=HOSTILE, was=(HOSTILE,))
    for found in (waiting, hurried, agreed):
        words = markdown(comparison(first, approvals=found, lost=(odd,)))
        for bad in ("<script>", "[a]", "://", "@everyone", "#1", "www.e", "\u202e"):
            assert bad not in words.replace("\\[", "")
        assert not [line for line in words.splitlines() if line.startswith(("| z", "::"))]
