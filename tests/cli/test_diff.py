"""`watchbill diff` on a repository: what it compares, how it ends, and what it says where it cannot."""

import json
from pathlib import Path

import pytest

from tests import smallest
from tests.cli.repository import committed, git, repository
from tests.cli.run import Ran, run


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return repository(folder)


def change(repo: Path, name: str, old: str, new: str) -> None:
    text = (repo / name).read_text("utf-8")
    assert old in text
    (repo / name).write_text(text.replace(old, new), "utf-8")


def kinds(ran: Ran) -> list[str]:
    return [one["kind"] for one in json.loads(ran.out)["changes"]]


def test_what_lies_here_is_compared_with_the_last_commit(repo: Path) -> None:
    assert run("diff").out.endswith("nothing changed in meaning\n")
    change(repo, "watch.yaml", "answers_within: 2m", "answers_within: 4m")
    ran = run("diff")
    assert ran.code == 0 and "weakened" in ran.err
    assert (
        "WEAKER major: schedule:watch: how long a page waits for its answer [schedule/answer]"
        in ran.out
    )
    assert "watch.yaml:" in ran.out and "[proof/later]" in ran.out


def test_two_revisions_are_compared_in_the_order_in_which_they_are_given(repo: Path) -> None:
    change(repo, "watch.yaml", "answers_within: 2m", "answers_within: 4m")
    committed(repo)
    there = json.loads(run("diff", "HEAD~1", "HEAD", "--format", "json").out)
    back = json.loads(run("diff", "HEAD", "HEAD~1", "--format", "json").out)
    assert there["counts"]["weaker"] == back["counts"]["stronger"] > 0
    assert there["base"] == back["head"] == git(repo, "rev-parse", "HEAD~1").strip()


def test_two_folders_are_compared(repo: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    smallest.write(other)
    change(other, "watch.yaml", "answers_within: 2m", "answers_within: 4m")
    found = kinds(run("diff", str(repo), str(other), "--format", "json", "--no-proof"))
    assert found == ["schedule/answer"]


def test_another_layout_and_another_order_change_nothing_in_meaning(repo: Path) -> None:
    path = repo / "fraud.yaml"
    path.write_text("# A remark.\n" + path.read_text("utf-8") + "\n", "utf-8")
    (repo / "people").mkdir()
    (repo / "desk.yaml").rename(repo / "people" / "desk.yaml")
    ran = run("diff", "--format", "json")
    assert json.loads(ran.out)["changes"] == []
    assert json.loads(ran.out)["unchanged"] == ["harm:fraud", "team:desk"]


@pytest.mark.parametrize(
    ("fail_on", "old", "new", "code"),
    [
        ("never", "answers_within: 2m", "answers_within: 4m", 0),
        ("weaker", "answers_within: 2m", "answers_within: 4m", 1),
        ("weaker", "answers_within: 2m", "answers_within: 1m", 0),
        ("unknown", "answers_within: 2m", "answers_within: 4m", 1),
        ("any", "title: Desk watch", "title: Watch of the desk", 1),
        ("unknown", "title: Desk watch", "title: Watch of the desk", 0),
    ],
)
def test_the_exit_code_is_the_one_that_was_asked_for(
    repo: Path, fail_on: str, old: str, new: str, code: int
) -> None:
    change(repo, "watch.yaml", old, new)
    assert run("diff", "--no-proof", "--fail-on", fail_on).code == code


def test_a_file_that_cannot_be_read_makes_the_comparison_impossible_and_is_named(
    repo: Path,
) -> None:
    (repo / "watch.yaml").write_text("kind: schedule\nid: [\n")
    ran = run("diff", "--format", "markdown")
    assert ran.code == 1
    assert "COULD NOT COMPARE" in ran.out and "watch" in ran.out
    assert "nothing" not in ran.out
    committed(repo)
    git(repo, "checkout", "--quiet", "HEAD~1", ".")
    assert "COULD NOT COMPARE" in run("diff").err


def test_a_revision_that_is_not_there_is_told_and_never_taken_for_no_change(repo: Path) -> None:
    ran = run("diff", "nowhere", "--format", "markdown")
    assert ran.code == 2
    assert "COULD NOT COMPARE" in ran.out and "nowhere" in ran.err
    assert run("diff", "--root", "none").code == 2


def test_what_was_proven_once_is_remembered_and_says_the_same(repo: Path) -> None:
    change(repo, "watch.yaml", "answers_within: 2m", "answers_within: 4m")
    first, second = run("diff"), run("diff")
    assert first == second == run("diff", "--no-cache")


@pytest.mark.parametrize("form", ["text", "markdown", "json", "github", "sarif"])
def test_every_form_is_the_same_each_time(repo: Path, form: str) -> None:
    change(repo, "fraud-ring.yaml", "takes: 15m", "takes: 25m")
    assert run("diff", "--format", form).out == run("diff", "--format", form).out != ""


def test_what_becomes_of_the_files_for_other_systems_is_told_when_asked_for(repo: Path) -> None:
    change(repo, "fraud.yaml", "owner: desk", "owner: legal")
    assert not [one for one in kinds(run("diff", "--format", "json")) if one.startswith("export/")]
    ran = run("diff", "--exports", "--format", "json")
    assert "export/file" in kinds(ran)
    assert "CODEOWNERS" in run("diff", "--exports").out
