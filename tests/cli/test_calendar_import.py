"""`watchbill calendar import` writes dated holidays in the form of the shipped calendars."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import Ran, run
from tests.support import ROOT
from watchbill.edit.holidays import Dated, Taken, replaced
from watchbill.load.document import read_document
from watchbill.model.time import Calendar

SHIPPED = ROOT / "playbooks" / "organization" / "calendars"
ON = ("--on", "2026-11-23")


def import_(folder: Path, *words: str) -> Ran:
    return run("calendar", "import", "--root", str(folder), "--no-cache", *words)


def read(path: Path) -> Calendar:
    document = read_document(path.read_bytes(), str(path)).document
    assert isinstance(document, Calendar)
    return document


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("IE",), "dublin-office"),
        (("PL",), "krakow-office"),
        (("SG",), "singapore-office"),
        (("GB", "--subdiv", "ENG"), "uk-working-days"),
    ],
)
def test_a_new_calendar_lists_the_days_of_the_shipped_one(
    tmp_path: Path, words: tuple[str, ...], name: str
) -> None:
    new = ("--owner", "desk", "--timezone", "Europe/Dublin", "--id", "fresh")
    file = tmp_path / "playbooks" / "organization" / "fresh.yaml"
    assert import_(tmp_path, *words, "--years", "2026-2028", *new, *ON).code == 0
    made, shipped = read(file), read(SHIPPED / f"{name}.yaml")
    assert [one.date for one in made.holidays] == [one.date for one in shipped.holidays]
    assert [one.name for one in made.holidays] == [one.name for one in shipped.holidays]
    assert (made.covers, made.title, made.owner) == ("2026-2028", "Fresh", "desk")
    assert made.source.startswith("PyPI library holidays ")
    assert made.source.endswith("taken on 2026-11-23.")
    # What is marked there and not here a person knew.
    assert {one.date for one in made.holidays if one.estimated} <= {
        one.date for one in shipped.holidays if one.estimated
    }


def test_a_new_calendar_is_in_canonical_form(tmp_path: Path) -> None:
    new = ("--owner", "desk", "--timezone", "Asia/Singapore", "--hours", "09:00-18:00")
    import_(tmp_path, "SG", "--years", "2028", "--id", "fresh", *new, *ON)
    file = tmp_path / "playbooks" / "organization" / "fresh.yaml"
    text = file.read_text("utf-8")
    assert run("fmt", "--root", str(tmp_path), "--check", str(file)).code == 0
    assert '  - {date: 2028-01-01, name: "New Year\'s Day"}\n' in text
    assert "  - {date: 2028-02-28, name: Hari Raya Puasa (in lieu), estimated: true}\n" in text


def test_the_shipped_calendars_come_to_the_same_again(tmp_path: Path) -> None:
    for name, words in (("dublin-office", ("IE",)), ("krakow-office", ("PL",))):
        (tmp_path / f"{name}.yaml").write_bytes((SHIPPED / f"{name}.yaml").read_bytes())
        shown = import_(tmp_path, *words, "--years", "2026-2028", "--id", name, *ON)
        assert shown.code == 0
        old = (SHIPPED / f"{name}.yaml").read_text("utf-8")
        new = (tmp_path / f"{name}.yaml").read_text("utf-8")
        assert _without_version(new) == _without_version(old)


def _without_version(text: str) -> list[str]:
    return [line for line in text.split("\n") if not line.startswith("source:")]


OLD = """\
kind: calendar
id: office
title: Office
owner: desk
timezone: Europe/Dublin
hours:
  - {days: mon-fri, hours: 24h}
covers: 2026-2026
source: Typed. # by hand
holidays: # closed days
  # The first.
  - {date: 2026-01-01, name: New Year}   # really
  - date: 2026-05-01
    name: Labour Day
  # Gone next time.
  - {date: 2026-06-01, name: Old day}
  - {date: 2026-08-01, name: Moon day, estimated: true}
  - {date: 2026-08-02, name: Sun day, estimated: true}
  # The end of the list.
summary: Days.
"""
NEW = Taken(
    "2026-2027",
    "The library: new.",
    (
        Dated(date(2026, 1, 1), "New Year's Day"),
        Dated(date(2026, 5, 1), "Labour Day"),
        Dated(date(2026, 8, 1), "Moon day"),
        Dated(date(2026, 8, 2), "Other day"),
        Dated(date(2027, 1, 1), "New Year's Day", estimated=True),
    ),
)


def test_what_is_replaced_keeps_comments_and_what_a_person_marked() -> None:
    assert (
        replaced(OLD, NEW)
        == """\
kind: calendar
id: office
title: Office
owner: desk
timezone: Europe/Dublin
hours:
  - {days: mon-fri, hours: 24h}
covers: 2026-2027
source: "The library: new." # by hand
holidays: # closed days
  # The first.
  - {date: 2026-01-01, name: "New Year's Day"}   # really
  - date: 2026-05-01
    name: Labour Day
  # Gone next time.
  - {date: 2026-08-01, name: Moon day, estimated: true}
  - {date: 2026-08-02, name: Other day}
  - {date: 2027-01-01, name: "New Year's Day", estimated: true}
  # The end of the list.
summary: Days.
"""
    )
    assert replaced(replaced(OLD, NEW), NEW) == replaced(OLD, NEW)


@pytest.mark.parametrize("form", ["holidays: []\n", ""])
def test_a_calendar_without_days_gets_its_list(form: str) -> None:
    head = OLD[: OLD.index("holidays:")]
    text = replaced(head + form + "summary: Days.\n", NEW)
    document = read_document(text.encode(), "office.yaml").document
    assert isinstance(document, Calendar)
    assert [one.name for one in document.holidays][-1] == "New Year's Day"
    assert document.summary == "Days."


def test_another_file_may_be_named(tmp_path: Path) -> None:
    smallest_book(tmp_path)
    before = (tmp_path / "office.yaml").read_bytes()
    out = tmp_path / "elsewhere" / "office.yaml"
    words = ("IE", "--years", "2027", "--id", "office", "--out", str(out), *ON)
    assert import_(tmp_path, *words).code == 0
    assert (tmp_path / "office.yaml").read_bytes() == before
    assert read(out).covers == "2027-2027"


NEWLY = ("--id", "fresh", "--owner", "desk", "--timezone", "Europe/Dublin")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("XX", "--years", "2027", *NEWLY, *ON), "the library knows no country `XX`"),
        (
            ("IE", "--subdiv", "ZZ", "--years", "2027", *NEWLY, *ON),
            "IE has no subdivision `ZZ`; it has none",
        ),
        (("IE", "--category", "moon", "--years", "2027", *NEWLY, *ON), "IE has no category `moon`"),
        (("IE", "--years", "2028-2027", *NEWLY, *ON), "`2028-2027` are no years"),
        (("IE", "--years", "soon", *NEWLY, *ON), "`soon` are no years"),
        (("IE", "--years", "2027", *NEWLY), "Missing option '--on'"),
        (("IE", "--years", "2027", "--id", "A B", *ON), "`A B` is no id"),
        (
            ("IE", "--years", "2027", "--id", "fresh", *ON),
            "for a new one say --owner and --timezone too",
        ),
        (("IE", "--years", "2027", *NEWLY, "--hours", "soon", *ON), "that makes no calendar"),
    ],
)
def test_what_cannot_be_imported_is_said_and_nothing_is_written(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    shown = import_(tmp_path, *words)
    assert (shown.code, said in shown.err) == (2, True), shown.err
    assert list(tmp_path.iterdir()) == []
