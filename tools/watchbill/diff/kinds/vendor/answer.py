"""The shift lead of a vendor answers a call sooner or later.

It is what every step that a vendor works on waits for first.

Before:
    kind: vendor
    answers_within: 15m
After:
    kind: vendor
    answers_within: 30m
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, length

ID = "vendor/answer"
OF = ("vendor",)
FIELDS = ("answers_within",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """A limit on the vendor: longer is weaker."""
    return length(edit, "how soon its shift lead answers", Weight.MAJOR)
