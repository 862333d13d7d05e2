"""What a law forbids us to tell changed.

Whoever no longer finds the ban on the page tells the person whom it concerns.

Before:
    kind: obligation
    secrecy: The user is not told
After:
    kind: obligation
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict, exposes

ID = "obligation/secrecy"
OF = ("obligation",)
FIELDS = ("secrecy", "secret_if.*")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """None at all is weaker than any; each further fact that must hold for it lets more be told."""
    if edit.field.startswith("secret_if"):
        return exposes(edit, "a fact that must hold for the secrecy", Weight.CRITICAL)
    return text(edit, "what must not be told, and to whom", Weight.CRITICAL, kept=True)
