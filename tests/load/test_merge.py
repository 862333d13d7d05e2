"""A merge is made among Git's objects: what lies in the folder is not touched, and nothing of it is run."""

from pathlib import Path

import pytest

from tests.cli.repository import committed, git, repository
from watchbill.errors import CannotRun
from watchbill.load.git import commit_of, time_of
from watchbill.load.merge import merged


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """`main` and `other` have each changed a file of their own since they parted."""
    repository(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "other")
    (tmp_path / "watch.yaml").write_text("theirs\n")
    committed(tmp_path)
    git(tmp_path, "checkout", "--quiet", "main")
    (tmp_path / "desk.yaml").write_text("ours\n")
    return committed(tmp_path)


def both(repo: Path) -> tuple[str, str, str]:
    return str(repo), commit_of(str(repo), "main"), commit_of(str(repo), "other")


def test_the_merge_has_what_both_changed_and_the_folder_stays_as_it_is(repo: Path) -> None:
    (repo / "loose.yaml").write_text("not committed\n")
    before = git(repo, "status", "--porcelain")
    found = merged(*both(repo))
    assert git(repo, "show", f"{found}:watch.yaml") == "theirs\n"
    assert git(repo, "show", f"{found}:desk.yaml") == "ours\n"
    assert git(repo, "status", "--porcelain") == before
    assert git(repo, "branch", "--format=%(refname:short)").split() == ["main", "other"]


def test_the_same_two_make_the_same_commit_at_the_time_of_the_base(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = merged(*both(repo))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Somebody")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert merged(*both(repo)) == found
    assert time_of(str(repo), found) == time_of(str(repo), "main")


def test_what_is_behind_its_base_adds_nothing(repo: Path) -> None:
    root, base, other = both(repo)
    git(repo, "merge", "--quiet", "-m", "In", other)
    base = commit_of(root, "main")
    assert git(repo, "diff", base, merged(root, base, other)) == ""


def test_a_conflict_is_told_with_its_files(repo: Path) -> None:
    (repo / "watch.yaml").write_text("ours\n")
    committed(repo)
    with pytest.raises(CannotRun, match=r"conflicts with \w{12} in watch.yaml; merge the base"):
        merged(*both(repo))


def test_no_commit_in_common_and_no_folder_are_told(repo: Path) -> None:
    git(repo, "checkout", "--quiet", "--orphan", "alone")
    (repo / "more.yaml").write_text("more\n")
    committed(repo)
    root, base, _ = both(repo)
    with pytest.raises(CannotRun, match="no commit in common"):
        merged(root, base, commit_of(root, "alone"))
    with pytest.raises(CannotRun, match="is not a folder"):
        merged(str(repo / "none"), base, base)


@pytest.mark.parametrize("own", ["true", "conflict"])
def test_a_file_stays_where_its_branch_put_it_though_the_folder_was_renamed(
    repo: Path, own: str
) -> None:
    (repo / "people").mkdir()
    (repo / "people" / "one.yaml").write_text("one\n" * 20)
    committed(repo)
    git(repo, "checkout", "--quiet", "other")
    git(repo, "merge", "--quiet", "-m", "Main", "main")
    git(repo, "checkout", "--quiet", "main")
    git(repo, "mv", "people", "teams")
    committed(repo)
    git(repo, "checkout", "--quiet", "other")
    (repo / "people" / "two.yaml").write_text("two\n")
    committed(repo)
    git(repo, "config", "merge.directoryRenames", own)
    found = merged(*both(repo))
    assert git(repo, "show", f"{found}:people/two.yaml") == "two\n"
