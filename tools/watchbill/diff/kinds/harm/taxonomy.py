"""The place of a harm in a public taxonomy changed.

It helps to compare with others; nothing is done or sent by it.

Before:
    kind: harm
    tspa: Scams
After:
    kind: harm
    tspa: Fraud
Direction: neutral
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, neutral

ID = "harm/taxonomy"
OF = ("harm",)
FIELDS = ("tspa", "ailuminate.*", "atlas.*", "owasp_llm.*", "owasp_agentic.*", "roost.*")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """A cross-reference."""
    return neutral(f"its place in `{edit.field.removesuffix('.*')}`", Weight.MINOR)
