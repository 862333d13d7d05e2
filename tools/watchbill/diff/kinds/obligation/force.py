"""From when to when a law binds changed.

Outside of these days its clocks do not run at all.

Before:
    kind: obligation
    in_force: {from: 2026-01-01}
After:
    kind: obligation
    in_force: {from: 2027-01-01}
Direction: weaker
"""

from datetime import date

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict, unknown
from watchbill.model.law import Obligation

ID = "obligation/force"
OF = ("obligation",)
FIELDS = ("in_force", "in_force.**")

_WHAT = "the days on which it binds"


def judge(edit: Edit, twice: Twice, _books: Books) -> Verdict | None:
    """Fewer days are weaker; how certain it is, and what is said of it, changes no day."""
    if edit.field in ("in_force.certain", "in_force.note"):
        return unknown("how certain it is that it binds", Weight.MAJOR)
    before, after = twice
    if not isinstance(before, Obligation) or not isinstance(after, Obligation):
        return None
    (first, last), (start, end) = _days(before), _days(after)
    later, sooner = start > first or end < last, start < first or end > last
    if later is sooner:
        return unknown(_WHAT, Weight.CRITICAL) if later else unknown(_WHAT, Weight.MAJOR)
    return Verdict(
        Direction.WEAKER if later else Direction.STRONGER,
        Weight.CRITICAL,
        _WHAT,
        before=_shown(before),
        after=_shown(after),
        depth=1,
    )


def _days(law: Obligation) -> tuple[date, date]:
    force = law.in_force
    start, end = (force.start, force.end) if force else (None, None)
    return start or date.min, end or date.max


def _shown(law: Obligation) -> str:
    start, end = (law.in_force.start, law.in_force.end) if law.in_force else (None, None)
    words = [f"from {start}" if start else "", f"until {end}" if end else ""]
    return " ".join(filter(None, words)) or "always"
