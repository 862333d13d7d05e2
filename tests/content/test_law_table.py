"""The laws in the content say what the research found: ids, periods, how they count and how far each was verified.

The table beside this file was typed from the research. It is never made from the content. Where the book differs
from the research on purpose, a comment in the table says why.
"""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.support import ROOT
from watchbill.load.library import load
from watchbill.model.law import Obligation

TABLE = Path(__file__).with_name("clocks.csv")
FORMS = ("due", "standard", "as_ordered", "every", "keep")


class Row(NamedTuple):
    """One law: the period as the content writes it, "" where the law has words."""

    id: str
    jurisdiction: str
    form: str
    period: str
    counting: str
    verification: str


@cache
def shipped() -> dict[str, Obligation]:
    book = load([str(ROOT)], cached=False).book
    return {obligation.id: obligation for obligation in book.all(Obligation)}


@cache
def table() -> dict[str, Row]:
    with TABLE.open(encoding="utf-8") as file:
        rows = [Row(*row) for row in csv.reader(file) if not row[0].startswith("#")]
    found = {row.id: row for row in rows}
    assert len(found) == len(rows), "a law stands in the table twice"
    return found


def found(law: Obligation) -> Row:
    """A law of the content as a row; words are not compared, that there are words is."""
    forms = [form for form in FORMS if getattr(law, form)]
    form = " ".join(forms)
    number = form in ("due", "every", "keep")
    return Row(
        law.id,
        law.jurisdiction,
        form,
        str(getattr(law, form)) if number else "",
        law.counting if number else "",
        law.verification,
    )


def test_every_law_is_of_the_research_and_every_clock_of_the_research_is_a_law() -> None:
    assert sorted(shipped()) == sorted(table())


def test_every_law_has_the_period_the_counting_and_the_mark_that_were_found() -> None:
    wrong = {
        id: (tuple(row[1:]), tuple(found(shipped()[id])[1:]))
        for id, row in table().items()
        if id in shipped() and found(shipped()[id]) != row
    }
    assert wrong == {}


def test_the_table_is_as_long_as_the_research_and_what_its_clocks_hold_besides() -> None:
    # 81 clocks, 31 more periods inside them, and 9 duties in words.
    assert len(table()) == 81 + 31 + 9
    marks = [row.verification for row in table().values()]
    assert {mark: marks.count(mark) for mark in marks} == {
        "verified": 26,
        "secondary": 46,
        "unverified": 49,
    }


def test_restoring_after_a_counter_notice_is_lawful_from_the_tenth_business_day_only() -> None:
    early = {id: str(law.not_before) for id, law in shipped().items() if law.not_before}
    assert early == {"us-dmca-putback": "10bd"}
