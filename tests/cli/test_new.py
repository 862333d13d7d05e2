from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import Ran, run
from watchbill.edit.canonical import canonical
from watchbill.load.document import read_document
from watchbill.load.library import load
from watchbill.model.kinds import KINDS
from watchbill.model.shape import shape_of


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "schemas").mkdir()
    return tmp_path


def new(*words: str) -> Ran:
    return run("new", "--no-cache", "--at", "2026-11-23T12:00:00Z", *words)


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_skeleton_has_no_fault_of_form_and_is_canonical(book: Path, kind: str) -> None:
    ran = new(kind, "some-thing")
    assert (ran.code, ran.err) == (0, "")
    path = Path(ran.out.strip())
    raw = path.read_bytes()
    assert read_document(raw, str(path)).faults == ()
    schema = f"{'../' * (len(path.parts) - 1)}schemas/{kind}.schema.json"
    assert canonical(raw, str(path), lambda _: schema).text == raw.decode()


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_required_field_stands_under_what_goes_there(book: Path, kind: str) -> None:
    text = Path(new(kind, "some-thing").out.strip()).read_text("utf-8")
    raw = text.splitlines()
    lines = [line.lstrip("# ") for line in raw]
    for field in shape_of(KINDS[kind]).fields.values():
        if field.info.is_required() and field.name not in ("kind", "id"):
            place = next(n for n, line in enumerate(raw) if line.startswith(f"{field.name}:"))
            assert " ".join(lines[:place]).endswith(str(field.info.description))


OPERATIONS = (
    *("queue", "training", "exposure-limit", "quality-program"),
    *("policy-change", "drill", "indicator"),
)


@pytest.mark.parametrize("kind", OPERATIONS)
def test_a_new_document_of_daily_work_is_a_document_of_the_book(book: Path, kind: str) -> None:
    smallest_book(book)
    path = new(kind, "some-thing", "--owner", "desk").out.strip()
    loaded = load([str(book)], cached=False)
    document = loaded.book.find(f"{kind}:some-thing")
    assert document is not None and (document.kind, document.owner) == (kind, "desk")
    assert loaded.findings == ()
    ran = run("lint", "--no-cache", "--at", "2026-11-23T12:00:00Z", path)
    assert ran.code in (0, 1) and "this is a bug" not in ran.err


def test_it_lies_where_its_kind_lies_and_begins_with_the_modeline(book: Path) -> None:
    ran = new("playbook", "wave", "--title", "A wave: many accounts", "--owner", "desk")
    assert ran.out == "playbooks/incidents/wave.yaml\n"
    lines = Path("playbooks/incidents/wave.yaml").read_text("utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../../schemas/playbook.schema.json"
    assert 'title: "A wave: many accounts"' in lines
    assert "owner: desk" in lines


def test_it_lies_beside_the_others_of_its_kind(book: Path) -> None:
    smallest_book(book)
    (book / "teams").mkdir()
    (book / "desk.yaml").rename(book / "teams" / "desk.yaml")
    assert new("team", "lone").out == "teams/lone.yaml\n"


def test_a_runbook_has_its_sections(book: Path) -> None:
    text = Path(new("runbook", "call-back").out.strip()).read_text("utf-8")
    assert text.startswith("---\nkind: runbook\nid: call-back\n")
    for title in ("Before you start", "Steps", "Check", "If it fails"):
        assert f"\n## {title}\n" in text


def test_nothing_is_overwritten(book: Path) -> None:
    smallest_book(book)
    before = (book / "desk.yaml").read_text("utf-8")
    ran = new("team", "desk")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "watchbill: team `desk` is already there: desk.yaml\n"
    assert new("team", "lone", "--out", "desk.yaml").code == 1
    assert (book / "desk.yaml").read_text("utf-8") == before


def test_an_unknown_kind_gets_a_proposal(book: Path) -> None:
    ran = new("playbok", "wave")
    assert ran.code == 2
    assert "did you mean `playbook`?" in ran.err


def test_what_is_no_id_is_refused(book: Path) -> None:
    for id in ("Wave", "a_b", "../x", "a" * 65):
        assert new("team", id).code == 2
    assert not list(book.rglob("*.yaml"))
