"""Who may lower the severity of a case changed.

Two people must agree to it for the worst cases: with one role left, one person decides alone.

Before:
    kind: playbook
    moves:
      up: [A person is in danger]
      down: [The accounts are all closed]
      lowered_by: [analyst, counsel]
After:
    kind: playbook
    moves:
      up: [A person is in danger]
      down: [The accounts are all closed]
      lowered_by: [analyst]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown
from watchbill.model.response import Playbook

ID = "playbook/lowered-by"
OF = ("playbook",)
FIELDS = ("moves.lowered_by.*",)


def judge(_edit: Edit, twice: Twice, _books: Books) -> Verdict:
    """Beyond two, a further role is more care to some and an easier way to others."""
    before, after = (len(set(one.moves.lowered_by)) for one in twice if isinstance(one, Playbook))
    what = "who may lower the severity"
    if before == 2 and after == 1:
        return Verdict(Direction.WEAKER, Weight.CRITICAL, what)
    if before == 1 and after == 2:
        return Verdict(Direction.STRONGER, Weight.CRITICAL, what)
    return unknown(what, Weight.CRITICAL)
