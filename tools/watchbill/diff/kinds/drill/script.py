"""How an exercise is played was written anew.

It is for those who lead it; what is to be shown is said apart.

Before:
    kind: drill
    script: A report arrives.
After:
    kind: drill
    script: Two reports arrive.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "drill/script"
OF = ("drill",)
FIELDS = ("script",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """For a reader; a fence that came or went is critical."""
    return text(edit, "how it is played", Weight.MINOR)
