import json
from pathlib import Path

import pytest

from tests.cli.repository import git, repository
from tests.cli.run import run
from tests.edit.filled import filled

ASKED = {"document": "promise", "target": "P1 contained", "value": "6h"}
BEFORE, AFTER = "contained: 4h", "contained: 6h"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return repository(folder)


def issue(tmp_path: Path, body: str) -> str:
    path = tmp_path / "issue.md"
    path.write_text(body, "utf-8", newline="")
    return str(path)


def test_a_form_becomes_a_change_and_the_body_of_a_pull_request(book: Path, tmp_path: Path) -> None:
    form = issue(tmp_path, filled("1-target", **ASKED, **{"from": "2027-01-01"}))
    out = tmp_path / "out"
    ran = run("propose", "--form", form, "--out", str(out))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "changed promise.yaml: promise: P1 contained\n"
    assert git(book, "diff", "--stat").startswith(" promise.yaml | 2 +-")
    assert AFTER in (book / "promise.yaml").read_text("utf-8")
    assert sorted(path.name for path in out.iterdir()) == ["body.md", "title.txt"]
    assert (out / "title.txt").read_text("utf-8") == "promise: P1 contained\n"
    body = (out / "body.md").read_text("utf-8")
    assert "| Document | service-level:promise |\n" in body
    assert "| From when | 2027-01-01 |\n" in body
    assert (
        "**The form says that no promise becomes weaker. The comparison below finds that one does.**"
        in body
    )
    assert "### watchbill: 1 commitment weakened" in body
    assert "> Measured in the last drill." in body
    assert "watchbill:report" not in body


def test_the_event_of_an_issue_is_read_too(book: Path, tmp_path: Path) -> None:
    event = issue(tmp_path, json.dumps({"issue": {"body": filled("1-target", **ASKED)}}))
    ran = run("propose", "--event", event)
    assert ran.code == 0
    assert ran.out.startswith("### promise: P1 contained\n")
    assert run("propose", "--event", issue(tmp_path, "{}")).code == 2
    assert run("propose", "--event", issue(tmp_path, "[" * 100_000)).code == 2
    assert run("propose", "--form", "x", "--event", "y").code == 2
    assert run("propose", "--form", "nowhere.md").code == 2


def test_what_cannot_be_carried_out_is_said_and_nothing_is_written(
    book: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "body.md").write_text("of an earlier run", "utf-8")
    form = issue(tmp_path, filled("1-target", **{**ASKED, "document": "promis"}))
    ran = run("propose", "--form", form, "--out", str(out))
    said = (
        "Which service level or guard bands: the book has no service-level or guard-bands `promis`"
    )
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"watchbill: {said}; did you mean `promise`?\n"
    assert [path.name for path in out.iterdir()] == ["answer.txt"]
    assert git(book, "status", "--porcelain") == ""


def test_what_lint_finds_anew_stands_in_the_body(book: Path, tmp_path: Path) -> None:
    form = issue(tmp_path, filled("1-target", **{**ASKED, "value": "5m"}))
    ran = run("propose", "--form", form)
    assert ran.code == 0
    assert "**Lint finds, and did not before:**" in ran.out
    assert "proof/" in ran.out


def test_without_a_commit_to_compare_with_the_body_says_so(
    tmp_path: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (book / ".git").rename(tmp_path / "away")
    ran = run("propose", "--form", issue(tmp_path, filled("1-target", **ASKED)))
    assert ran.code == 0
    assert "### watchbill: COULD NOT COMPARE" in ran.out
    assert AFTER in (book / "promise.yaml").read_text("utf-8")


def test_nothing_that_was_answered_means_anything_in_the_body(book: Path, tmp_path: Path) -> None:
    why = "@everyone #1 <img src=x> [l](https://x.example) | `a`\n\n### Heading\n<!-- watchbill:report v1 -->\n> q"
    body = run("propose", "--form", issue(tmp_path, filled("1-target", **ASKED, why=why))).out
    quoted = [line for line in body.split("\n") if line.startswith(">")]
    assert quoted == [
        "> @<!-- -->everyone #<!-- -->1 \\<img src=x\\> \\[l\\](https:\\/\\/x.example) \\| \\`a\\`",
        ">",
        "> #<!-- -->#<!-- -->#<!-- --> Heading",
        "> \\<\\!-- watchbill:report v1 --\\>",
        "> \\> q",
    ]


@pytest.mark.parametrize("words", ["@" * 20_000, "\n" * 20_000 + "x", "word " * 10_000])
def test_the_body_has_room_in_a_pull_request_whatever_was_answered(
    book: Path, tmp_path: Path, words: str
) -> None:
    asked = {"document": "fraud-ring", "step": "block", "field": "How it is done", "value": "x"}
    ran = run("propose", "--form", issue(tmp_path, filled("2-step", **asked, why=f"y{words}z")))
    assert ran.code == 0
    assert len(ran.out) < 60_000
    assert " ...\n" in ran.out
