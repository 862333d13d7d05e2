"""Cases of a queue come in more languages or in fewer.

For a language that is not listed nobody is planned, and no gap is shown.

Before:
    kind: queue
    languages: [en, pt]
After:
    kind: queue
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "queue/languages"
OF = ("queue",)
FIELDS = ("languages.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its code."""
    return protects(edit, "a language of its cases", Weight.MAJOR)
