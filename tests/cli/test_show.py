import json
from pathlib import Path

import pytest

from tests import smallest
from tests.cli.book import smallest_book
from tests.cli.run import Ran, run
from watchbill.load.compose import compose

AT = "2026-11-23T12:00:00Z"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return smallest_book(tmp_path)


def show(book: Path, *words: str) -> Ran:
    return run("show", "--root", str(book), "--at", AT, "--no-cache", *words)


def test_a_document_is_shown_below_where_it_stands_and_how_old_its_review_is(book: Path) -> None:
    ran = show(book, "fraud")
    assert (ran.code, ran.err) == (0, "")
    head, _, body = ran.out.partition("\n\n")
    title, file, state, names = head.splitlines()
    assert title == "harm:fraud  Fraud"
    assert file == f"{book}/fraud.yaml"
    assert state.startswith("owner desk | active")
    assert state.endswith("| reviewed 22 days ago")
    assert names == "names 2, is named by 2: watchbill refs harm:fraud"
    assert compose(body) == smallest.data()["harm:fraud"]


@pytest.mark.parametrize("key", [key for key in smallest.data() if "runbook:" not in key])
def test_as_yaml_it_reads_back_as_what_was_written(book: Path, key: str) -> None:
    assert compose(show(book, key, "--format", "yaml").out) == smallest.data()[key]


@pytest.mark.parametrize("key", [key for key in smallest.data() if "runbook:" not in key])
def test_as_json_it_is_what_was_written(book: Path, key: str) -> None:
    assert json.loads(show(book, key, "--format", "json").out) == smallest.data()[key]


def test_a_runbook_is_shown_with_its_steps(book: Path) -> None:
    shown = json.loads(show(book, "block-account", "--format", "json").out)
    assert [step["title"] for step in shown["body"]["steps"]]


def test_what_was_left_out_is_shown_on_request(book: Path) -> None:
    assert "status" not in json.loads(show(book, "fraud", "--format", "json").out)
    assert (
        json.loads(show(book, "fraud", "--format", "json", "--defaults").out)["status"] == "active"
    )


def test_of_several_documents_of_one_id_each_is_named(book: Path) -> None:
    team = (book / "desk.yaml").read_text("utf-8").replace("id: desk", "id: fraud", 1)
    (book / "teams").mkdir()
    (book / "teams" / "fraud.yaml").write_text(team, "utf-8")
    ran = show(book, "fraud")
    assert (ran.code, ran.out) == (1, "")
    assert "harm:fraud" in ran.err
    assert "team:fraud" in ran.err
    assert show(book, "team:fraud").code == 0


def test_an_unknown_id_gets_a_proposal(book: Path) -> None:
    ran = show(book, "fruad")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "watchbill: there is no document `fruad` (did you mean `fraud`?)\n"


def test_what_cannot_be_read_is_said_to_be_there(book: Path) -> None:
    (book / "fraud.yaml").write_text("kind: harm\nid: fraud\nid: fraud\n", "utf-8")
    ran = show(book, "fraud")
    assert ran.code == 1
    assert "`harm:fraud` cannot be read" in ran.err


def test_the_help_shows_an_example() -> None:
    assert "watchbill show csae-apparent" in run("show", "--help").out
