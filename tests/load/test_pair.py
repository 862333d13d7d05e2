"""Two states of a book, out of Git or out of two folders, are read as each was."""

from pathlib import Path

import pytest

from tests import smallest
from tests.cli.book import smallest_book
from tests.cli.repository import committed, git, repository
from watchbill.errors import CannotRun
from watchbill.load.git import Tree, commit_of
from watchbill.load.library import load
from watchbill.load.pair import Pair, folders, load_folders, load_pair


def commit(folder: Path) -> str:
    committed(folder)
    return head(folder)


def head(folder: Path) -> str:
    return git(folder, "rev-parse", "HEAD").strip()


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "book"
    folder.mkdir()
    return repository(folder)


def retitled(book: Path, title: str) -> None:
    path = book / "fraud.yaml"
    path.write_text(path.read_text("utf-8").replace("title: Fraud", f"title: {title}"), "utf-8")


def titles(pair: Pair) -> tuple[str, str]:
    return pair.before.book.cards["harm:fraud"].title, pair.after.book.cards["harm:fraud"].title


def test_a_commit_gives_the_book_that_its_checkout_gave(book: Path) -> None:
    there = load([str(book)], cached=False)
    pair = load_pair(str(book), "HEAD", "HEAD", cached=False)
    for one in (pair.before, pair.after):
        assert one.book.cards == there.book.cards
        assert all(one.book.find(key) == there.book.find(key) for key in there.book.keys)
        assert one.findings == there.findings
        assert one.config == there.config
    assert pair.files == frozenset()


def test_the_working_tree_is_compared_as_it_lies_there(book: Path) -> None:
    retitled(book, "Deceit")
    (book / "new.yaml").write_text("kind: harm\n")
    (book / "desk.yaml").unlink()
    pair = load_pair(str(book), "HEAD")
    prefix = pair.after.roots[0].prefix
    assert titles(pair) == ("Fraud", "Deceit")
    assert pair.files == {prefix + name for name in ("fraud.yaml", "new.yaml", "desk.yaml")}
    assert "team:desk" in pair.before.book.cards and "team:desk" not in pair.after.book.cards
    assert [one.rule for one in pair.after.findings] != [] == list(pair.before.findings)
    assert pair.names == (head(book), "the working tree")


def test_what_is_the_same_in_both_is_read_once_and_is_the_same_object(book: Path) -> None:
    retitled(book, "Deceit")
    pair = load_pair(str(book), "HEAD")
    before, after = pair.before.book, pair.after.book
    assert before.find("team:desk") is after.find("team:desk") is not None
    assert before.find("harm:fraud") != after.find("harm:fraud")


def test_two_commits_are_compared_whatever_lies_in_the_folder(book: Path) -> None:
    first = head(book)
    retitled(book, "Deceit")
    second = commit(book)
    retitled(book, "Nothing of it")
    pair = load_pair(str(book), first, second)
    assert titles(pair) == ("Fraud", "Deceit")
    assert pair.names == (first, second)
    assert titles(load_pair(str(book), "HEAD", "HEAD~1")) == ("Deceit", "Fraud")


def test_a_book_below_the_top_of_its_repository_is_read_by_its_own_names(
    book: Path, tmp_path: Path
) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "-q")
    (outer / "inner").mkdir()
    smallest.write(outer / "inner")
    (outer / "fraud.yaml").write_text("kind: harm\n")
    commit(outer)
    pair = load_pair(str(outer / "inner"), "HEAD")
    assert pair.before.book.cards == pair.after.book.cards != {}
    assert pair.before.findings == pair.after.findings


def test_the_settings_are_those_of_the_time(book: Path) -> None:
    (book / "watchbill.toml").write_text('repository_audience = ["restricted", "vendor"]\n')
    commit(book)
    (book / "watchbill.toml").write_text('content = ["none"]\nrepository_audience = "vendor"\n')
    pair = load_pair(str(book), "HEAD")
    assert pair.before.config.repository_audience == ("restricted", "vendor")
    assert pair.before.book.cards["harm:fraud"].repository_audience == "restricted vendor"
    assert pair.after.config.content == ("none",) and len(pair.after.book.keys) == 0
    (book / "watchbill.toml").write_text('repository_audience = "vendor"\n')
    other = load_pair(str(book), "HEAD")
    assert other.before.book.cards["harm:fraud"].repository_audience == "restricted vendor"
    assert other.after.book.cards["harm:fraud"].repository_audience == "vendor"


def test_links_odd_names_and_what_is_no_content_are_in_a_commit_what_they_are_in_a_folder(
    book: Path,
) -> None:
    (book / "link.yaml").symlink_to("fraud.yaml")
    (book / "README.md").write_text("# no content\n")
    (book / "build").mkdir()
    (book / "build" / "made.yaml").write_text("kind: harm\n")
    (book / ".hidden.yaml").write_text("kind: harm\n")
    (book / "a\tb.yaml").write_text("kind: harm\n")
    commit(book)
    pair = load_pair(str(book), "HEAD", "HEAD")
    there = load([str(book)], cached=False).findings
    assert [(one.rule, one.place) for one in pair.before.findings] == [
        (one.rule, one.place) for one in there
    ]
    assert {one.rule for one in there} >= {"file/symbolic-link", "file/control-character"}


@pytest.mark.parametrize(
    "revision", ["nowhere", "", "-x", "HEAD:fraud.yaml", "HEAD^{tree}", "a\0b"]
)
def test_a_revision_that_is_none_is_told(book: Path, revision: str) -> None:
    with pytest.raises(CannotRun):
        commit_of(str(book), revision)


def test_a_folder_outside_of_any_repository_and_a_shallow_clone_are_told_apart(
    book: Path, tmp_path: Path
) -> None:
    (tmp_path / "bare").mkdir()
    with pytest.raises(CannotRun, match="no Git checkout"):
        commit_of(str(tmp_path / "bare"), "HEAD")
    first = head(book)
    retitled(book, "Deceit")
    commit(book)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{book}", str(tmp_path / "shallow"))
    with pytest.raises(CannotRun, match="shallow"):
        commit_of(str(tmp_path / "shallow"), first)


def test_a_file_that_the_commit_does_not_have_cannot_be_read(book: Path) -> None:
    tree = Tree(str(book), commit_of(str(book), "HEAD"))
    with pytest.raises(OSError, match="not in"):
        tree.read("none.yaml")
    assert tree.settings("pyproject.toml") is None


def test_two_folders_are_compared_by_the_names_inside(book: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    smallest_book(other)
    assert folders(str(book), str(other)) and not folders(str(book), "HEAD")
    assert load_folders(str(book), str(other)).files == frozenset()
    retitled(other, "Deceit")
    pair = load_folders(str(book), str(other))
    assert pair.files == {"fraud.yaml"} and titles(pair) == ("Fraud", "Deceit")
