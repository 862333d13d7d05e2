"""When a message is sent, and when not, was worded anew.

Sent too early it may warn the wrong person; sent too late it is no use.

Before:
    kind: message
    when: As soon as we have acted
After:
    kind: message
    when: As soon as the notice is there
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import text
from watchbill.diff.verdict import Verdict

ID = "message/when"
OF = ("message",)
FIELDS = ("when",)


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict | None:
    """For a reader."""
    return text(edit, "when it is sent, and when not", Weight.MAJOR)
