import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.repository import WHEN, git
from watchbill.cli.head import changed_files, earlier, head_name, head_time


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "repo"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    (folder / "a.yaml").write_text("a\n")
    git(folder, "add", "a.yaml")
    git(folder, "commit", "--quiet", "--message", "First")
    return folder


def commit_of(folder: Path) -> str:
    return git(folder, "rev-parse", "HEAD").strip()


def test_the_name_of_head_is_read_without_git(repo: Path) -> None:
    assert head_name(str(repo)) == commit_of(repo)
    (repo / "sub").mkdir()
    assert head_name(str(repo / "sub")) == commit_of(repo)


def test_a_detached_head_a_packed_one_and_a_branch_of_branches_are_read(repo: Path) -> None:
    commit = commit_of(repo)
    git(repo, "checkout", "--quiet", "--detach")
    assert head_name(str(repo)) == commit
    git(repo, "checkout", "--quiet", "main")
    git(repo, "pack-refs", "--all")
    assert head_name(str(repo)) == commit
    git(repo, "symbolic-ref", "refs/heads/also", "refs/heads/main")
    git(repo, "symbolic-ref", "HEAD", "refs/heads/also")
    assert head_name(str(repo)) == commit


def test_another_work_tree_has_a_head_of_its_own(repo: Path, tmp_path: Path) -> None:
    git(repo, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "tree"))
    (tmp_path / "tree" / "b.yaml").write_text("b\n")
    git(tmp_path / "tree", "add", "b.yaml")
    git(tmp_path / "tree", "commit", "--quiet", "--message", "Second")
    assert head_name(str(tmp_path / "tree")) == commit_of(tmp_path / "tree") != commit_of(repo)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda git: (git / "HEAD").write_text("ref: refs/heads/none\n"),
        lambda git: (git / "HEAD").write_bytes(b"\xff"),
        lambda git: (git / "HEAD").unlink(),
        lambda git: (git / "refs" / "heads" / "main").write_text("ref: refs/heads/main\n"),
    ],
    ids=["unborn", "bytes", "gone", "a circle"],
)
def test_a_head_that_does_not_tell_plainly_is_no_name(repo: Path, spoil: object) -> None:
    spoil(repo / ".git")  # type: ignore[operator]
    assert head_name(str(repo)) == ""


def test_outside_a_checkout_there_is_no_name_and_the_time_is_the_machines(tmp_path: Path) -> None:
    assert head_name(str(tmp_path)) == ""
    before = datetime.now(UTC).replace(microsecond=0)
    assert before <= head_time(str(tmp_path)) <= datetime.now(UTC)


def test_the_time_of_head_is_asked_of_git_once(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert head_time(str(repo)) == datetime.fromisoformat(WHEN)
    monkeypatch.setenv("PATH", "/nowhere")
    assert head_time(str(repo)) == datetime.fromisoformat(WHEN)


def test_what_changed_is_what_differs_and_what_is_new(repo: Path) -> None:
    assert changed_files(str(repo), "HEAD") == ()
    (repo / "b c\u00fc.yaml").write_text("b\n")
    (repo / ".gitignore").write_text("ignored.yaml\n")
    (repo / "ignored.yaml").write_text("x\n")
    (repo / "a.yaml").rename(repo / "z.yaml")
    assert changed_files(str(repo), "HEAD") == (".gitignore", "a.yaml", "b c\u00fc.yaml", "z.yaml")
    assert earlier(str(repo), "HEAD", "a.yaml") == b"a\n"
    assert earlier(str(repo), "HEAD", "z.yaml") == b""


@pytest.mark.parametrize("revision", ["none", "-h", "--output=x", "HEAD..HEAD", "", "a\0b"])
def test_what_is_no_commit_is_not_compared(repo: Path, revision: str) -> None:
    assert changed_files(str(repo), revision) is None
    assert earlier(str(repo), revision, "a.yaml") == b""
    assert not (repo / "x").exists()


def test_without_git_nothing_is_compared(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert changed_files(str(repo), "HEAD") is None
    with pytest.raises(FileNotFoundError):
        subprocess.run(["git"], check=True)
