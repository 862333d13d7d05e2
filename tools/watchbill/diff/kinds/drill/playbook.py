"""Another playbook is exercised, or one no more.

What is never played is first played at night.

Before:
    kind: drill
    playbooks: [fraud-ring, outage]
After:
    kind: drill
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "drill/playbook"
OF = ("drill",)
FIELDS = ("playbooks.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its id."""
    return protects(edit, "a playbook that is played", Weight.CRITICAL)
