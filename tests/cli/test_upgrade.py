from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import run
from tests.support import ROOT

LINE = 'content_version = "0.1.0"\n'


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return smallest_book(folder)


def test_it_lists_what_is_asked_and_writes_nothing(book: Path) -> None:
    (book / "pyproject.toml").write_text("[tool.watchbill]\n", "utf-8")
    ran = run("upgrade")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("0.1.0: Say in [tool.watchbill] for which version")
    assert ran.out.endswith("content_version becomes 0.1.0\n")
    assert run("upgrade", "--check").code == 1
    shown = run("upgrade", "--diff").out
    assert "--- pyproject.toml\n+++ pyproject.toml (upgraded)\n" in shown
    assert shown.endswith(f"+{LINE}")
    assert (book / "pyproject.toml").read_text("utf-8") == "[tool.watchbill]\n"


def test_it_writes_what_it_can_and_then_has_nothing_to_ask(book: Path) -> None:
    before = {path.name: path.read_bytes() for path in book.iterdir()}
    ran = run("upgrade", "--write")
    assert (ran.code, ran.err) == (0, "1 file written; `watchbill lint` says what is left\n")
    assert (book / "watchbill.toml").read_text("utf-8") == LINE
    (book / "watchbill.toml").unlink()
    assert {path.name: path.read_bytes() for path in book.iterdir()} == before
    (book / "watchbill.toml").write_text(LINE, "utf-8")
    ran = run("upgrade", "--check")
    assert (ran.code, ran.out) == (0, "the content is written for 0.1.0; nothing is asked of it\n")


def test_content_newer_than_the_tools_stops_it(book: Path) -> None:
    (book / "watchbill.toml").write_text('content_version = "9.0.0"\n', "utf-8")
    ran = run("upgrade", "--write")
    assert ran.code == 2
    assert "install newer ones" in ran.err


@pytest.mark.parametrize("value", ["1", '"1"', '"0.1.0-rc1"', '"0.1.\\u0661"', "[]"])
def test_what_is_no_version_is_said_by_every_command(book: Path, value: str) -> None:
    (book / "watchbill.toml").write_text(f"content_version = {value}\n", "utf-8")
    for words in (["upgrade"], ["lint"]):
        ran = run(*words)
        assert ran.code == 2
        assert "it is written as 0.1.0" in ran.err


def test_words_that_do_not_go_together_are_refused(book: Path) -> None:
    for other in ("--check", "--diff"):
        assert run("upgrade", "--write", other).code == 2
    assert run("upgrade", "--root", "nowhere").code == 2


def test_a_document_that_is_no_text_stops_it_before_anything_is_written(book: Path) -> None:
    (book / "odd.yaml").write_bytes(b"kind: team\xff\n")
    ran = run("upgrade", "--write")
    assert ran.code == 2
    assert "odd.yaml is not UTF-8" in ran.err
    assert not (book / "watchbill.toml").exists()


def test_nothing_is_asked_of_our_own_content() -> None:
    assert run("upgrade", "--root", str(ROOT), "--check").code == 0
