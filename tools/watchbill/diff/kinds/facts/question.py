"""A question about the organisation or about a case was worded anew.

Answers that were given to the old words stay, and may not fit the new ones.

Before:
    kind: facts
    switches:
      - {id: hosting, title: Do we host what users publish?, value: true, why: In the register., set_on: 2026-11-01}
After:
    kind: facts
    switches:
      - {id: hosting, title: Do we store what users publish?, value: true, why: In the register., set_on: 2026-11-01}
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import spot, text
from watchbill.diff.verdict import Verdict

ID = "facts/question"
OF = ("facts",)
FIELDS = ("switches.*.title", "case_facts.*.title")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """For counsel."""
    return text(edit, spot(edit, twice, "the question"), Weight.MAJOR)
