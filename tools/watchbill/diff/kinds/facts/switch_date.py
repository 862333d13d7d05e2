"""The day on which counsel set an answer changed.

A later day says that counsel looked at it anew. An earlier one takes such a word back.

Before:
    kind: facts
    switches:
      - {id: hosting, title: Do we host what users publish?, value: true, why: In the register., set_on: 2026-11-01}
After:
    kind: facts
    switches:
      - {id: hosting, title: Do we host what users publish?, value: true, why: In the register., set_on: 2026-11-20}
Direction: neutral, backwards unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import later, spot
from watchbill.diff.verdict import Verdict, neutral, unknown

ID = "facts/switch-date"
OF = ("facts",)
FIELDS = ("switches.*.set_on",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """A day that is gone takes the word back too."""
    what = spot(edit, twice, "the day on which counsel set it")
    if edit.how is How.REMOVED:
        return unknown(what, Weight.MINOR)
    if edit.how is How.ADDED:
        return neutral(what)
    return later(edit, what, Weight.MINOR, to=Direction.NEUTRAL, back=Direction.UNKNOWN)
