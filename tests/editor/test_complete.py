"""What may be written is offered where it may be written, and nothing else."""

from pathlib import Path

import pytest

from tests.editor.laid import Open, book
from watchbill.editor.complete import Offer, offers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return book(tmp_path)


def offered(folder: Path, file: str, old: str, new: str) -> tuple[Offer, ...]:
    return offers(*Open(folder, file, old, new).here)


def labels(folder: Path, file: str, old: str, new: str) -> list[str]:
    return [one.label for one in offered(folder, file, old, new)]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("owner: desk", "owner: |", ["desk", "legal"]),
        ("owner: desk", "owner: de|", ["desk", "legal"]),
        ("owner: desk", 'owner: "|', ["desk", "legal"]),
        ("owner: desk", "owner: |desk", ["desk", "legal"]),
        ("approvers: [legal]", "approvers: [|", ["desk", "legal"]),
        ("approvers: [legal]", "approvers: [legal, d|]", ["desk", "legal"]),
        ("approvers: [legal]", "approvers:\n  - |", ["desk", "legal"]),
        ("harm: fraud", "harm: |", ["fraud"]),
        ("    runbook: block-account", "    runbook: |", ["block-account"]),
        ("    messages: [notice]", "    messages: [|]", ["notice"]),
        ("    role: analyst", "    role: |", ["analyst", "counsel"]),
        ("default_severity: P1", "default_severity: |", ["P0", "P1", "P2"]),
        ("begins: [case-opened", "begins: [|", ["case-opened", "notice-received"]),
        ("audience: vendor", "audience: |", ["public", "vendor", "internal", "restricted"]),
        ("audience: vendor", "status: |", ["draft", "active", "deprecated"]),
        ("    role: analyst", "    by: |", ["person", "system"]),
        ('answer: "Yes", go: block', 'answer: "Yes", go: |', ["linked", "block", "answer", "end"]),
        ("reaches: [contained]", "reaches: [|]", ["acknowledged", "contained", "resolved"]),
        ('"Yes", go', '"Yes", means: [|], go', ["hosting", "eu-linked"]),
        ('"Yes", go', '"Yes", means: [not eu|], go', ["hosting", "eu-linked"]),
        ("kind: playbook", "kind: harm|", []),
    ],
)
def test_a_value_is_completed_by_what_its_field_allows(
    folder: Path, old: str, new: str, wanted: list[str]
) -> None:
    found = labels(folder, "fraud-ring.yaml", old, new)
    if wanted:
        assert found == wanted
    else:
        assert "playbook" in found and "runbook" in found


@pytest.mark.parametrize(
    ("file", "old", "new", "wanted"),
    [
        ("reports.yaml", "tier: vendor", "tier: |", ["public", "vendor", "internal", "restricted"]),
        ("reports.yaml", "needs: [basics]", "needs: [|]", ["basics"]),
        ("reports.yaml", "severity: P2", "severity: |", ["P0", "P1", "P2"]),
        ("reports.yaml", "severity: P2", "exposure: |", ["E0", "E1", "E2", "E3"]),
        ("reports.yaml", "severity: P2", "clocks: [|]", ["answer-law"]),
        (
            "reports.yaml",
            "who: vendor-one, site: porto",
            "who: |",
            ["desk", "legal", "legal-watch", "vendor-one", "watch"],
        ),
        ("basics.yaml", "valid: 180d", "opens: |", ["public", "vendor", "internal", "restricted"]),
        ("basics.yaml", "{who: vendor-one", "{who: |", ["desk", "legal", "vendor-one"]),
        ("limits.yaml", "level: E0", "level: |", ["E0", "E1", "E2", "E3"]),
        ("limits.yaml", "basis: Typed", "applies_to: [|]  #", ["desk", "legal", "vendor-one"]),
        ("checks.yaml", "queues: [reports]", "queues: [|]", ["reports"]),
        ("checks.yaml", "decides: analyst", "decides: |", ["analyst", "counsel"]),
        ("checks.yaml", "measure: share", "measure: |", ["share", "agreement"]),
        ("right-share.yaml", "direction: higher", "direction: |", ["higher", "lower", "within"]),
        (
            "wider-fraud.yaml",
            "gate: agreement-retest",
            "gate: |",
            ["golden-set-delta", "agreement-retest", "vendor-certification"],
        ),
        ("fire-drill.yaml", "playbooks: [fraud-ring]", "playbooks: [|]", ["fraud-ring"]),
        ("fire-drill.yaml", "outcome: met", "outcome: |", ["met", "missed", "stopped"]),
        ("fire-drill.yaml", "form: tabletop", "kit: {seed: 1, region: |}", ["emea"]),
    ],
)
def test_daily_work_is_completed_by_what_it_allows(
    folder: Path, file: str, old: str, new: str, wanted: list[str]
) -> None:
    assert sorted(labels(folder, file, old, new)) == sorted(wanted)


def test_the_fields_of_a_crew_are_offered_in_their_order(folder: Path) -> None:
    found = labels(folder, "reports.yaml", "on_queue: 6h}", "on_queue: 6h, |}")
    assert found == [
        "days",
        "hours",
        "timezone",
        "block",
        "rest",
        "days_in_a_row",
        "shift",
        "standby",
    ]


def test_a_field_is_offered_once_and_in_the_order_of_its_kind(folder: Path) -> None:
    found = labels(folder, "fraud-ring.yaml", "harm: fraud\n", "sta|\n")
    assert found[:2] == ["only", "status"]
    assert "harm" in found and "owner" not in found and "steps" not in found


def test_a_field_is_offered_inside_brackets_and_by_the_form_that_is_begun(folder: Path) -> None:
    found = labels(folder, "fraud-ring.yaml", "review: {last: 2026-11-01", "review: {|")
    assert found == ["last", "every"]
    decision = labels(folder, "fraud-ring.yaml", "    in_doubt: Treat them as linked.\n", "    |\n")
    assert "in_doubt" in decision and "title" not in decision and "ask" not in decision
    answer = labels(folder, "fraud-ring.yaml", '{answer: "No", go: answer,', '{answer: "No", |')
    assert "means" in answer and "answer" not in answer


def test_a_field_says_what_it_takes_and_a_name_already_written_is_replaced(folder: Path) -> None:
    shown = Open(folder, "fraud-ring.yaml", "    takes: 20m", "    ta|kes: 20m")
    offer = next(one for one in offers(*shown.here) if one.label == "takes")
    assert offer.detail == "duration, required"
    assert "Worst case" in offer.said
    line = shown.sheet.lines[shown.line]
    assert line[: offer.span.column] + offer.text + line[offer.span.end_column :] == line


def test_a_new_file_begins_with_its_kind(folder: Path) -> None:
    for new in ("|", "ki|", "kind: |"):
        found = offered(folder, "desk.yaml", (folder / "desk.yaml").read_text("utf-8"), new)
        assert {"playbook", "runbook", "team"} <= {one.label for one in found}, new
        assert found[0].text == ("organization" if ":" in new else "kind: organization")


@pytest.mark.parametrize("new", ["See [[|", "See [[runbook:bl|", "See [[run|]] and more"])
def test_a_link_in_prose_is_completed_by_kind_and_id(folder: Path, new: str) -> None:
    shown = Open(folder, "block-account.md", "Open the case.", new)
    offer = next(one for one in offers(*shown.here) if one.label == "runbook:block-account")
    line = shown.sheet.lines[shown.line]
    made = line[: offer.span.column] + offer.text + line[offer.span.end_column :]
    assert made.startswith("See [[runbook:block-account]]") and made.count("]]") == 1
    assert offer.detail == "runbook: Block an account"


def test_behind_a_hash_a_link_is_completed_by_the_steps(folder: Path) -> None:
    found = labels(folder, "block-account.md", "Open the case.", "See [[runbook:block-account#|")
    assert found == ["runbook:block-account#open-the-account", "runbook:block-account#press-block"]
    found = labels(folder, "block-account.md", "Open the case.", "See [[playbook:fraud-ring#|")
    assert [one.partition("#")[2] for one in found] == ["linked", "block", "answer"]


def test_prose_and_comments_are_left_alone(folder: Path) -> None:
    assert labels(folder, "block-account.md", "Open the case.", "Open |") == []
    assert labels(folder, "fraud-ring.yaml", "title: Fraud ring", "title: Fraud |") == []
    assert labels(folder, "fraud-ring.yaml", "owner: desk", "owner: desk  # the |") == []


def test_a_text_broken_below_or_above_the_cursor_stops_nothing(folder: Path) -> None:
    shown = Open(folder, "fraud-ring.yaml", "owner: desk\n", "owner: |\nmoves: [[{\n\t: :\n")
    assert [one.label for one in offers(*shown.here)] == ["desk", "legal"]
    shown = Open(folder, "fraud-ring.yaml", "title: Fraud ring\nowner: desk", "title: [\nowner: |")
    assert offers(*shown.here) == ()
