"""One comment of our own, whoever pastes its mark; and a status that says yes only to a file that does."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import Ran, run
from tests.github.fake import Fake
from tests.github.test_pull import BASE, HEAD, row
from watchbill.github.pull import Pull, as_json
from watchbill.github.runner import event, leave, run_address, summarize
from watchbill.report.changes_markdown import MARK

REPORT = f"{MARK}\n### watchbill: 1 commitment weakened\n\nwords\n"
NOTHING = f"{MARK}\n### watchbill: nothing changed in meaning\n\nbase a → head b\n"
BOT = {"login": "github-actions[bot]", "type": "Bot"}


@pytest.fixture
def here(fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in fake.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_SERVER_URL", "GITHUB_RUN_ID"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "pull.json").write_text(as_json(Pull(7, BASE, HEAD, "eve")))
    fake.lists |= {"pulls": [row()], "issues/7/comments": []}
    return tmp_path


def comment(here: Path, report: str, *words: str) -> Ran:
    (here / "change.md").write_text(report)
    return run("github", "comment", "--pull", "pull.json", "--report", "change.md", *words)


def written(fake: Fake) -> list[str]:
    return [one.method for one in fake.asked if one.method != "GET"]


def test_it_is_made_once_and_renewed_in_place(fake: Fake, here: Path) -> None:
    assert comment(here, REPORT).code == 0
    assert comment(here, REPORT).code == 0
    assert comment(here, REPORT.replace("1 comm", "2 comm")).code == 0
    assert written(fake) == ["POST", "PATCH"]
    (one,) = fake.lists["issues/7/comments"]
    assert one["body"].startswith(
        f"<!-- watchbill:report v1 pr=7 head={HEAD} -->\n### watchbill: 2"
    )


def test_on_the_third_page_of_comments_it_is_found_too(fake: Fake, here: Path) -> None:
    fake.lists["issues/7/comments"] = [
        {"id": n, "user": {"login": "eve", "type": "User"}, "body": "words"} for n in range(250)
    ] + [{"id": 300, "user": BOT, "body": f"{MARK[:-4]} pr=7 -->\nold"}]
    assert comment(here, REPORT).code == 0
    assert written(fake) == ["PATCH"]


@pytest.mark.parametrize(
    "user",
    [
        {"login": "mallory", "type": "User"},
        {"login": "github-actions[bot]", "type": "User"},
        {"login": "other[bot]", "type": "Bot"},
        None,
    ],
)
def test_somebody_elses_comment_with_the_mark_is_left_alone(
    fake: Fake, here: Path, user: Any
) -> None:
    theirs = {"id": 1, "user": user, "body": REPORT}
    quoted = {"id": 2, "user": BOT, "body": f"> {MARK}"}
    fake.lists["issues/7/comments"] = [theirs, quoted]
    assert comment(here, REPORT).code == 0
    assert written(fake) == ["POST"]
    assert fake.lists["issues/7/comments"][:2] == [theirs, quoted]


def test_another_bot_may_be_the_author(fake: Fake, here: Path) -> None:
    fake.lists["issues/7/comments"] = [
        {"id": 1, "user": {"login": "other[bot]", "type": "Bot"}, "body": MARK}
    ]
    assert comment(here, REPORT, "--author", "other[bot]").code == 0
    assert written(fake) == ["PATCH"]


def test_nothing_to_tell_makes_no_comment(fake: Fake, here: Path) -> None:
    ran = comment(here, NOTHING)
    assert ran.code == 0 and "no comment" in ran.err and written(fake) == []


@pytest.mark.parametrize("report", ["", " \n", None])
def test_a_report_that_is_not_there_is_told_as_not_compared(
    fake: Fake, here: Path, report: str | None
) -> None:
    if report is not None:
        (here / "change.md").write_text(report)
    words = ("--pull", "pull.json", "--report", "change.md")
    assert run("github", "comment", *words).code == 0
    body = fake.lists["issues/7/comments"][0]["body"]
    assert "### watchbill: COULD NOT COMPARE\n" in body and "nothing changed" not in body


@pytest.mark.parametrize("report", ["words", f"{MARK}\nwords", f"x\n{REPORT}", "\x00"])
def test_what_is_no_report_is_not_posted(fake: Fake, here: Path, report: str) -> None:
    ran = comment(here, report)
    assert ran.code == 2 and "is no report" in ran.err and written(fake) == []


def test_a_head_that_moved_on_is_left_to_its_own_run(fake: Fake, here: Path) -> None:
    for more in ({"state": "closed"}, {"head": {"sha": "c" * 40}}):
        fake.lists["pulls"] = [row(**more)]
        ran = comment(here, REPORT)
        assert ran.code == 0 and "moved on" in ran.err and written(fake) == []


def test_a_refusal_is_one_line(fake: Fake, here: Path) -> None:
    fake.lists["pulls"] = []
    ran = comment(here, REPORT)
    assert ran.code == 2 and "404 to GET" in ran.err and "Traceback" not in ran.err


def status(here: Path, text: str | None) -> Ran:
    if text is not None:
        (here / "approvals.json").write_text(text)
    return run("github", "status", "--pull", "pull.json", "--approvals", "approvals.json")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ('{"complete": true, "verdict": "all have agreed"}', "success"),
        ('{"complete": false, "verdict": "cannot go in yet: waits for legal"}', "pending"),
        ('{"complete": "true", "verdict": "x"}', "failure"),
        ('{"complete": 1, "verdict": "x"}', "failure"),
        ('{"verdict": "x"}', "failure"),
        ('{"complete": true}', "failure"),
        ("[true]", "failure"),
        ("true", "failure"),
        ("", "failure"),
        ("{", "failure"),
        ("[" * 100_000, "failure"),
        (None, "failure"),
    ],
)
def test_the_status_is_yes_only_where_the_file_says_so(
    fake: Fake, here: Path, text: str | None, state: str
) -> None:
    assert status(here, text).code == 0
    (told,) = fake.lists[f"statuses/{HEAD}"]
    assert (told["context"], told["state"]) == ("watchbill/approvals", state)
    assert ("COULD NOT COMPARE" in told["description"]) is (state == "failure")
    assert "target_url" not in told


def test_a_long_description_is_cut_to_what_github_takes(fake: Fake, here: Path) -> None:
    verdict = "waits for " + "legal, " * 60
    status(here, json.dumps({"complete": False, "verdict": verdict + "\x1b\n"}))
    said = fake.lists[f"statuses/{HEAD}"][0]["description"]
    assert len(said) == 140 and said.endswith("...")


# What a run leaves behind


def test_outputs_are_one_line_each_and_the_summary_grows(tmp_path: Path) -> None:
    there = {
        "GITHUB_OUTPUT": str(tmp_path / "out"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
    }
    leave({"a": "x\nb=y", "n": 3}, there)
    leave({"z": ""}, there)
    assert (tmp_path / "out").read_text() == "a=x\\nb=y\nn=3\nz=\n"
    summarize("one\n", there)
    summarize("two\n", there)
    summarize("x" * 1_100_000, there)
    assert (tmp_path / "summary").read_text() == "one\ntwo\n"
    leave({"a": "b"}, {})
    summarize("x", {})


def test_the_address_of_a_run_is_told_where_it_is_known() -> None:
    whole = {
        "GITHUB_SERVER_URL": "https://github.example",
        "GITHUB_REPOSITORY": "larkmoor/watchbill",
        "GITHUB_RUN_ID": "42",
    }
    assert run_address(whole) == "https://github.example/larkmoor/watchbill/actions/runs/42"
    for name in whole:
        assert run_address({**whole, name: ""}) == ""
    assert run_address({**whole, "GITHUB_RUN_ID": "42/x"}) == ""


@pytest.mark.parametrize("text", [None, "", "[]", "{", "[" * 100_000])
def test_an_event_that_cannot_be_read_is_one_line(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "event.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(Exception, match="the event cannot be read"):
        event({"GITHUB_EVENT_PATH": str(path)})
    with pytest.raises(Exception, match="names no event"):
        event({})
