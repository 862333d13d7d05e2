"""What the kinds that speak of open time share."""

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Weight
from watchbill.diff.presence import open_hours, told
from watchbill.diff.verdict import Verdict
from watchbill.model.time import Calendar


def judged(twice: Twice, books: Books, what: str, weight: Weight) -> Verdict | None:
    """What became of the open time of a calendar; None where it is open when it was."""
    before, after = twice
    if not isinstance(before, Calendar) or not isinstance(after, Calendar):
        return None
    found = open_hours(books, before, after)
    if found.direction is None:
        return None
    example = told(found, after.timezone, "closed", "open")
    return Verdict(found.direction, weight, what, example)
