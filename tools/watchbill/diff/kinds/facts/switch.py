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

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import inside, spot
from watchbill.diff.verdict import Verdict, neutral, unknown
from watchbill.model.law import Obligation

ID = "facts/switch"
OF = ("facts",)
FIELDS = ("switches.*.value",)


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict:
    """Laws may ask for the fact or for its contrary; where some do either, a reader decides."""
    (switch,) = inside(edit, twice)
    laws = [law for book in books for law in book.all(Obligation)]
    tests = {test for law in laws for test in law.applies_if if test.fact == switch}
    named = len({law.id for law in laws if tests.intersection(law.applies_if)})
    what = spot(edit, twice, f"counsel's answer (laws that ask for it: {named})")
    if (edit.before is False) is (edit.after is False):
        return neutral(what, Weight.MAJOR)
    values = {test.value for test in tests} or {True}
    if len(values) > 1:
        return unknown(what, Weight.CRITICAL)
    fewer = (edit.after is False) is (values != {False})
    return Verdict(Direction.WEAKER if fewer else Direction.STRONGER, Weight.CRITICAL, what)
