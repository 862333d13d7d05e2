"""Counsel's reason for an answer was worded anew.

Who doubts the answer later has only this to go by.

Before:
    kind: facts
    switches:
      - {id: hosting, title: Do we host what users publish?, value: true, why: In the register., set_on: 2026-11-01}
After:
    kind: facts
    switches:
      - {id: hosting, title: Do we host what users publish?, value: true, why: In a memo., set_on: 2026-11-01}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "facts/switch-reason"
OF = ("facts",)
FIELDS = ("switches.*.why",)


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Without one the answer hangs in the air."""
    return text(edit, spot(edit, twice, "why counsel answered so"), Weight.MINOR, kept=True)
