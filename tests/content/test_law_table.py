"""The laws in the content say what the research found: ids, periods and how far each was verified.

The table beside this file was typed from the research. It is never made from the content.
"""

import csv
from functools import cache
from pathlib import Path

from tests.support import ROOT
from watchbill.load.library import load
from watchbill.model.law import Obligation

TABLE = Path(__file__).with_name("clocks.csv")
# The research marks the clock as a whole better than the number in it: the number is from knowledge only.
DOUBTED = {"eu-tco-scrutiny": "unverified"}


@cache
def shipped() -> dict[str, Obligation]:
    book = load([str(ROOT)], cached=False).book
    return {obligation.id: obligation for obligation in book.all(Obligation)}


def table() -> list[list[str]]:
    with TABLE.open(encoding="utf-8") as file:
        return [row for row in csv.reader(file) if not row[0].startswith("#")]


def test_every_clock_of_the_research_is_an_obligation() -> None:
    assert [row[0] for row in table() if row[0] not in shipped()] == []


def test_every_period_is_the_one_that_was_found() -> None:
    wrong = {}
    for id, jurisdiction, period, _ in table():
        law = shipped()[id]
        found = next((str(length) for length in (law.due, law.keep, law.every) if length), "")
        if (found, law.jurisdiction) != (period, jurisdiction):
            wrong[id] = (period, found, jurisdiction, law.jurisdiction)
    assert wrong == {}


def test_every_mark_of_verification_is_the_one_that_was_given() -> None:
    expected = {row[0]: DOUBTED.get(row[0], row[3]) for row in table()}
    found = {id: shipped()[id].verification for id in expected}
    assert found == expected


def test_no_number_of_law_comes_from_anywhere_else() -> None:
    known = {row[0] for row in table()}
    numbered = {id for id, law in shipped().items() if law.due or law.keep or law.every}
    assert sorted(numbered - known) == []
