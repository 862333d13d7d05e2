import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.book import smallest_book
from tests.cli.run import run
from watchbill.cli import evidence_proofs
from watchbill.report.stats.json import FORMAT

AT = "2026-11-23T12:00:00Z"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(smallest_book(tmp_path))
    return tmp_path


def told(at: str = AT) -> dict[str, Any]:
    ran = run("stats", "--no-cache", "--format", "json", "--at", at)
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    Draft202012Validator(FORMAT).validate(found)
    return found


def stats(at: str = AT) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = told(at)["counts"]
    return counts


def test_documents_are_counted_by_kind_and_every_count_adds_up(book: Path) -> None:
    counts = stats()
    total = len([*book.glob("*.yaml"), *book.glob("*.md")])
    assert counts["total"] == {"documents": total, "cannot be read": 0}
    assert counts["kind"]["schedule"] == 2
    for subject in ("kind", "status", "audience", "owner"):
        assert sum(counts[subject].values()) == total
    assert sum(counts["law"].values()) == counts["kind"]["obligation"]


def test_reviews_age_with_the_instant_of_judgement(book: Path) -> None:
    now, later = stats(), stats("2028-01-01T00:00:00Z")
    assert now["review"]["up to 30 days"] == sum(now["kind"].values())
    assert now["review"]["overdue"] == 0
    assert later["review"]["over a year"] == later["review"]["overdue"] == sum(now["kind"].values())


def test_steps_and_words_are_counted(book: Path) -> None:
    counts = stats()
    assert counts["steps"]["in playbooks"] == 3
    assert counts["steps"]["answers"] == 2
    assert counts["words"]["all"] == sum(counts["words"].values()) - counts["words"]["all"]


def test_what_cannot_be_read_is_counted_apart(book: Path) -> None:
    (book / "fraud.yaml").write_text("kind: harm\nid: fraud\nid: fraud\n", "utf-8")
    assert stats()["total"]["cannot be read"] == 1


def test_as_text_it_has_the_same_numbers(book: Path) -> None:
    out = run("stats", "--no-cache").out
    assert "kind\n" in out
    assert "  schedule " in out
    assert out == run("stats", "--no-cache").out


def test_a_review_is_due_soon_for_thirty_days_and_the_oldest_is_told_first(book: Path) -> None:
    path = book / "fraud.yaml"
    text = path.read_text("utf-8")
    assert "last: 2026-11-01, every: 180d" in text
    older = text.replace("last: 2026-11-01, every: 180d", "last: 2026-10-02, every: 60d")
    path.write_text(older, "utf-8")
    assert told()["reviews"][0] == {
        "document": "harm:fraud",
        "last": "2026-10-02",
        "due": "2026-12-01",
    }
    days = {"2026-10-31": 0, "2026-11-01": 1, "2026-12-01": 1, "2026-12-02": 0}
    for day, soon in days.items():
        counts = stats(f"{day}T12:00:00Z")["review"]
        assert (counts["due within 30 days"], counts["overdue"]) == (soon, day > "2026-12-01")


def test_each_legal_clock_has_its_least_slack_and_its_playbook(book: Path) -> None:
    found = told()
    worst = run("simulate", "--worst", "--no-cache", "--format", "json", "--at", AT)
    (playbook,) = json.loads(worst.out)["playbooks"]
    (law,) = [row for row in playbook["clocks"] if row["kind"] == "law"]
    assert found["clocks"] == [
        {
            "obligation": "answer-law",
            "within": law["within"],
            "playbook": "fraud-ring",
            "slack": law["slack"],
            "at": law["at"],
            "minutes": law["shared"],
            "since": "",
        }
    ]


def test_a_playbook_that_cannot_be_proven_is_named(book: Path) -> None:
    path = book / "fraud-ring.yaml"
    path.write_text(path.read_text("utf-8").replace("role: analyst", "role: nobody", 1), "utf-8")
    found = told()
    assert (found["clocks"], found["unproven"]) == ([], ["fraud-ring"])
    assert "not proven: fraud-ring" in run("stats", "--no-cache").out


def test_what_scenarios_touch_is_told_by_playbook(book: Path) -> None:
    path = book / "night.yaml"
    text = path.read_text("utf-8")
    assert told()["scenarios"] == [{"playbook": "fraud-ring", "scenarios": 1, "runs": 1}]
    path.write_text(text.replace('"Yes"', '"No"'), "utf-8")
    (steps,) = [one for one in told()["cover"] if one["what"] == "steps"]
    assert (steps["of"], steps["touched"], steps["missing"]) == ("fraud-ring", 2, ["block"])
    assert "fraud-ring steps: block\n" in run("stats", "--no-cache").out
    path.unlink()
    assert told()["scenarios"] == [{"playbook": "fraud-ring", "scenarios": 0, "runs": 0}]


def test_proofs_are_kept_for_the_next_run(
    book: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path_factory.mktemp("cache")))
    first = run("stats", "--format", "json", "--at", AT).out
    monkeypatch.setattr(evidence_proofs, "search", None)
    assert run("stats", "--format", "json", "--at", AT).out == first
    assert run("stats", "--no-cache", "--at", AT).code != 0
