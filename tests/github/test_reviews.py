"""Reviews come whole, members from the trusted settings first, and an emergency only from who may write."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import run
from tests.github.fake import Fake
from tests.github.hub import SETTINGS
from tests.github.test_pull import BASE, HEAD, row
from watchbill.diff.reviews import read
from watchbill.errors import CannotRun
from watchbill.github.client import GitHub
from watchbill.github.pull import Pull, as_json
from watchbill.github.reviews import Said, reason_of, said_of

PULL = Pull(7, BASE, HEAD, "eve")


def said(fake: Fake, *reviews: Any, handles: dict[str, str] | None = None, **more: Any) -> Said:
    fake.lists["pulls"] = [row(**more)]
    fake.lists["pulls/7/reviews"] = list(reviews)
    table = {"legal": ("cy", "dee")}
    return said_of(GitHub.here(fake.environment), PULL, table, handles or {})


def review(number: int = 0, **more: Any) -> dict[str, Any]:
    at = f"2026-11-28T12:00:{number % 60:02}Z"
    found = {"user": {"login": f"u{number}"}, "state": "APPROVED", "commit_id": HEAD}
    return {**found, "submitted_at": at, **more}


def test_all_pages_of_reviews_come_in_the_form_that_approvals_read(fake: Fake) -> None:
    found = said(fake, *map(review, range(150)))
    back = read(json.loads(json.dumps(found.data)))
    assert len(back.said) == 150
    assert (back.author, back.commit) == ("eve", HEAD)
    assert back.teams == {"legal": frozenset(("cy", "dee"))}
    assert back.emergency == "" and found.notes == ()


def test_a_review_that_is_not_sent_or_whose_author_is_gone_is_left_out(fake: Fake) -> None:
    rows = (review(user=None), review(submitted_at=None), review(state=None), review(1))
    assert [one["user"] for one in said(fake, *rows).data["reviews"]] == ["u1"]


def test_a_pull_request_that_moved_on_or_is_closed_is_refused(fake: Fake) -> None:
    for more in ({"state": "closed"}, {"head": {"sha": "c" * 40}}):
        with pytest.raises(CannotRun, match="has moved on"):
            said(fake, **more)


def test_members_that_no_setting_names_are_asked_of_github_where_it_may_tell(fake: Fake) -> None:
    fake.lists["orgs/larkmoor/teams/desk/members"] = [{"login": "ana"}, {"login": "bo"}, {}]
    handles = {
        "desk": "@larkmoor/desk",
        "legal": "@larkmoor/legal",
        "lead": "@zoe",
        "night": "@larkmoor/night",
        "odd": "@larkmoor/../../x",
        "none": "",
    }
    found = said(fake, handles=handles)
    assert found.data["teams"] == {"desk": ["ana", "bo"], "lead": ["zoe"], "legal": ["cy", "dee"]}
    (note,) = found.notes
    assert note.startswith("nobody is known to be in night, none, odd; name them in [tool.")
    assert not [one for one in fake.asked if "legal" in one.path or ".." in one.path]


LABELS = [{"name": "emergency"}]
BODY = "What changes\r\n\r\n**Emergency:** the pager is down\r\n"


def labelled(fake: Fake, permission: str, *actors: str) -> None:
    fake.lists["issues/7/events"] = [
        {"event": "labeled", "label": {"name": "emergency"}, "actor": {"login": one}}
        for one in actors
    ] + [{"event": "labeled", "label": {"name": "other"}, "actor": {"login": "mallory"}}]
    fake.things["collaborators/ana/permission"] = {"permission": permission}


@pytest.mark.parametrize(
    ("permission", "counts"),
    [("admin", True), ("write", True), ("read", False), ("none", False), ("", False)],
)
def test_the_label_counts_where_whoever_set_it_may_write(
    fake: Fake, permission: str, counts: bool
) -> None:
    labelled(fake, permission, "mallory", "ana")
    found = said(fake, labels=LABELS, body=BODY)
    assert found.data["emergency"] == ("the pager is down" if counts else "")
    assert bool(found.notes) is not counts


def test_the_last_who_set_it_counts_and_without_label_or_reason_nothing_does(fake: Fake) -> None:
    labelled(fake, "write", "ana", "mallory")
    found = said(fake, labels=LABELS, body=BODY)
    assert found.data["emergency"] == "" and "mallory is not known to have" in found.notes[0]
    labelled(fake, "write", "ana")
    assert said(fake, body=BODY).data["emergency"] == ""
    found = said(fake, labels=LABELS, body="Quickly!")
    assert found.data["emergency"] == "" and "no line `Emergency: why`" in found.notes[0]
    assert said(fake, labels=None, body=None).notes == ()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("Emergency: the pager is down", "the pager is down"),
        ("words\n\n  emergency:   x y  \nmore", "x y"),
        ("> - **EMERGENCY:** *now*", "now"),
        ("No emergency: none", ""),
        ("Emergency:", ""),
        ("Emergency: \n\nlater", ""),
        ("<!-- Emergency: why it cannot wait -->", ""),
        ("<!--\nEmergency: why\n--> text", ""),
        ("Emergency: \u202eabc\x1b[2J", "\\u202eabc\\x1b[2J"),
        ("Emergency: " + "x" * 900, "x" * 297 + "..."),
    ],
)
def test_the_reason_is_one_short_line_of_the_description(body: str, reason: str) -> None:
    assert reason_of(body) == reason


def test_the_command_takes_members_from_the_settings_of_the_checkout(
    fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in fake.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(SETTINGS)
    (tmp_path / "legal.yaml").write_bytes(
        (Path(__file__).parents[1] / "smallest" / "legal.yaml").read_bytes()
    )
    (tmp_path / "pull.json").write_text(as_json(PULL))
    fake.lists |= {"pulls": [row()], "pulls/7/reviews": [review(1)]}
    ran = run("github", "reviews", "--pull", "pull.json", "--no-cache")
    assert ran.code == 0
    assert json.loads(ran.out)["teams"] == {"desk": ["ana"], "legal": ["cy", "dee"]}
    ran = run("github", "reviews", "--pull", "pull.json", "--out", "x/said.json", "--no-cache")
    assert (ran.code, ran.out) == (0, "")
    assert json.loads((tmp_path / "x" / "said.json").read_text())["commit"] == HEAD


@pytest.mark.parametrize("line", ["reviewers = 3", "reviewers = {legal = 3}", "reviewers = ['cy']"])
def test_settings_of_another_form_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "watchbill.toml").write_text(line)
    ran = run("lint", "--no-cache")
    assert ran.code == 2 and "[tool.watchbill] reviewers: " in ran.err
