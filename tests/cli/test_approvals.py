"""`watchbill approvals` on a repository: who is waited for, and the exit code that holds a change back."""

import json
from pathlib import Path

import pytest

from tests.cli.repository import repository
from tests.cli.run import run


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    repository(folder)
    text = (folder / "answer-law.yaml").read_text("utf-8")
    (folder / "answer-law.yaml").write_text(text.replace("due: 48h", "due: 72h"), "utf-8")
    return folder


def reviews(tmp_path: Path, *users: str) -> str:
    said = [{"user": user, "state": "APPROVED", "at": "2026-11-23T12:00:00Z"} for user in users]
    teams = {"legal": ["cy", "dee"], "desk": ["ana"]}
    path = tmp_path / "reviews.json"
    path.write_text(json.dumps({"author": "eve", "reviews": said, "teams": teams}), "utf-8")
    return str(path)


def test_a_change_is_held_back_until_all_have_agreed(repo: Path, tmp_path: Path) -> None:
    ran = run("approvals")
    assert ran.code == 6
    assert ran.out.startswith(
        "cannot go in yet: waits for desk, legal; 0 of 2 people have agreed\n"
    )
    assert run("approvals", "--reviews", reviews(tmp_path, "cy")).code == 6
    ran = run("approvals", "--reviews", reviews(tmp_path, "cy", "ana"))
    assert (ran.code, ran.out.splitlines()[0]) == (0, "all have agreed")
    assert "legal  agreed: cy\n    obligation:answer-law: the law's period\n" in ran.out


def test_in_an_emergency_one_is_enough_and_the_review_has_an_end(
    repo: Path, tmp_path: Path
) -> None:
    words = ("approvals", "--reviews", reviews(tmp_path, "cy"), "--emergency", "The desk is down")
    ran = run(*words)
    assert ran.code == 0
    assert ran.out.startswith("may go in as an emergency: The desk is down\n")
    assert "All others review it by 2026-11-24T12:00:00+00:00." in ran.out
    told = json.loads(run(*words, "--format", "json").out)
    assert told["complete"] and told["emergency"] == "The desk is down"
    assert told["review_by"] == "2026-11-24T12:00:00+00:00"


def test_a_change_without_weight_needs_nobody(repo: Path) -> None:
    (repo / "answer-law.yaml").write_bytes(
        (repo / "answer-law.yaml").read_bytes().replace(b"72h", b"48h") + b"# A remark.\n"
    )
    ran = run("approvals")
    assert (ran.code, ran.out) == (0, "nobody need agree\n")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"reviews": {}}', "[" * 100_000])
def test_a_file_that_holds_no_reviews_stops_it(repo: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "reviews.json").write_text(text)
    ran = run("approvals", "--reviews", str(tmp_path / "reviews.json"))
    assert ran.code == 2 and "cannot be read as reviews" in ran.err
    assert run("approvals", "--reviews", str(tmp_path / "none.json")).code == 2


def test_what_cannot_be_compared_is_never_agreed_to(repo: Path) -> None:
    (repo / "watch.yaml").write_text("kind: schedule\nid: [\n")
    ran = run("approvals")
    assert ran.code == 2 and "COULD NOT COMPARE" in ran.err
    assert run("approvals", "nowhere").code == 2
