"""Where the holidays of a calendar come from, or which years they cover, changed.

Behind the last year that is covered the calendar has no holidays at all.

Before:
    kind: calendar
    covers: 2026-2028
After:
    kind: calendar
    covers: 2026-2029
Direction: unknown
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, neutral, unknown

ID = "calendar/source"
OF = ("calendar",)
FIELDS = ("covers", "source", "source_url")


def judge(edit: Edit, _twice: Twice, _books: Books) -> Verdict:
    """Whether the dates of a year are all there is for a person to say."""
    if edit.field == "covers":
        return unknown("the years whose holidays are listed", Weight.MINOR)
    return neutral("where the holidays come from")
