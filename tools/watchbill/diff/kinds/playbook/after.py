"""How a playbook ends was worded anew.

It holds the review, what is learnt, and the care for those who looked at the material.

Before:
    kind: playbook
    after: The team talks it over.
After:
    kind: playbook
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "playbook/after"
OF = ("playbook",)
FIELDS = ("after",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """None at all is weaker than any."""
    return text(edit, "what is done when it is over", Weight.MAJOR, kept=True)
