"""`watchbill lsp`: which book it opens, and what it says without its library."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import run
from tests.editor.laid import book
from watchbill.cli.lsp import opened
from watchbill.editor.judge import Judge
from watchbill.verdicts import NO_VERDICTS

NOW = "2026-11-23T12:00:00Z"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    made = tmp_path / "book"
    made.mkdir()
    monkeypatch.chdir(tmp_path)
    return book(made)


def test_the_book_is_that_of_the_editors_folder_or_of_this_one_or_of_the_root(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named, _ = opened(str(folder), (), None, False, "/nowhere")
    assert named.look().book.has("playbook:fraud-ring")
    assert Path.cwd() == folder.parent
    told, _ = opened(".", (), None, False, str(folder))
    assert told.look().name(folder / "desk.yaml") == "desk.yaml"
    for none in ("", "/nowhere"):
        here, _ = opened(".", (), None, False, none)
        assert here.look().name(folder / "desk.yaml") == "desk.yaml"


def test_what_lint_has_judged_is_not_judged_again(folder: Path) -> None:
    desk, kept = opened(".", (), None, True, str(folder))
    assert kept == NO_VERDICTS
    (folder / "desk.yaml").write_text(
        (folder / "desk.yaml").read_text("utf-8").replace("owner: desk", "owner: dessk"), "utf-8"
    )
    ran = run("lint")
    assert ran.code == 1
    desk, kept = opened(".", (), None, True, str(folder))
    assert "playbook:fraud-ring" in kept.own
    view = desk.look()
    found = Judge({}, kept).findings(view)
    assert [one.rule for one in found["desk.yaml"]] == ["references/unknown"]
    assert view.book.reads == {}


def test_without_its_library_the_command_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    ran = run("lsp")
    assert ran.code == 2
    assert ran.err == (
        "watchbill: the editor's server needs a package more: pip install 'watchbill[editor]'\n"
    )


def test_lint_needs_nothing_of_the_editors_server() -> None:
    said = (
        "import sys, watchbill.cli.check, watchbill.cli.hook, watchbill.cli.lint, watchbill.cli.lsp;"
        "print([name for name in sys.modules if name.split('.')[0] in"
        " ('asyncio', 'attrs', 'cattrs', 'lsprotocol', 'pygls')])"
    )
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
