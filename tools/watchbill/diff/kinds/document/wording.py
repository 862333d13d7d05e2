"""A title, a summary or a tag was worded anew.

Nobody acts on it, so no commitment changes.

Before:
    kind: harm
    title: Fraud
After:
    kind: harm
    title: Fraud and deceit
Direction: neutral
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, neutral

ID = "document/wording"
OF = ("*",)
FIELDS = ("title", "summary", "tags.*")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """The same in other words."""
    return neutral(edit.field.removesuffix(".*"))
