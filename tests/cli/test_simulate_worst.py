import json
from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import Ran, run

AT = "2026-12-02T12:00:00Z"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return smallest_book(tmp_path)


def worst(book: Path, *words: str) -> Ran:
    return run("simulate", "--worst", "--root", str(book), "--no-cache", "--at", AT, *words)


def late(book: Path) -> Path:
    file = book / "promise.yaml"
    file.write_text(file.read_text("utf-8").replace("contained: 4h", "contained: 36m"), "utf-8")
    return book


def test_each_clock_is_told_with_its_slack_its_minute_its_sum_and_its_way(book: Path) -> None:
    ran = worst(book, "fraud-ring")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "Fraud ring: fraud-ring\n"
        "every minute from Wed 2 Dec 2026 00:00 UTC to Thu 6 Jan 2028 00:00 UTC; tz database 20"
    )
    assert (
        "Law, with all but the last level silent\n"
        "  answer-law (48h) has 46 h 58 min left at every minute\n"
        "      10 min until `counsel` answers (1 level without an answer) + 2 min until `analyst` is"
        " there + `linked` 20 min + `block` 15 min + `answer` 15 min: done after 1 h 2 min,"
        " due after 48 h\n"
        '      path desk-first; linked "Yes"\n'
    ) in ran.out
    assert "\nNothing is late at its worst minute.\n" in ran.out
    assert ran.out.endswith(
        "\nFeasible if: one incident at a time; each step takes as long as it says at most, in open"
        " minutes of its role; nobody outside is counted on: where the playbook waits, the proof"
        " starts again at the event; promises with everybody answering, our own limits with one"
        " silent level, the law with all but the last silent; each playbook at its default severity,"
        " from every region.\n"
    )


def test_all_playbooks_are_told_where_none_is_named(book: Path) -> None:
    assert worst(book).out == worst(book, "fraud-ring").out


def test_what_is_late_is_marked_and_fails(book: Path) -> None:
    ran = worst(late(book), "fraud-ring")
    assert ran.code == 1
    assert "  LATE  P1 contained (36m) is 1 min late at every minute\n" in ran.out
    assert "\nLate: contained\n" in ran.out


def test_as_json_instants_are_in_utc_and_lengths_in_seconds(book: Path) -> None:
    ran = worst(late(book), "fraud-ring", "--format", "json")
    (found,) = json.loads(ran.out)["playbooks"]
    assert (found["from"], found["to"]) == ("2026-12-02T00:00:00Z", "2028-01-06T00:00:00Z")
    (clock,) = [one for one in found["clocks"] if one["id"] == "contained"]
    assert (clock["slack"], clock["late"], clock["shared"], clock["of"]) == (
        -60,
        True,
        576_000,
        576_000,
    )
    assert clock["way"] == [{"step": "linked", "answer": "Yes"}]


def test_as_markdown_it_is_a_table(book: Path) -> None:
    ran = worst(late(book), "--format", "markdown")
    assert "| LATE | target | P1 contained (36m) is 1 min late | at every minute |" in ran.out


def test_a_range_of_days_is_what_is_looked_at(book: Path) -> None:
    ran = worst(book, "fraud-ring", "--from", "2027-03-27", "--to", "2027-03-29")
    assert "every minute from Sat 27 Mar 2027 00:00 UTC to Mon 29 Mar 2027 00:00 UTC" in ran.out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--silent", "analyst"], "--worst tries every answer, fact and silence"),
        (["--from", "2027-03-02", "--to", "2027-03-01"], "the range ends after it begins"),
    ],
)
def test_words_that_mean_nothing_with_it_are_refused(
    book: Path, words: list[str], message: str
) -> None:
    ran = worst(book, "fraud-ring", *words)
    assert ran.code == 2
    assert message in ran.err


def test_a_range_without_it_and_a_case_without_a_playbook_are_refused(book: Path) -> None:
    ran = run("simulate", "fraud-ring", "--root", str(book), "--from", "2027-03-01")
    assert (ran.code, "go with --worst" in ran.err) == (2, True)
    ran = run("simulate", "--root", str(book))
    assert (ran.code, "name a playbook" in ran.err) == (2, True)


def test_an_unknown_playbook_and_one_with_faults_are_told(book: Path) -> None:
    ran = worst(book, "fraud-rang")
    assert (ran.code, "fraud-ring" in ran.err) == (1, True)
    file = book / "fraud-ring.yaml"
    file.write_text(file.read_text("utf-8").replace("go: block", "go: blocked"), "utf-8")
    ran = worst(book, "fraud-ring")
    assert ran.code == 2
    assert "playbook:fraud-ring has faults and cannot be proven; `watchbill lint`" in ran.err
