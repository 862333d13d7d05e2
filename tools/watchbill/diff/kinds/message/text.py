"""The words of a message changed.

They reach people outside as the word of the organisation. A blank that is gone takes away what the law or
the reader asks for.

Before:
    kind: message
After:
    kind: message
    body: |
      Thank you for your notice {case}. We have looked at it.
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._judging import excerpts
from watchbill.diff.kinds.message._blanks import blanks
from watchbill.diff.verdict import Verdict, unknown

ID = "message/text"
OF = ("message",)
FIELDS = ("body", "subject")


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """A blank counts as lost where neither the subject nor the text has it any more."""
    before, after = (str(one or "").strip() for one in (edit.before, edit.after))
    if before == after:
        return None
    what = "the subject" if edit.field == "subject" else "the text"
    old, new = (blanks(one) for one in twice)
    lost, found = ", ".join(sorted(old - new)), ", ".join(sorted(new - old))
    if lost and not found:
        return Verdict(Direction.WEAKER, Weight.MAJOR, f"{what}, which no longer says {lost}")
    if found and not lost:
        return Verdict(Direction.STRONGER, Weight.MAJOR, f"{what}, which now says {found}")
    return excerpts(unknown(what, Weight.MAJOR), before, after)
