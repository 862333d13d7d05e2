"""Counsel answered a question about the organisation otherwise.

The answer decides which laws apply. One answer left out counts as true, so that no law is passed over.

Before:
    kind: facts
    switches:
      - {id: hosting, title: Do we host what users publish?, value: true, why: In the register., set_on: 2026-11-01}
After:
    kind: facts
    switches:
      - {id: hosting, title: Do we host what users publish?, value: false, why: In the register., set_on: 2026-11-01}
Direction: weaker
"""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import inside, spot
from watchbill.diff.kinds.playbook._steps import lines
from watchbill.diff.verdict import Verdict, neutral, unknown
from watchbill.model.book import Book
from watchbill.model.law import GuardBands, Obligation
from watchbill.model.response import Playbook
from watchbill.model.types import FactTest

ID = "facts/switch"
OF = ("facts",)
FIELDS = ("switches.*.value",)


class _Asked(NamedTuple):
    key: str
    test: FactTest


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict:
    """Laws and steps may ask for the fact or for its contrary; where some do either, a reader decides."""
    (switch,) = inside(edit, twice)
    asked = {one for book in books for one in _asked(book) if one.test.fact == switch}
    what = spot(edit, twice, f"counsel's answer (conditions that hang on it: {len(asked)})")
    if (edit.before is False) is (edit.after is False):
        return neutral(what, Weight.MAJOR)
    values = {one.test.value for one in asked} or {True}
    if len(values) > 1:
        return unknown(what, Weight.CRITICAL)
    fewer = (edit.after is False) is (values != {False})
    return Verdict(Direction.WEAKER if fewer else Direction.STRONGER, Weight.CRITICAL, what)


def _asked(book: Book) -> Iterator[_Asked]:
    for law in book.all(Obligation):
        yield from (_Asked(law.key, test) for test in law.applies_if)
    for bands in book.all(GuardBands):
        yield from (_Asked(bands.key, test) for band in bands.bands for test in band.only_if)
    for playbook in book.all(Playbook):
        for line in lines(playbook):
            yield from (_Asked(playbook.key, test) for step in line for test in step.only_if)
