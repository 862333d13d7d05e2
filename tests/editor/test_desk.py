"""The book on the desk is the book of the files, with what is open in their place."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import smallest
from tests.editor.laid import book, desk
from tests.support import ROOT
from watchbill.cli.check import Options, check
from watchbill.editor.desk import Desk
from watchbill.editor.judge import Judge, is_slow, pages
from watchbill.editor.names import names
from watchbill.finding import Finding
from watchbill.load.roots import open_roots

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return book(tmp_path)


def judged(desk_: Desk, judge: Judge | None = None) -> list[Finding]:
    found = (judge or Judge({})).findings(desk_.look())
    return sorted(one for said in found.values() for one in said)


def linted(folder: Path) -> list[Finding]:
    return sorted(check(Options(root=str(folder), at=smallest.NOW, cached=False)).findings)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("fraud-ring.yaml", "owner: desk", "owner: dessk"),
        ("fraud-ring.yaml", "takes: 15m", "takes: 20h"),
        ("fraud-ring.yaml", "kind: playbook", "kind: playbok"),
        ("fraud-ring.yaml", "steps:", "steps: ["),
        ("org.yaml", "id: org", "id: organ"),
        ("block-account.md", "## Check", "## Chek [[runbook:none]]"),
        ("desk.yaml", "kind: team\nid: desk", "kind: team\nid: legal"),
    ],
)
def test_a_buffer_is_judged_as_lint_would_judge_it_once_saved(
    folder: Path, file: str, old: str, new: str
) -> None:
    open_, judge = desk(folder), Judge({})
    assert judged(open_, judge) == linted(folder) == []
    text = (folder / file).read_text("utf-8")
    assert old in text
    open_.put(folder / file, text.replace(old, new))
    unsaved = judged(open_, judge)
    (folder / file).write_text(text.replace(old, new), "utf-8")
    assert unsaved == linted(folder) != []
    open_.drop(folder / file)
    assert judged(open_, judge) == unsaved


def test_a_buffer_that_is_dropped_leaves_nothing_behind(folder: Path) -> None:
    open_, judge = desk(folder), Judge({})
    open_.put(folder / "fraud-ring.yaml", "kind: [")
    assert judged(open_, judge)
    open_.drop(folder / "fraud-ring.yaml")
    assert judged(open_, judge) == []


def test_a_file_that_is_not_saved_yet_is_of_the_book_where_it_would_be_content(
    folder: Path,
) -> None:
    open_ = desk(folder)
    text = (folder / "desk.yaml").read_text("utf-8").replace("id: desk", "id: night-desk")
    open_.put(folder / "night-desk.yaml", text)
    open_.put(folder / "notes.txt", text)
    open_.put(folder / ".hidden" / "night-desk.yaml", text)
    open_.put(folder.parent / "elsewhere.yaml", text)
    (folder / "build").mkdir()
    (folder / "build" / "night-desk.yaml").write_text(text, "utf-8")
    open_.put(folder / "build" / "night-desk.yaml", text)
    view = open_.look()
    assert view.book.has("team:night-desk")
    assert [Path(name).name for name in view.held if "night-" in name] == ["night-desk.yaml"]
    assert view.name(folder.parent / "elsewhere.yaml") == ""


@pytest.mark.parametrize(
    "text", ["\ud800", "", "\0", "\ufeff", "a: &b c\n", "---\n", "x" * 2_000_000]
)
def test_no_buffer_stops_the_book(folder: Path, text: str) -> None:
    open_ = desk(folder)
    open_.put(folder / "fraud-ring.yaml", text)
    open_.put(folder / "block-account.md", text)
    assert judged(open_)
    for sheet in open_.look().sheets():
        assert list(names(sheet)) is not None


def test_only_the_proofs_are_left_out_of_the_quick_judgement(folder: Path) -> None:
    open_ = desk(folder)
    text = (folder / "fraud-ring.yaml").read_text("utf-8")
    open_.put(folder / "fraud-ring.yaml", text.replace("takes: 15m", "takes: 20h"))
    every, quick = judged(open_), judged(open_, Judge({}, quick=True))
    assert {one.rule for one in every if is_slow(one.rule)}
    assert quick == [one for one in every if not is_slow(one.rule)]


def test_the_settings_own_levels_count(folder: Path) -> None:
    open_ = desk(folder)
    text = (folder / "fraud-ring.yaml").read_text("utf-8")
    open_.put(folder / "fraud-ring.yaml", text.replace("runbook: block-account", "runbook: none"))
    assert [one.rule for one in judged(open_, Judge({}, quick=True))] == ["references/unknown"]
    assert judged(open_, Judge({"references/unknown": "off"}, quick=True)) == []


def test_the_pages_of_the_rules_are_those_of_the_organisation(folder: Path) -> None:
    open_ = desk(folder)
    assert pages(open_.look()) == "https://watch.example/reference/rules/"
    open_.put(folder / "org.yaml", "kind: [")
    assert pages(open_.look()) == ""


def test_the_names_in_the_texts_of_the_shipped_book_are_the_references_of_its_cards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    view = Desk(open_roots(["."]), lambda: AT).look()
    seen = 0
    for sheet in view.sheets():
        card = view.book.card(sheet.key) if sheet.key else None
        if card is not None:
            seen += 1
            told = sorted((one.kinds, one.id) for one in names(sheet))
            known = sorted((one.kinds, one.id) for one in card.references)
            rest = list(told)
            for one in known:
                rest.remove(one)
            assert {kinds for kinds, _ in rest} <= {("obligation",), (card.kind,)}, sheet.name
    assert seen > 250
