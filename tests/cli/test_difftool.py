"""`git diff` itself, with and without its helper: the meaning stands above the lines."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.repository import git, repository
from tests.cli.run import run


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "a book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return repository(folder)


def says(repo: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(repo), *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def put(repo: Path, name: str, old: str, new: str) -> None:
    text = (repo / name).read_text("utf-8")
    assert old in text
    (repo / name).write_text(text.replace(old, new), "utf-8")


def test_git_diff_says_what_a_change_means_and_then_its_lines(repo: Path) -> None:
    assert "`git diff` now says" in run("difftool", "--install").out
    put(repo, "fraud.yaml", "title: Fraud", "title: Deceit")
    told = says(repo, "diff").splitlines()
    assert told[0] == "watchbill fraud.yaml"
    assert told[1].startswith("  NEUTRAL info: ") and "Fraud → Deceit" in told[1]
    assert "-title: Fraud" in told and "+title: Deceit" in told
    assert told[told.index("--- a/fraud.yaml") + 1] == "+++ b/fraud.yaml"


def test_a_new_file_one_that_went_and_one_that_only_looks_otherwise(repo: Path) -> None:
    run("difftool", "--install")
    put(repo, "fraud.yaml", "title: Fraud", "# A word.\ntitle: Fraud")
    assert "  unchanged in meaning" in says(repo, "diff").splitlines()
    git(repo, "add", "--all")
    git(repo, "commit", "-qm", "x")
    git(repo, "rm", "-q", "fraud.yaml")
    gone = says(repo, "diff", "--cached").splitlines()
    assert "[document/whole]" in gone[1] and "Fraud → nothing" in gone[1]
    assert "--- a/fraud.yaml" in gone and "+++ /dev/null" in gone
    again = says(repo, "diff", "-R", "--cached").splitlines()
    assert "--- /dev/null" in again


def test_a_document_with_a_new_name_and_a_file_that_is_none(repo: Path) -> None:
    run("difftool", "--install")
    put(repo, "fraud.yaml", "id: fraud", "id: deceit\nmoved_from: fraud")
    git(repo, "mv", "fraud.yaml", "deceit.yaml")
    git(repo, "add", "--all")
    told = says(repo, "diff", "--cached", "-M")
    assert "[document/renamed]" in told and "fraud → deceit" in told
    put(repo, "deceit.yaml", "title: Fraud", "title: [Fraud\x1b[31m")
    told = says(repo, "diff")
    assert "NOT COMPARED: after the change, line 4" in told
    assert "\x1b" not in told


def test_show_and_log_tell_it_too_and_the_lines_alone_are_there(repo: Path) -> None:
    run("difftool", "--install")
    put(repo, "fraud.yaml", "title: Fraud", "title: Deceit")
    git(repo, "commit", "-qam", "x")
    assert "  NEUTRAL info" in says(repo, "show", "--ext-diff", "--format=")
    assert "  NEUTRAL info" in says(repo, "log", "-1", "-p", "--ext-diff")
    assert "NEUTRAL" not in says(repo, "diff", "--no-ext-diff", "HEAD~1")
    assert "  NEUTRAL info" in says(repo, "difftool", "--tool", "watchbill", "HEAD~1")


def test_a_book_below_the_top_of_its_repository(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = repo / "the book"
    below.mkdir()
    for file in [*repo.glob("*.yaml"), *repo.glob("*.md")]:
        file.rename(below / file.name)
    git(repo, "add", "--all")
    git(repo, "commit", "-qm", "moved")
    monkeypatch.chdir(below)
    run("difftool", "--install")
    put(below, "fraud.yaml", "title: Fraud", "title: Deceit")
    assert "  NEUTRAL info" in says(below, "diff")


def test_it_is_set_up_once_and_taken_out_whole(repo: Path) -> None:
    own = repo / ".git" / "info" / "attributes"
    own.parent.mkdir(exist_ok=True)
    own.write_text("*.png binary\n", "utf-8")
    before = (repo / ".git" / "config").read_text("utf-8")
    run("difftool", "--install")
    once = own.read_text("utf-8")
    run("difftool", "--install")
    assert own.read_text("utf-8") == once != "*.png binary\n"
    assert run("difftool", "--uninstall").code == 0
    assert own.read_text("utf-8") == "*.png binary\n"
    assert (repo / ".git" / "config").read_text("utf-8") == before
    assert run("difftool", "--uninstall").code == 0


def test_words_that_git_does_not_give_and_a_file_that_was_not_merged(repo: Path) -> None:
    assert run("difftool", "one", "two").code == 2
    assert run("difftool", "fraud.yaml").out == "* not merged: fraud.yaml\n"
    ran = run("difftool", "fraud.yaml", "nowhere.yaml", "fraud.yaml")
    assert ran.code == 2 and "nowhere.yaml cannot be read" in ran.err


def test_where_there_is_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("difftool", "--install")
    assert ran.code == 2 and "git" in ran.err.lower()
