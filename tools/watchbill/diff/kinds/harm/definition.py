"""What belongs to a harm was worded anew.

Whole groups of cases come in or fall out with a word.

Before:
    kind: harm
    definition: People are cheated of money or goods.
After:
    kind: harm
    definition: People are cheated of money.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "harm/definition"
OF = ("harm",)
FIELDS = ("definition",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, "what belongs to the harm", Weight.CRITICAL)
