"""CODEOWNERS names the teams that own and approve each document; the last line that fits wins."""

from pathlib import Path

from tests import smallest
from tests.exporters.build import golden, shipped
from watchbill.exporters import codeowners
from watchbill.exporters.protocol import Settings
from watchbill.load.library import load
from watchbill.model.book import Book


def text(book: Book, **settings: object) -> str:
    (file,) = codeowners.wanted(book, Settings(**settings)).files  # type: ignore[arg-type]
    return file.text


def owners(text: str, path: str) -> list[str]:
    """Who is asked to review a file, as GitHub reads the lines."""
    found: list[str] = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            pattern, *teams = line.replace("\\ ", "\0").split(" ")
            if pattern == "*" or pattern.replace("\0", " ") == f"/{path}":
                found = teams
    return found


def kept(folder: Path) -> Book:
    smallest.write(folder)
    return load([str(folder)], cached=False).book


def test_owner_and_approvers_of_each_document_are_asked(tmp_path: Path) -> None:
    found = text(kept(tmp_path), root=f"{tmp_path}/")
    golden("codeowners/CODEOWNERS", found)
    assert owners(found, "fraud-ring.yaml") == ["@smallest/desk", "@smallest/legal"]
    assert owners(found, "legal.yaml") == ["@smallest/legal"]
    assert owners(found, "tools/anything.py") == ["@smallest/desk"]


def test_every_shipped_document_asks_the_teams_of_its_owner_and_approvers() -> None:
    book = shipped()
    found = text(book, root=str(next(iter(book.cards.values())).file).split("playbooks/")[0])
    teams = codeowners.github_teams(book)
    prefix = next(iter(book.cards.values())).file.split("playbooks/")[0]
    for card in book.cards.values():
        document = book.find(card.key)
        assert document
        wanted = {teams[id] for id in (document.owner, *document.approvers) if id in teams}
        assert set(owners(found, card.file.removeprefix(prefix))) == wanted, card.file


def test_a_file_of_another_root_is_not_named(tmp_path: Path) -> None:
    book = kept(tmp_path)
    assert "fraud-ring" not in text(book, root="", elsewhere=(f"{tmp_path}/",))
    assert "fraud-ring" not in text(book, root="/somewhere/else/")


def test_a_group_without_a_team_and_a_name_without_a_pattern_are_losses(tmp_path: Path) -> None:
    documents = smallest.data()
    del documents["partner:legal"]["github"]
    smallest.write(tmp_path, documents)
    (tmp_path / "odd [name]").mkdir()
    (tmp_path / "notice.yaml").rename(tmp_path / "odd [name]" / "notice.yaml")
    (tmp_path / "two words").mkdir()
    (tmp_path / "desk.yaml").rename(tmp_path / "two words" / "desk.yaml")
    book = load([str(tmp_path)], cached=False).book
    wanted = codeowners.wanted(book, Settings(root=f"{tmp_path}/"))
    assert [loss for loss in wanted.losses if "`legal` has no GitHub team" in loss]
    assert [loss for loss in wanted.losses if "odd [name]/notice.yaml" in loss]
    found = wanted.files[0].text
    assert owners(found, "odd [name]/notice.yaml") == ["@smallest/desk"]
    assert "/two\\ words/desk.yaml @smallest/desk\n" in found
    assert owners(found, "legal-watch.yaml") == ["@smallest/desk"]


def test_a_book_in_memory_has_no_files_to_own() -> None:
    found = text(smallest.book())
    assert [line for line in found.splitlines() if not line.startswith("#")] == ["* @smallest/desk"]
