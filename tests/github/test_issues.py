"""One issue that the tools keep: opened, updated, closed, opened again; nobody else's is touched."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import Ran, run
from tests.github.fake import BOT, Fake
from watchbill.errors import CannotRun
from watchbill.github.client import GitHub
from watchbill.github.issues import MOST, Wanted, keep

MARK = "<!-- watchbill:upkeep v1 "


@pytest.fixture
def github(fake: Fake) -> GitHub:
    fake.lists["issues"] = []
    return GitHub.here(fake.environment)


def wanted(body: str = "words", *, left: int = 1) -> Wanted:
    return Wanted("upkeep", MARK, "Upkeep", f"{MARK}left={left} -->\n{body}\n", open=left > 0)


def issue(number: int = 7, **more: Any) -> dict[str, Any]:
    body = f"{MARK}left=3 -->\nold\n"
    row = {"number": number, "state": "open", "user": BOT, "labels": [{"name": "upkeep"}]}
    return {**row, "body": body, "title": "Upkeep", **more}


def writes(fake: Fake) -> list[str]:
    return [f"{one.method} {one.path}" for one in fake.asked if one.method != "GET"]


def test_the_first_time_it_is_opened_and_then_left_alone(fake: Fake, github: GitHub) -> None:
    assert keep(github, wanted()) == "issue 1001 opened"
    (made,) = fake.lists["issues"]
    assert (made["title"], made["labels"]) == ("Upkeep", ["upkeep"])
    assert made["body"] == f"{MARK}left=1 -->\nwords\n"
    assert keep(github, wanted()) == "issue 1001 is as it should be"
    assert writes(fake) == ["POST issues"]


def test_with_other_words_it_is_updated_in_place(fake: Fake, github: GitHub) -> None:
    fake.lists["issues"] = [issue(body=f"{MARK}left=1 -->\r\nwords\r\n")]
    assert keep(github, wanted()) == "issue 7 is as it should be"
    assert keep(github, wanted("others")) == "issue 7 updated"
    assert fake.lists["issues"][0]["body"].endswith("others\n")
    assert writes(fake) == ["PATCH issues/7"]


def test_it_is_closed_when_nothing_is_left_and_opened_again_when_it_comes_back(
    fake: Fake, github: GitHub
) -> None:
    fake.lists["issues"] = [issue()]
    assert keep(github, wanted("none", left=0)) == "issue 7 closed"
    (row,) = fake.lists["issues"]
    assert (row["state"], row["state_reason"], row["body"][-5:]) == (
        "closed",
        "completed",
        "none\n",
    )
    assert keep(github, wanted("still none", left=0)) == "issue 7 is closed"
    assert keep(github, wanted("again")) == "issue 7 opened again"
    assert (row["state"], row["body"][-6:]) == ("open", "again\n")
    assert writes(fake) == ["PATCH issues/7"] * 2


def test_where_there_never_was_anything_nothing_is_made(fake: Fake, github: GitHub) -> None:
    assert keep(github, wanted(left=0)) == "nothing is left to do"
    assert writes(fake) == []


@pytest.mark.parametrize(
    "other",
    [
        {"user": {"login": "mallory", "type": "User"}},
        {"user": {"login": "github-actions[bot]", "type": "User"}},
        {"user": {"login": "other[bot]", "type": "Bot"}},
        {"user": None},
        {"pull_request": {"url": "x"}},
        {"labels": []},
        {"body": None},
        {"body": f"Look: {MARK}left=3 -->"},
    ],
)
def test_an_issue_that_is_not_ours_is_never_touched(
    fake: Fake, github: GitHub, other: dict[str, Any]
) -> None:
    before = issue(**other)
    fake.lists["issues"] = [dict(before)]
    assert keep(github, wanted()) == "issue 1001 opened"
    assert fake.lists["issues"][0] == before


def test_of_several_the_open_one_is_kept_else_the_latest(fake: Fake, github: GitHub) -> None:
    fake.lists["issues"] = [issue(9, state="closed"), issue(5), issue(3, state="closed")]
    assert keep(github, wanted()) == "issue 5 updated"
    fake.lists["issues"] = [issue(9, state="closed"), issue(3, state="closed")]
    assert keep(github, wanted()) == "issue 9 opened again"


def test_it_is_found_on_any_page(fake: Fake, github: GitHub) -> None:
    strangers = [issue(n, user={"login": "x", "type": "User"}) for n in range(100, 350)]
    fake.lists["issues"] = [*strangers, issue()]
    assert keep(github, wanted()) == "issue 7 updated"


def test_more_than_github_takes_is_refused_before_anything_is_sent(
    fake: Fake, github: GitHub
) -> None:
    with pytest.raises(CannotRun, match="65,536"):
        keep(github, wanted("\U0001f6a8" * (MOST // 2)))
    with pytest.raises(CannotRun, match="mark"):
        keep(github, wanted()._replace(body="words"))
    assert fake.asked == []


@pytest.fixture
def report(fake: Fake, github: GitHub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file of a report, where the command finds this GitHub."""
    for name, value in fake.environment.items():
        monkeypatch.setenv(name, value)
    return tmp_path / "report.md"


def told(report: Path, text: str, label: str = "upkeep") -> Ran:
    report.write_text(text, "utf-8")
    return run("github", "issue", "--report", str(report), "--label", label, "--title", "Upkeep")


def test_the_command_opens_and_closes_by_what_the_mark_says(fake: Fake, report: Path) -> None:
    ran = told(report, f"{MARK}left=2 -->\nwords\n")
    assert (ran.code, ran.out, ran.err) == (0, "", "issue 1001 opened\n")
    ran = told(report, f"{MARK}left=0 -->\nwords\n")
    assert (ran.code, ran.err) == (0, "issue 1001 closed\n")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("", "upkeep"),
        ("words", "upkeep"),
        (f" {MARK}left=2 -->", "upkeep"),
        (f"{MARK}left=-2 -->", "upkeep"),
        (f"{MARK}left=2 -->", "other"),
        (f"{MARK}left=2 -->", "a,b"),
        (f"{MARK}left=2 -->", "../x"),
    ],
)
def test_what_is_no_report_for_that_label_stops_it(
    fake: Fake, report: Path, text: str, label: str
) -> None:
    ran = told(report, text, label)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert fake.asked == []
    assert run("github", "issue", "--report", "nowhere.md", "--label", "upkeep").code == 2


def test_a_no_of_github_is_one_line(fake: Fake, report: Path) -> None:
    fake.fails = [(403, {})]
    ran = told(report, f"{MARK}left=2 -->\nwords\n")
    assert ran.code == 2
    assert ran.err.startswith("watchbill: GitHub answered 403")
