"""A rename changes every reference, the id and the file's name, and nothing else."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests import smallest
from tests.editor.laid import Open, book, files
from watchbill.cli.check import Options, check
from watchbill.edit.edits import apply
from watchbill.editor.rename import Refused, Renaming, renamable, rename


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return book(tmp_path)


def carried_out(folder: Path, shown: Open, made: Renaming) -> None:
    for name, edits in made.edits.items():
        sheet = shown.view.sheet(name)
        assert sheet is not None
        shown.view.held[name].path.write_text(apply(sheet.text, edits), "utf-8")
    shown.view.held[made.file].path.rename(made.new)


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """The lines that differ, by file, as `file: old -> new`."""
    found = []
    for name in sorted({*before, *after}):
        old = before.get(name, b"").decode().split("\n")
        new = after.get(name, b"").decode().split("\n")
        if name in before and name in after:
            assert len(old) == len(new)
            pairs = zip(old, new, strict=True)
            found += [f"{name}: {a} -> {b}" for a, b in pairs if a != b]
        else:
            found.append(f"{name}: {'gone' if name in before else 'new'}")
    return found


# A siren beyond the basic plane, and an x with its accent as a character of its own.
SIREN = "\N{POLICE CARS REVOLVING LIGHT} x\N{COMBINING ACUTE ACCENT}"
MESSY = {
    "fraud-ring.yaml": (
        ("summary: Stop", f"summary:  '{SIREN} [[runbook:block-account]]'  # block-account: Stop"),
        ("    runbook: block-account", '    runbook:   "block-account"   # block-account'),
        ("[Warn the accounts before", f"['{SIREN} block-account',   Warn them before"),
    ),
    "block-account.md": (
        ("role: [analyst]", "role: [analyst]\nrelated: ['message:notice','runbook:block-account']"),
        ("Open the case.", f"{SIREN} [[runbook:block-account#press-block]] block-account"),
        ("Find it", "```\nblock-account\n```\n\n[Find it](block-account.md)"),
    ),
}


def test_every_reference_the_id_and_the_file_change_and_nothing_else(folder: Path) -> None:
    for name, pairs in MESSY.items():
        text = (folder / name).read_text("utf-8")
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new)
        (folder / name).write_text(text, "utf-8")
    before = files(folder)
    shown = Open(folder, "fraud-ring.yaml", '"block-account"', '"block-acc|ount"')
    carried_out(folder, shown, rename(*shown.here, "shut-account"))
    after = dict(files(folder))
    assert set(before) - set(after) == {"block-account.md"}
    after["block-account.md"] = after.pop("shut-account.md")
    new = SIREN + " [[runbook:shut-account"
    assert changed(before, after) == [
        "block-account.md: id: block-account -> id: shut-account",
        (
            "block-account.md: related: ['message:notice','runbook:block-account']"
            " -> related: ['message:notice','runbook:shut-account']"
        ),
        (
            f"block-account.md: {SIREN} [[runbook:block-account#press-block]] block-account"
            f" -> {new}#press-block]] block-account"
        ),
        (
            f"fraud-ring.yaml: summary:  '{SIREN} [[runbook:block-account]]'  # block-account: Stop"
            " a group of accounts that cheats people."
            f" -> summary:  '{new}]]'  # block-account: Stop a group of accounts that cheats people."
        ),
        (
            'fraud-ring.yaml:     runbook:   "block-account"   # block-account'
            ' ->     runbook:   "shut-account"   # block-account'
        ),
    ]
    options = Options(root=str(folder), at=smallest.NOW, cached=False)
    assert {one.rule for one in check(options).findings} == {"references/self-reference"}


def test_duties_and_replacements_are_renamed_though_no_mark_tells_them(folder: Path) -> None:
    text = (folder / "fraud-ring.yaml").read_text("utf-8")
    (folder / "fraud-ring.yaml").write_text(
        text.replace("contained: Nothing", "answer-law: Nothing"), "utf-8"
    )
    law = (folder / "answer-law.yaml").read_text("utf-8")
    (folder / "old-law.yaml").write_text(
        law.replace("id: answer-law", "id: old-law\nstatus: deprecated\nreplaced_by: answer-law"),
        "utf-8",
    )
    shown = Open(folder, "answer-law.yaml", "id: answer-law", "id: answer-l|aw")
    made = rename(*shown.here, "reply-law")
    count = {Path(name).name: len(edits) for name, edits in made.edits.items()}
    assert count == {"answer-law.yaml": 1, "bands.yaml": 1, "fraud-ring.yaml": 3, "old-law.yaml": 1}
    assert made.new == folder / "reply-law.yaml"


def test_what_an_editor_has_open_is_renamed_too(folder: Path) -> None:
    shown = Open(folder, "fraud-ring.yaml", "Stop a", "Stop [[message:not|ice]] a")
    made = rename(*shown.here, "reply")
    count = {Path(name).name: len(edits) for name, edits in made.edits.items()}
    assert count == {"fraud-ring.yaml": 2, "notice.yaml": 1}


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("Shut", "is no id"),
        ("shut account", "is no id"),
        ("", "is no id"),
        ("a" * 65, "is no id"),
        ("desk", "that is its id already"),
        ("legal", "there is a team `legal` already|there is a file"),
        ("watch", "there is a file watch.yaml already"),
    ],
)
def test_an_id_that_is_none_or_is_taken_is_refused(folder: Path, new: str, why: str) -> None:
    shown = Open(folder, "fraud-ring.yaml", "owner: desk", "owner: de|sk")
    with pytest.raises(Refused, match=why):
        rename(*shown.here, new)


def test_a_name_that_would_then_mean_another_document_is_refused(folder: Path) -> None:
    (folder / "teams").mkdir()
    law = (folder / "legal.yaml").read_text("utf-8")
    kind = law.splitlines()[0].removeprefix("kind: ")
    assert kind != "team"
    shown = Open(folder, "fraud-ring.yaml", "owner: desk", "owner: de|sk")
    (folder / "legal.yaml").rename(folder / "teams" / "legal.yaml")
    shown = Open(folder, "fraud-ring.yaml", "owner: desk", "owner: de|sk")
    with pytest.raises(Refused, match="would then name"):
        rename(*shown.here, "legal")


@pytest.mark.parametrize(
    "text", ["kind: harm\nowner: desk\nmoves: [\n", "kind: ham\nowner: desk\n"]
)
def test_a_text_that_may_hold_a_reference_and_cannot_be_read_is_told(
    folder: Path, text: str
) -> None:
    (folder / "broken.yaml").write_text(text, "utf-8")
    shown = Open(folder, "fraud-ring.yaml", "owner: desk", "owner: de|sk")
    with pytest.raises(Refused, match=r"broken\.yaml has `desk` in it and cannot be read"):
        rename(*shown.here, "front-desk")
    (folder / "broken.yaml").write_text(text.replace("desk", "front-desk-2"), "utf-8")
    shown = Open(folder, "fraud-ring.yaml", "owner: desk", "owner: de|sk")
    assert rename(*shown.here, "front-desk").file.endswith("desk.yaml")


@pytest.mark.parametrize(
    ("old", "new"),
    [("title: Fraud", "title: Fr|aud"), ("owner: desk", "owner: no|body"), ("kind:", "ki|nd:")],
)
def test_only_the_id_of_a_document_can_be_renamed(folder: Path, old: str, new: str) -> None:
    shown = Open(folder, "fraud-ring.yaml", old, new)
    with pytest.raises(Refused, match="put the cursor on the id"):
        renamable(*shown.here)


def test_a_document_that_cannot_be_read_is_not_renamed(folder: Path) -> None:
    (folder / "desk.yaml").write_text("kind: team\nid: desk\n", "utf-8")
    shown = Open(folder, "fraud-ring.yaml", "owner: desk", "owner: de|sk")
    with pytest.raises(Refused, match="cannot be read as it is"):
        renamable(*shown.here)
