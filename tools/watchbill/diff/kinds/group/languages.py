"""A team or partner works in more languages or in fewer.

A case in a language that nobody reads waits, or is judged by a machine's translation.

Before:
    kind: team
    languages: [en, pt]
After:
    kind: team
    languages: [en]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, protects

ID = "group/languages"
OF = ("team", "partner")
FIELDS = ("languages.*",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """By its code."""
    return protects(edit, "a language that it works in", Weight.MAJOR)
