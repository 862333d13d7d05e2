"""Ways of judging figures that protect: lengths, shares and numbers, and lists in which nothing means everything."""

from decimal import Decimal

from watchbill.diff.books import Twice
from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.kinds._lists import lists
from watchbill.diff.verdict import Verdict, compared, unknown
from watchbill.model.types import Duration


def measure(
    edit: Edit,
    what: str,
    weight: Weight,
    *,
    more: Direction,
    none: Direction = Direction.WEAKER,
) -> Verdict | None:
    """Of a length, a share or a number: `more` is the direction of more of it, `none` that of none where one was.

    None where the figure is only written otherwise; unknown where a calendar decides which length is longer.
    """
    if edit.how in (How.REMOVED, How.ADDED):
        return Verdict(none if edit.how is How.REMOVED else none.mirrored, weight, what)
    order = _order(edit)
    if order is None:
        return unknown(what, weight)
    return Verdict(more if order > 0 else more.mirrored, weight, what) if order else None


def _order(edit: Edit) -> int | None:
    """1 where the later figure is the larger one, -1 where it is the smaller, None where that depends."""
    if isinstance(edit.before, Duration):
        return compared(edit.before, edit.after)
    before, after = (Decimal(str(one).rstrip("%")) for one in (edit.before, edit.after))
    return (after > before) - (after < before)


def narrows(edit: Edit, twice: Twice, what: str, weight: Weight) -> Verdict:
    """Of a list of those for whom something holds: fewer is weaker, and an empty one holds for all."""
    before, after = lists(edit, twice)
    added = edit.how is How.ADDED
    stronger = bool(before) if added else not after
    return Verdict(Direction.STRONGER if stronger else Direction.WEAKER, weight, what)


def week(
    before: frozenset[int], after: frozenset[int], what: str, weight: Weight
) -> Verdict | None:
    """Of the days of a week on which somebody works: fewer is weaker; other ones are for a reader."""
    if before == after:
        return None
    if before < after or after < before:
        direction = Direction.STRONGER if before < after else Direction.WEAKER
        return Verdict(direction, weight, what)
    return unknown(what, weight)
