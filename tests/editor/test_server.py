"""A session with the language server, over its standard streams: on a small book, and on the shipped one."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.editor.client import Client
from tests.editor.laid import book, desk, files
from tests.editor.session import Session, carry_out, word_at
from tests.support import ROOT
from watchbill.cli.check import Options, check
from watchbill.editor.judge import Judge
from watchbill.finding import Level

PLAYBOOK = "fraud-ring.yaml"
SIREN = "\N{POLICE CARS REVOLVING LIGHT} x\N{COMBINING ACUTE ACCENT}"


BROKEN = [
    "kind: playbook\nid: [\n",
    "\ud800",
    "- {",
    "",
    "%YAML 9\n---\n",
    "kind: playbook\nsteps: 3\n",
]


def sound(found: list[dict[str, Any]]) -> bool:
    return not found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "my book"
    made.mkdir()
    return book(made)


@pytest.fixture
def session(folder: Path, tmp_path: Path) -> Iterator[Session]:
    said = tmp_path / "stderr"
    with said.open("wb") as errors:
        open_ = Session(folder, errors)
        yield open_
        open_.client.close()
    # Nothing that a test does here is a bug, and only a bug is told there.
    assert said.read_text("utf-8") == ""


def test_a_lead_is_told_while_writing(session: Session) -> None:
    """Diagnostics, what mends them, completion, hover and definition, in one session."""
    document = {"textDocument": {"uri": session.open(PLAYBOOK)}}
    session.marked(PLAYBOOK, sound)

    session.change(PLAYBOOK, "summary: Stop", f"summary: {SIREN} [[message:notise]] Stop")
    session.change(PLAYBOOK, "takes: 20m", "takes: soon")
    (form,) = session.marked(
        PLAYBOOK, lambda found: "field/value" in {one["code"] for one in found}
    )
    assert form["severity"] == 1 and "\nmend: " in form["message"]
    session.change(PLAYBOOK, "takes: soon", "takes: 20m")
    (link,) = session.marked(
        PLAYBOOK, lambda found: [one["code"] for one in found] == ["references/unknown"]
    )
    # Behind `summary: `: the siren is two units, and blank, x, accent and blank one each.
    assert link["range"]["start"] == {"line": 4, "character": 9 + 6}
    assert link["range"]["end"] == {"line": 4, "character": 9 + 6 + len("[[message:notise]]")}
    assert link["source"] == "watchbill"
    assert link["codeDescription"]["href"] == (
        "https://watch.example/reference/rules/references/unknown/"
    )

    (mend,) = session.ask("codeAction", document, range=link["range"], context={"diagnostics": []})
    assert mend["title"] == "write `notice`" and mend["diagnostics"] == [link]
    (edit,) = mend["edit"]["changes"][session.uri(PLAYBOOK)]
    assert edit["newText"] == "notice"
    assert edit["range"]["start"]["character"] == 9 + 6 + len("[[message:")

    offered = session.ask("completion", session.at(PLAYBOOK, "notise", 3))
    item = next(one for one in offered if one["label"] == "message:notice")
    assert item["textEdit"]["newText"] == "message:notice"
    assert item["textEdit"]["range"]["start"] == {"line": 4, "character": 17}
    session.change(PLAYBOOK, "notise", "notice")
    session.marked(PLAYBOOK, sound)

    hover = session.ask("hover", session.at(PLAYBOOK, "message:notice", 9))
    assert hover["contents"]["value"].startswith("**Answer to a notice**\n\n`message:notice`")
    assert hover["range"]["start"]["character"] == 15
    where = session.ask("definition", session.at(PLAYBOOK, "message:notice", 9))
    assert word_at(session.folder, where) == ("notice.yaml", "notice")


def test_references_are_found_everywhere_the_open_text_among_them(session: Session) -> None:
    session.open(PLAYBOOK)
    context = {"includeDeclaration": True}
    spot = session.at(PLAYBOOK, "block-account", 3)
    found = session.ask("references", spot, context=context)
    assert [word_at(session.folder, one) for one in found] == [
        ("block-account.md", "block-account"),
        (PLAYBOOK, "block-account"),
    ]
    session.change(PLAYBOOK, "Stop a group", "Stop [[runbook:block-account]] a group")
    spot = session.at(PLAYBOOK, "block-account", 3)
    context = {"includeDeclaration": False}
    found = session.ask("references", spot, context=context)
    assert [one["range"]["start"]["line"] for one in found] == [4, 32]


def test_a_rename_changes_every_reference_and_the_files_name_and_nothing_else(
    session: Session,
) -> None:
    folder = session.folder
    text = (folder / PLAYBOOK).read_text("utf-8")
    text = text.replace("Stop a", f"Stop {SIREN} [[runbook:block-account]] a")
    (folder / PLAYBOOK).write_text(
        text.replace("harm:", "# As block-account says.\nharm:"), "utf-8"
    )
    before = files(folder)
    session.open(PLAYBOOK)
    spot = session.at(PLAYBOOK, "runbook:block-account", 10)
    prepared = session.ask("prepareRename", spot)
    assert prepared["placeholder"] == "block-account"
    assert prepared["range"]["start"]["character"] == len("summary: Stop ") + 6 + len("[[runbook:")
    edit = session.ask("rename", spot, newName="shut-account")
    assert edit["documentChanges"][-1]["options"] == {"overwrite": False, "ignoreIfExists": False}
    assert carry_out(edit) == ["block-account.md"]
    after = dict(files(folder))
    after["block-account.md"] = after.pop("shut-account.md")
    assert set(after) == set(before)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"block-account.md", PLAYBOOK}
    for name in changed:
        assert after[name].replace(b"shut-account", b"block-account") == before[name]
    assert after[PLAYBOOK].count(b"shut-account") == 2
    assert after["block-account.md"].count(b"shut-account") == 1
    options = Options(root=str(folder), cached=False)
    assert not [one for one in check(options).findings if one.level is Level.ERROR]


def test_what_cannot_be_renamed_is_refused_in_a_sentence(session: Session) -> None:
    session.open(PLAYBOOK)
    spot = session.at(PLAYBOOK, "owner: desk", 8)
    for new, why in (("Front Desk", "is no id"), ("legal", "there is"), ("desk", "already")):
        with pytest.raises(AssertionError, match=why):
            session.ask("rename", spot, newName=new)
    with pytest.raises(AssertionError, match="put the cursor on the id"):
        session.ask("prepareRename", session.at(PLAYBOOK, "Fraud ring", 2))
    with pytest.raises(AssertionError, match="not of the book"):
        session.ask("prepareRename", {**spot, "textDocument": {"uri": "untitled:one"}})


def test_an_editor_is_answered_by_what_it_can_do(folder: Path, tmp_path: Path) -> None:
    """It may count characters; and one that renames no files gets no half of a rename."""
    can = {"general": {"positionEncodings": ["utf-32", "utf-16"]}}
    with (tmp_path / "stderr").open("wb") as errors:
        session = Session(folder, errors, can=can)
        assert session.can["positionEncoding"] == "utf-32"
        text = (folder / PLAYBOOK).read_text("utf-8")
        session.open(PLAYBOOK, text.replace("Stop", f"{SIREN} [[message:notice]] Stop"))
        spot = session.at(PLAYBOOK, "message:notice", 9)
        hover = session.ask("hover", spot)
        assert hover["range"]["start"]["character"] == len(f"summary: {SIREN} ")
        with pytest.raises(AssertionError, match="cannot rename files"):
            session.ask("rename", spot, newName="reply")
        session.client.close()
    assert (tmp_path / "stderr").read_bytes() == b""


def test_above_a_playbook_stands_its_worst_minute_once_it_is_asked_for(session: Session) -> None:
    session.open(PLAYBOOK)
    document = {"textDocument": {"uri": session.uri(PLAYBOOK)}}
    (lens,) = session.client.ask("textDocument/codeLens", document)
    assert "command" not in lens
    solved = session.client.ask("codeLens/resolve", lens, 60)
    assert solved["command"]["title"].startswith("worst minute: target P1 acknowledged (10m) has")
    session.change(PLAYBOOK, "role: analyst", "role: nobody")
    assert "not proven" in session.client.ask("codeLens/resolve", lens, 60)["command"]["title"]


def test_symbols_of_a_text_and_of_the_book(session: Session) -> None:
    session.open(PLAYBOOK)
    document = {"textDocument": {"uri": session.uri(PLAYBOOK)}}
    symbols = session.client.ask("textDocument/documentSymbol", document)
    assert [one["name"] for one in symbols] == ["linked", "block", "answer"]
    found = session.client.ask("workspace/symbol", {"query": "BLOCK AN"})
    assert [one["name"] for one in found] == ["runbook:block-account"]
    assert word_at(session.folder, found[0]["location"]) == ("block-account.md", "block-account")


def test_no_text_stops_the_server(session: Session) -> None:
    for text in BROKEN:
        address = session.open(PLAYBOOK, text)
        session.marked(PLAYBOOK, bool)
        document = {"textDocument": {"uri": address}}
        for line in range(3):
            spot = {**document, "position": {"line": line, "character": 4}}
            for what in ("completion", "hover", "definition"):
                session.ask(what, spot)
            session.ask("references", spot, context={"includeDeclaration": True})
        for what in ("documentSymbol", "codeLens"):
            session.ask(what, document)
        session.client.tell("textDocument/didClose", document)
        session.marked(PLAYBOOK, sound)


def test_a_line_end_that_is_none_can_be_typed_and_deleted(session: Session) -> None:
    odd = "\u2028\u0085\x0c"
    session.open(PLAYBOOK)
    session.change(PLAYBOOK, "Stop a", f"Stop{odd} a")
    found = session.marked(PLAYBOOK, bool)
    assert {one["code"] for one in found} == {"file/control-character"}
    assert [one["range"]["start"]["character"] for one in found] == [13, 14, 15]
    session.change(PLAYBOOK, odd, "")
    session.change(PLAYBOOK, "owner: desk", "owner: dessk")
    found = session.marked(
        PLAYBOOK, lambda said: "references/unknown" in {one["code"] for one in said}
    )
    assert [one["range"]["start"] for one in found] == [{"line": 3, "character": 7}]


def test_a_file_that_another_program_writes_is_seen(session: Session) -> None:
    session.open(PLAYBOOK)
    session.marked(PLAYBOOK, sound)
    (asked,) = session.client.asked
    (registered,) = asked["params"]["registrations"]
    assert registered["method"] == "workspace/didChangeWatchedFiles"
    desk_ = session.folder / "desk.yaml"
    desk_.write_text(desk_.read_text("utf-8").replace("owner: desk", "owner: nobody"))
    session.client.tell("workspace/didChangeWatchedFiles", {"changes": []})
    (found,) = session.marked("desk.yaml", bool)
    assert found["code"] == "references/unknown"


def test_the_server_ends_when_it_is_told_to_or_left_alone(folder: Path, tmp_path: Path) -> None:
    with (tmp_path / "stderr").open("wb") as errors:
        told, left = Session(folder, errors), Session(folder, errors)
        assert told.client.leave() == 0
        assert left.client.hang_up() == 0
        told.client.close()
        left.client.close()
    assert (tmp_path / "stderr").read_bytes() == b""


def test_a_folder_that_is_no_book_is_told_in_a_line() -> None:
    client = Client([sys.executable, "-m", "watchbill", "lsp", "--root", "/nowhere"])
    with pytest.raises(AssertionError, match="/nowhere is not a folder"):
        client.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    client.close()


def test_a_rename_in_the_shipped_book_changes_only_what_names_the_document(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    for name in ("playbooks", "runbooks"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    before, view = files(folder), desk(folder).look()
    named = "team:lert"
    wanted = sum(
        len([ref for ref in card.references if named in {f"{kind}:{ref.id}" for kind in ref.kinds}])
        for card in view.book.cards.values()
    )
    assert wanted > 30
    with (tmp_path / "stderr").open("wb") as errors:
        session = Session(folder, errors)
        file = "playbooks/incidents/legal-orders/terrorist-removal-order.yaml"
        session.open(file)
        session.change(file, "owner: lert", "owner: lertt")
        found = session.marked(file, bool)
        assert "references/unknown" in {one["code"] for one in found}
        session.change(file, "owner: lertt", "owner: lert")
        edit = session.ask("rename", session.at(file, "owner: lert", 8), newName="law-response")
        session.client.close()
    assert (tmp_path / "stderr").read_bytes() == b""
    edits = [one for change in edit["documentChanges"] for one in change.get("edits", ())]
    assert len(edits) == wanted + 1
    assert carry_out(edit) == ["lert.yaml"]
    after = dict(files(folder))
    renamed = {name.replace("law-response", "lert"): raw for name, raw in after.items()}
    assert set(renamed) == set(before)
    for name, raw in renamed.items():
        assert raw.replace(b"law-response", b"lert") == before[name]
    judged = Judge({}, quick=True).findings(desk(folder).look())
    bad = [one for found in judged.values() for one in found if one.level is not Level.NOTE]
    assert bad == []
