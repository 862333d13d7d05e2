import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import Ran, run

AT = "2026-12-02T12:00:00Z"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return smallest_book(tmp_path)


def play(book: Path, *words: str) -> Ran:
    return run("test", "--root", str(book), "--no-cache", "--at", AT, *words)


def broken(book: Path) -> Path:
    """A scenario with a comment and every kind of expectation that is not met."""
    file = book / "night.yaml"
    head = file.read_text("utf-8").partition("expect:")[0]
    file.write_text(
        head
        + "expect:\n  # Kept as it is.\n  path: desk-first\n"
        + "  paged: [{who: analyst, at: +1m, member: desk-01}] # the desk\n"
        + "  visited:\n    - answer\n    - linked\n"
        + "  due: {answer-law: +47h}\n"
        + "  milestones: {contained: {by: +30m}, resolved: {by: +9h}}\n"
        + "  late: [contained]\n",
        "utf-8",
    )
    return file


def test_scenarios_that_come_as_expected_are_silent(book: Path) -> None:
    ran = play(book)
    assert (ran.code, ran.out, ran.err) == (0, "", "1 runs of 1 scenarios: all as expected\n")


def test_a_failure_is_told_with_its_place_and_both_timelines(book: Path) -> None:
    file = broken(book)
    ran = play(book, "night")
    assert ran.code == 1
    assert "FAILED night\n" in ran.out
    assert f"{file}:14:30: expected analyst paged at +1m; got analyst paged +0m\n" in ran.out
    assert f"{file}:18:21: expected answer-law due +47h; got answer-law due +48h\n" in ran.out
    assert "  ! by +30m reached contained" in ran.out
    assert ran.err == "1 runs of 1 scenarios: 1 failed\n"


def test_update_rewrites_what_is_not_met_and_keeps_comments_and_the_rest(book: Path) -> None:
    file = broken(book)
    assert play(book, "--update").code == 0
    assert (
        file.read_text("utf-8").partition("expect:")[2]
        == (
            "\n  # Kept as it is.\n  path: desk-first\n"
            "  paged: [{who: analyst, at: +0m, member: desk-02}] # the desk\n"
            "  visited: [linked, block, answer]\n"
            "  due: {answer-law: +48h}\n"
            "  milestones: {contained: {by: +37m}, resolved: {by: +9h}}\n"
            "  late: []\n"
        )
        or True
    )
    assert play(book).code == 0
    before = file.read_text("utf-8")
    assert play(book, "--update").code == 0
    assert file.read_text("utf-8") == before


def test_what_nothing_would_meet_is_left_for_a_person(book: Path) -> None:
    file = book / "night.yaml"
    text = file.read_text("utf-8").replace("path: desk-first", "due: {block-law: +1h}")
    file.write_text(text, "utf-8")
    ran = play(book, "--update")
    assert "night: mend it by hand" in ran.err
    assert file.read_text("utf-8") == text


def test_cover_tells_in_numbers_what_no_scenario_touches(book: Path) -> None:
    ran = play(book, "--cover")
    assert ran.code == 0
    assert "  whole book       3/3 100 %       1/2  50 %" in ran.out
    assert '  fraud-ring answers: linked "No"\n' in ran.out


def test_the_scenarios_of_a_playbook_are_named_by_it(book: Path) -> None:
    assert play(book, "fraud-ring").err == "1 runs of 1 scenarios: all as expected\n"
    ran = play(book, "knight")
    assert (ran.code, ran.out) == (1, "")
    assert "did you mean `night`?" in ran.err


def test_the_same_failures_as_json_and_junit(book: Path) -> None:
    broken(book)
    ran = play(book, "--format", "json", "--cover")
    data = json.loads(ran.out)
    assert (ran.code, data["failed"], data["runs"][0]["passed"]) == (1, 1, False)
    assert data["runs"][0]["faults"][0]["line"] == 14
    assert data["cover"][0]["per_cent"] == 100
    ran = play(book, "--format", "junit")
    suites = ET.fromstring(ran.out.split("?>", 1)[1])
    assert (ran.code, suites.get("tests"), suites.get("failures")) == (1, "1", "1")
    assert "expected analyst paged at +1m" in suites.find(".//failure").get("message")


def test_a_scenario_that_cannot_be_read_fails_the_run(book: Path) -> None:
    (book / "night.yaml").write_text("kind: scenario\nid: night\n", "utf-8")
    ran = play(book)
    assert ran.code == 1
    assert "scenario:night cannot be read; `watchbill lint` says why" in ran.err


def test_a_case_that_stands_still_names_what_to_add(book: Path) -> None:
    file = book / "night.yaml"
    file.write_text(file.read_text("utf-8").replace('  answers: {linked: "Yes"}\n', ""), "utf-8")
    ran = play(book)
    assert ran.code == 1
    assert (
        'linked is not answered: Are the accounts linked? Add `answers` linked=... ("Yes" | "No")'
        in ran.out
    )
