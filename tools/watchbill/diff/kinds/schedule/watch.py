"""The hours of a schedule's watches changed.

All watches together are compared over 400 days: when nobody is on watch any more, and when one person is alone
who was not.

Before:
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin,
         hours: 24h, members: [desk-01, desk-02], from: 2026-11-02}
After:
    kind: schedule
    id: watch
    shifts:
      - {id: all, region: emea, timezone: Europe/Dublin,
         hours: "02:00-24:00", members: [desk-01, desk-02], from: 2026-11-02}
Direction: weaker
"""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.presence import hours, told, watched
from watchbill.diff.promises import range_of
from watchbill.diff.verdict import Verdict, neutral, unknown
from watchbill.model.time import Schedule

ID = "schedule/watch"
OF = ("schedule",)
FIELDS = (
    "shifts",
    "shifts.*",
    *(f"shifts.*.{name}" for name in ("hours", "days", "days.*", "timezone", "from", "holidays")),
    *("shifts.*.calendar", "shifts.*.region"),
)

_WHAT = "when somebody is on watch"


def judge(_edit: Edit, twice: Twice, books: Books) -> Verdict:
    """Less cover is weaker; with the same cover, more time alone is."""
    before, after = twice
    all_ = range_of(books)
    old = watched(books.before, before, all_) if isinstance(before, Schedule) else None
    new = watched(books.after, after, all_) if isinstance(after, Schedule) else None
    if old is None or new is None or not isinstance(after, Schedule):
        return unknown(_WHAT, Weight.CRITICAL)._replace(depth=1)
    zones = {shift.timezone for shift in after.shifts}
    zone = next(iter(zones)) if len(zones) == 1 else "UTC"
    found = hours(old.anybody, new.anybody, all_)
    if found.direction is not None:
        example = told(found, zone, "nobody", "somebody")
        return _verdict(found.direction, Weight.CRITICAL, _WHAT, example)
    two = hours(old.two, new.two, all_)
    what = "when more than one person is on watch"
    if two.direction is not None:
        example = told(two, zone, "one person alone", "two people")
        return _verdict(two.direction, Weight.MAJOR, what, example)
    return neutral("who stands which watch", Weight.MINOR)._replace(depth=1, before="", after="")


def _verdict(direction: Direction, weight: Weight, what: str, example: str) -> Verdict:
    """All edits of the watches of one schedule are one change."""
    return Verdict(direction, weight, what, example, before="", after="", depth=1)
