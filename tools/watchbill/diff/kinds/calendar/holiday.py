"""A dated holiday came, went or was moved.

The calendar is closed on it: promises stand still, and whoever has holidays off is off.

Before:
    kind: calendar
    holidays: [{date: 2026-12-25, name: Christmas Day}]
After:
    kind: calendar
    holidays: [{date: 2026-12-25, name: Christmas Day}, {date: 2026-12-28, name: A day in lieu}]
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds.calendar._open import judged
from watchbill.diff.said import said
from watchbill.diff.verdict import Verdict, neutral, unknown

ID = "calendar/holiday"
OF = ("calendar",)
FIELDS = ("holidays.*", "holidays.*.name", "holidays.*.estimated")


def judge(edit: Edit, twice: Twice, books: Books) -> Verdict | None:
    """A day outside of the days that are compared, or on a week-end, closes nothing there."""
    if edit.field == "holidays.*.name":
        return neutral("the name of a holiday")
    if edit.field == "holidays.*.estimated":
        return unknown("whether the date of a holiday is sure", Weight.MINOR)
    day = edit.before if edit.after is None else edit.after
    what = f"the holiday of {day.date.isoformat()}"
    found = judged(twice, books, what, Weight.MINOR)
    if found is None:
        return neutral(what)
    return found._replace(before=_named(edit.before), after=_named(edit.after))


def _named(day: object) -> str:
    return said(getattr(day, "name", None))
