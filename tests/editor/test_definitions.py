"""A name leads to its document, and a document to all its names."""

from pathlib import Path

import pytest

from tests.editor.laid import Open, book
from watchbill.editor.definitions import Spot, definition, outline, references


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return book(tmp_path)


def led_to(folder: Path, file: str, old: str, new: str) -> tuple[str, str] | None:
    shown = Open(folder, file, old, new)
    spot = definition(*shown.here)
    return (Path(spot.file).name, words(shown, spot)) if spot else None


def words(shown: Open, spot: Spot) -> str:
    sheet = shown.view.sheet(spot.file)
    assert sheet is not None and spot.span.line == spot.span.end_line
    return sheet.lines[spot.span.line][spot.span.column : spot.span.end_column]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("owner: desk", "owner: de|sk", ("desk.yaml", "desk")),
        ("owner: desk", "owner: 'de|sk'", ("desk.yaml", "desk")),
        ("harm: fraud", "harm: |fraud", ("fraud.yaml", "fraud")),
        ("Stop a", "Stop [[message:not|ice]]", ("notice.yaml", "notice")),
        ("Stop a", "Stop [[playbook:fraud-ring#bl|ock]]", ("fraud-ring.yaml", "block")),
        (
            "Stop a",
            "Stop [[runbook:block-account#press-b|lock]]",
            ("block-account.md", "### Press block {danger}"),
        ),
        ("role: analyst", "role: anal|yst", ("org.yaml", "analyst")),
        ("audience: vendor", "audience: ven|dor", ("org.yaml", "vendor")),
        ("begins: [case", "begins: [ca|se", ("facts.yaml", "case-opened")),
        ("severity: P1", "severity: P|1", ("ladder.yaml", "P1")),
        ("go: block", "go: bl|ock", ("fraud-ring.yaml", "block")),
        ("go: block", "go: end|", None),
        ("owner: desk", "owner: no|body", None),
        ("title: Fraud", "title: Fr|aud", None),
    ],
)
def test_a_name_leads_to_the_id_of_its_document(
    folder: Path, old: str, new: str, wanted: tuple[str, str] | None
) -> None:
    assert led_to(folder, "fraud-ring.yaml", old, new) == wanted


def test_references_are_found_in_fields_keys_and_prose_but_not_in_comments(folder: Path) -> None:
    playbook = folder / "fraud-ring.yaml"
    playbook.write_text(
        playbook.read_text("utf-8")
        + "# [[obligation:answer-law]]\nafter: |\n  Read [[obligation:answer-law]].\n",
        "utf-8",
    )
    shown = Open(folder, "fraud-ring.yaml", "contained: Nothing", "answer-l|aw: Nothing")
    found = references(*shown.here, itself=False)
    assert {words(shown, one) for one in found} == {"answer-law"}
    assert [Path(one.file).name for one in found] == [
        "bands.yaml",
        *["fraud-ring.yaml"] * 4,
    ]
    with_own = references(*shown.here, itself=True)
    assert {Path(one.file).name for one in set(with_own) - set(found)} == {"answer-law.yaml"}


def test_a_document_of_another_kind_with_the_same_id_is_another(folder: Path) -> None:
    team = (folder / "desk.yaml").read_text("utf-8")
    (folder / "twin").mkdir()
    message = (folder / "notice.yaml").read_text("utf-8")
    (folder / "twin" / "desk.yaml").write_text(message.replace("id: notice", "id: desk"), "utf-8")
    shown = Open(folder, "fraud-ring.yaml", "messages: [notice]", "messages: [de|sk]")
    assert team.startswith("kind: team")
    assert [Path(one.file).name for one in references(*shown.here, itself=False)] == [
        "fraud-ring.yaml"
    ]


def test_an_outline_has_the_steps_with_their_answers_and_the_headings(folder: Path) -> None:
    parts = outline(Open(folder, "fraud-ring.yaml", "owner: desk", "owner: desk|").sheet)
    assert [(one.name, [inner.name for inner in one.parts]) for one in parts] == [
        ("linked", ["Yes", "No"]),
        ("block", []),
        ("answer", []),
    ]
    for part in parts:
        assert part.whole[:2] <= part.span[:2] and part.span[2:] <= part.whole[2:]
    parts = outline(Open(folder, "block-account.md", "owner: desk", "owner: desk|").sheet)
    assert [(one.name, one.detail) for one in parts] == [
        ("Before you start", ""),
        ("Steps", ""),
        ("Open the account", ""),
        ("Press block", "danger"),
        ("Check", ""),
        ("If it fails", ""),
    ]


def test_an_outline_of_a_broken_text_has_what_can_be_read(folder: Path) -> None:
    shown = Open(folder, "fraud-ring.yaml", "  - id: answer\n", "|  - [{\n")
    assert [one.name for one in outline(shown.sheet)][:2] == ["linked", "block"]
    shown = Open(folder, "desk.yaml", (folder / "desk.yaml").read_text("utf-8"), "|- [")
    assert outline(shown.sheet) == ()
    assert definition(*shown.here) is None
