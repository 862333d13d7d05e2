import json
from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import Ran, run


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(smallest_book(tmp_path))
    return tmp_path


def refs(*words: str) -> Ran:
    return run("refs", "--no-cache", *words)


def line_of(book: Path, start: str) -> int:
    lines = (book / "fraud-ring.yaml").read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


def test_what_a_document_names_and_what_names_it_have_their_places(book: Path) -> None:
    ran = refs("promise")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "service-level:promise  Fraud cases  (promise.yaml)\n\n"
        "names 2 documents\n"
        "  team:desk      promise.yaml:4:8  owner\n"
        "  partner:legal  promise.yaml:6:13  approvers[0]\n\n"
        "is named by 2 documents\n"
        f"  playbook:fraud-ring  fraud-ring.yaml:{line_of(book, 'service_level')}:16  service_level\n"
        "  queue:reports        reports.yaml:8:16  service_level\n"
    )


def test_a_link_in_prose_has_the_place_of_the_link(book: Path) -> None:
    with (book / "fraud-ring.yaml").open("a", encoding="utf-8") as file:
        file.write("after: |\n  First this.\n  Then [[harm:fraud]].\n")
    lines = (book / "fraud-ring.yaml").read_text("utf-8").splitlines()
    place = f"fraud-ring.yaml:{len(lines)}:8  after"
    assert place in refs("fraud-ring").out
    assert place in refs("harm:fraud").out


def test_what_does_not_exist_is_marked(book: Path) -> None:
    text = (book / "fraud-ring.yaml").read_text("utf-8")
    (book / "fraud-ring.yaml").write_text(text.replace("harm: fraud\n", "harm: none\n"), "utf-8")
    assert "harm:none" in refs("fraud-ring").out
    assert "(does not exist)" in refs("fraud-ring").out
    rows = json.loads(refs("fraud-ring", "--format", "json").out)["names"]
    assert [row["document"] for row in rows if row.get("missing")] == ["harm:none"]


def test_as_json_each_naming_is_a_row(book: Path) -> None:
    data = json.loads(refs("promise", "--format", "json").out)
    assert data["document"] == "service-level:promise"
    assert [one["document"] for one in data["named_by"]] == ["playbook:fraud-ring", "queue:reports"]
    assert data["named_by"][:1] == [
        {
            "document": "playbook:fraud-ring",
            "title": "Fraud ring",
            "file": "fraud-ring.yaml",
            "line": line_of(book, "service_level"),
            "column": 16,
            "field": "service_level",
        }
    ]


def test_an_unknown_id_gets_a_proposal(book: Path) -> None:
    ran = refs("promise-x")
    assert (ran.code, ran.out) == (1, "")
    assert "did you mean `promise`?" in ran.err
