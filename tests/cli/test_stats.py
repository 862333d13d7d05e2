import json
from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import run


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(smallest_book(tmp_path))
    return tmp_path


def stats(at: str = "2026-11-23T12:00:00Z") -> dict[str, dict[str, int]]:
    ran = run("stats", "--no-cache", "--format", "json", "--at", at)
    assert (ran.code, ran.err) == (0, "")
    counts: dict[str, dict[str, int]] = json.loads(ran.out)
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
