"""What is said of the word under the cursor."""

from pathlib import Path

import pytest

from tests.editor.laid import Open, book
from watchbill.editor.hover import said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return book(tmp_path)


def told(folder: Path, file: str, old: str, new: str) -> str:
    found = said(*Open(folder, file, old, new).here)
    return found.text if found else ""


def test_of_an_id_title_kind_summary_owner_and_status_are_said(folder: Path) -> None:
    assert told(folder, "fraud-ring.yaml", "runbook: block-", "runbook: bl|ock-").split("\n\n") == [
        "**Block an account**",
        "`runbook:block-account`",
        "Closes an account so that nobody can sign in.",
        "owner `desk`, active, vendor, reviewed 2026-11-01",
    ]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("owner: desk", "owner: desk|", "team:desk"),
        ("owner: desk", "owner: |desk", "team:desk"),
        ("id: fraud-ring", "id: fraud|-ring", "playbook:fraud-ring"),
        ("Stop a group", "See [[run|book:block-account]]", "runbook:block-account"),
        ("contained: Nothing", "answer-l|aw: Nothing", "obligation:answer-law"),
        ("role: analyst", "role: anal|yst", "**role** `analyst`: Analyst"),
        ("begins: [case", "begins: [ca|se", "**event** `case-opened`: The case was opened"),
        ("go: block", "go: bl|ock", "**step** `block`: Block the accounts"),
    ],
)
def test_of_any_name_it_is_said_what_it_is(folder: Path, old: str, new: str, wanted: str) -> None:
    assert wanted in told(folder, "fraud-ring.yaml", old, new)


def test_of_a_field_its_description_is_said(folder: Path) -> None:
    text = told(folder, "fraud-ring.yaml", "    takes:", "    ta|kes:")
    assert text == "**takes**: duration, required\n\nWorst case, in open minutes of the role."
    assert "What kind of document" in told(folder, "fraud-ring.yaml", "kind:", "ki|nd:")
    assert "Its name, stable" in told(folder, "fraud-ring.yaml", "- id: block", "- i|d: block")
    assert "Who does it." in told(folder, "block-account.md", "role:", "r|ole:")


@pytest.mark.parametrize(
    ("file", "old", "new", "wanted"),
    [
        ("reports.yaml", "needs: [basics]", "needs: [ba|sics]", "training:basics"),
        ("reports.yaml", "who: vendor-one", "who: vendor|-one", "vendor:vendor-one"),
        ("reports.yaml", "on_queue:", "on_|queue:", "handles cases in a working day"),
        ("reports.yaml", "tier:", "ti|er:", "must be allowed to read"),
        ("reports.yaml", "tier: vendor", "tier: ven|dor", "**audience** `vendor`: Vendor analysts"),
        ("basics.yaml", "pass_mark:", "pass|_mark:", "The share that must be right."),
        ("limits.yaml", "per_day:", "per|_day:", "The most in a working day."),
        ("checks.yaml", "margin:", "mar|gin:", "How far off it may be, either way."),
        ("checks.yaml", "queues: [reports]", "queues: [rep|orts]", "queue:reports"),
        ("right-share.yaml", "told_as:", "told|_as:", "never a mean alone"),
        ("wider-fraud.yaml", "effective:", "effec|tive:", "When it takes effect."),
        ("fire-drill.yaml", "roles: [analyst", "roles: [ana|lyst", "**role** `analyst`: Analyst"),
        ("fire-drill.yaml", "outcome:", "out|come:", "Whether every clock was met"),
    ],
)
def test_of_daily_work_it_is_said_what_it_is(
    folder: Path, file: str, old: str, new: str, wanted: str
) -> None:
    assert wanted in told(folder, file, old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Fraud ring", "title: Fraud r|ing"),
        ("owner: desk", "owner: no|body"),
        ("owner: desk", "owner: desk  # the de|sk"),
        ("kind: playbook", "kind: play|book"),
    ],
)
def test_of_the_rest_nothing_is_said(folder: Path, old: str, new: str) -> None:
    assert told(folder, "fraud-ring.yaml", old, new) == ""


def test_a_title_is_shown_as_it_is_written_and_not_as_markdown(folder: Path) -> None:
    desk = folder / "desk.yaml"
    title = "Response desk"
    desk.write_text(desk.read_text("utf-8").replace(title, "'**<b>`x`[y](z)'"), "utf-8")
    text = told(folder, "fraud-ring.yaml", "owner: desk", "owner: de|sk")
    assert text.startswith("**\\*\\*\\<b\\>\\`x\\`\\[y\\](z)**")


def test_a_document_that_cannot_be_read_is_told_as_such(folder: Path) -> None:
    (folder / "desk.yaml").write_text("kind: team\nid: desk\ntitle: [\n", "utf-8")
    assert "cannot be read" in told(folder, "fraud-ring.yaml", "owner: desk", "owner: de|sk")


def test_words_above_a_broken_line_are_still_explained(folder: Path) -> None:
    assert "team:desk" in told(
        folder, "fraud-ring.yaml", "owner: desk\n", "owner: de|sk\nmoves: [\n"
    )
