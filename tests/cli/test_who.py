import json
from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import Ran, run

AT = "2026-12-02T12:00:00Z"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return smallest_book(tmp_path)


def who(book: Path, *words: str) -> Ran:
    return run("who", "--root", str(book), "--no-cache", "--at", AT, *words)


def test_who_answers_is_told_level_by_level(book: Path) -> None:
    ran = who(book, "--playbook", "fraud-ring")
    assert (ran.code, ran.err) == (0, "")
    assert "fraud-ring, fraud, P1: path desk-first, analyst decides" in ran.out
    assert (
        "+0m page, again every 2m\n  analyst  desk-01 (all), answers within 2m; desk-02 from Mon 7 Dec 2026 00:00 UTC"
        in ran.out
    )
    assert "+5m page, again every 5m\n  counsel  legal-01 (all), answers within 5m\n" in ran.out
    assert "No region was given" in ran.out


def test_who_answers_as_json(book: Path) -> None:
    data = json.loads(who(book, "--region", "emea", "--format", "json").out)
    assert (data["severity"], data["path"], data["region"]) == ("P0", "desk-first", "emea")
    assert data["levels"][0]["page"][0]["next_at"] == "2026-12-07T00:00:00Z"


def test_who_refuses_what_is_not_there(book: Path) -> None:
    ran = who(book, "--harm", "frod")
    assert ran.code == 2
    assert "there is no harm `frod` (did you mean `fraud`?)" in ran.err
