import json
from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import Ran, run

AT = "2026-12-02T12:00:00Z"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return smallest_book(tmp_path)


def simulate(book: Path, *words: str) -> Ran:
    return run("simulate", "fraud-ring", "--root", str(book), "--no-cache", "--at", AT, *words)


def test_an_incident_is_told_as_a_timeline(book: Path) -> None:
    ran = simulate(book, "--answer", "linked=yes")
    assert (ran.code, ran.err) == (0, "")
    assert " " * 17 + "paged      analyst (desk-01), answers by +2m" in ran.out
    assert (
        "+37m      12:37  done       block\n" + " " * 17 + "reached    contained (block)" in ran.out
    )
    assert (
        "answer-law    must      due +48h (Fri 4 Dec 2026 12:00 UTC); our limit +12h; done +52m"
        in ran.out
    )
    assert "Nothing is late." in ran.out
    assert "Feasible if: one incident at a time" in ran.out
    assert "tz database 20" in ran.out


def test_what_is_due_stands_in_columns_and_the_words_for_people_are_told(book: Path) -> None:
    ran = run(
        "simulate", "fraud-ring", "--root", str(book), "--no-cache", "--at", "2026-12-08T12:00:00Z",
        "--answer", "linked=Yes",
    )  # fmt: skip
    due = ran.out.partition("Due, in order\n")[2].partition("\n\n")[0].splitlines()
    assert {len(line.split()[2]) for line in due} == {1, 2}  # days of one and of two digits
    assert len({line.index(line.split()[7]) for line in due}) == 1
    assert "(paged: has to answer, or the next level is paged; told: is informed" in ran.out


def test_who_would_be_paged_next_is_named_beside_who_answers(book: Path) -> None:
    ran = simulate(book, "--answer", "linked=Yes")
    assert (
        "Simulated: everybody answers, and every step ends, as late as the book allows\n" in ran.out
    )
    assert (
        "answered   analyst answers (path desk-first); else counsel (legal-01) would be paged at +5m\n"
        in ran.out
    )
    silent = simulate(book, "--answer", "linked=Yes", "--silent", "analyst")
    assert "answered   counsel answers (path desk-first)\n" in silent.out


def test_the_law_stands_beside_our_own_limit_in_the_order_in_which_they_are_due(book: Path) -> None:
    ran = simulate(book, "--answer", "linked=Yes")
    due = ran.out.partition("Due, in order\n")[2].partition("\n\n")[0].splitlines()
    law = [line for line in due if "answer-law" in line]
    assert ["our limit" in law[0], " LAW " in law[1]] == [True, True]
    assert len(law) == 2
    assert law[0].endswith("answer-law    our limit  done +52m, 11h8m left")
    assert law[1].endswith("answer-law    LAW        done +52m, 47h8m left")


def test_what_is_due_and_not_done_is_open_or_late(book: Path) -> None:
    due = simulate(book).out.partition("Due, in order\n")[2].partition("\n\n")[0].splitlines()
    assert {line.split("  ")[-1] for line in due if "contained" in line} == {"open"}
    file = book / "promise.yaml"
    file.write_text(file.read_text("utf-8").replace("contained: 4h", "contained: 30m"), "utf-8")
    late = simulate(book, "--answer", "linked=Yes").out
    assert " contained     promise    done +37m, 7m LATE\n" in late
    file.write_text(file.read_text("utf-8").replace("contained: 30m", "contained: 11m"), "utf-8")
    assert " contained     promise    MISSED\n" in simulate(book).out


def test_what_is_no_whole_minute_has_its_seconds_and_a_call_is_explained_where_there_is_one(
    book: Path,
) -> None:
    file = book / "promise.yaml"
    file.write_text(
        file.read_text("utf-8").replace("acknowledged: 10m", "acknowledged: 3m"), "utf-8"
    )
    plain = simulate(book, "--answer", "linked=Yes")
    assert "(called: a step needs it" not in plain.out
    silent = simulate(book, "--answer", "linked=Yes", "--silent", "analyst")
    assert (
        "(called: a step needs it, and it was not there yet, or did not answer its page)"
        in silent.out
    )
    assert "after     UTC\n+0m       12:00     starts" in silent.out
    assert "+1m30s    12:01:30  alarm      acknowledged 50 %" in silent.out
    asked = simulate(book, "--answer", "linked=Yes", "--silent", "analyst", "--format", "markdown")
    assert "| +1m30s | 2026-12-02 12:01:30 |" in asked.out


def test_a_question_without_an_answer_ends_the_case_and_names_the_flag(book: Path) -> None:
    ran = simulate(book)
    assert ran.code == 1
    assert (
        'linked is not answered: Are the accounts linked? Add --answer linked=... ("Yes" | "No")'
        in ran.out
    )
    assert (
        "Nothing is late so far; after +22m, where the case stands still, not all is known."
        in ran.out
    )
    assert "done       linked" not in ran.out


def test_what_is_late_is_told_with_by_how_much_and_fails(book: Path) -> None:
    file = book / "promise.yaml"
    file.write_text(file.read_text("utf-8").replace("contained: 4h", "contained: 30m"), "utf-8")
    ran = simulate(book, "--answer", "linked=Yes")
    assert ran.code == 1
    assert "LATE       contained, by 7m" in ran.out
    assert "contained     P1 30m; due +30m; LATE: done +37m at block, 7m late" in ran.out
    assert "\nLate: contained\n" in ran.out


def test_the_region_shows_its_own_wall_clock(book: Path) -> None:
    ran = run(
        "simulate",
        "fraud-ring",
        "--root",
        str(book),
        "--no-cache",
        "--region",
        "emea",
        "--at",
        "2027-07-01T23:50:00Z",
        "--answer",
        "linked=Yes",
    )
    assert "Thu 1 Jul 2027 23:50 UTC = Fri 2 Jul 2027 00:50 IST" in ran.out
    assert "  Friday 2 July 2027\n" in ran.out
    assert "+22m      00:12  01:12" in ran.out


def test_as_json_every_instant_is_in_utc_and_kinds_are_stable(book: Path) -> None:
    data = json.loads(simulate(book, "--answer", "linked=Yes", "--format", "json").out)
    assert (data["at"], data["acknowledged"]) == (AT, "2026-12-02T12:02:00Z")
    assert [one["kind"] for one in data["happenings"]][:4] == [
        *("start", "page", "acknowledged", "begin")
    ]
    assert data["duties"][0]["due"] == "2026-12-04T12:00:00Z"
    assert data["promises"][0]["alarms"][0] == {"per_cent": 50, "at": "2026-12-02T12:05:00Z"}
    assert data["late"] == []


def test_as_markdown_nothing_of_the_content_is_markup(book: Path) -> None:
    file = book / "fraud-ring.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("Block the accounts", "Block <b>the</b> | *accounts*"), "utf-8")
    out = simulate(book, "--answer", "linked=Yes", "--format", "markdown").out
    assert r"Block \<b\>the\</b\> \| \*accounts\*" in out
    assert "### Law\n\n| Duty | Binding | Outcome |\n|---|---|---|\n| answer-law | must |" in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--answer", "linked"], "write it as --answer name=value"),
        (["--answer", "block=Yes"], "there is no question `block`"),
        (["--answer", "linked=Perhaps"], 'it has "Yes", "No"'),
        (["--silent", "analist"], "did you mean `analyst`?"),
        (["--severity", "P9"], "it is one of P0, P1, P2"),
        (["--region", "mars"], "there is no region `mars`"),
        (["--fact", "not a fact"], "is no fact"),
        (["--fact", "unheard-of"], "there is no fact `unheard-of`"),
        (["--event", "notice-received=+1h"], "there is no event that this playbook waits for"),
        (["--at", "tomorrow"], "is no instant"),
    ],
)
def test_a_word_that_means_nothing_is_refused_with_what_would(
    book: Path, words: list[str], says: str
) -> None:
    ran = simulate(book, *words)
    assert ran.code == 2
    assert says in ran.err


def test_an_unknown_playbook_is_named(book: Path) -> None:
    ran = run("simulate", "fraud-rin", "--root", str(book), "--no-cache", "--at", AT)
    assert (ran.code, ran.out) == (1, "")
    assert "did you mean `fraud-ring`?" in ran.err


def test_a_matrix_that_fits_nothing_cannot_be_played(book: Path) -> None:
    file = book / "matrix.yaml"
    file.write_text(file.read_text("utf-8").replace("- {path:", "- {severity: P2, path:"), "utf-8")
    ran = simulate(book)
    assert (ran.code, ran.out) == (2, "")
    assert "no row of the matrix fits this case" in ran.err


def test_an_incident_starts_at_the_whole_minute(book: Path) -> None:
    words = ["--root", str(book), "--no-cache", "--at", "2026-12-02T12:00:59Z", "--format", "json"]
    assert json.loads(run("simulate", "fraud-ring", *words).out)["at"] == AT
