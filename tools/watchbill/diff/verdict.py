"""What a kind says of an edit, and the ways in which most of them judge."""

from collections.abc import Iterable
from typing import NamedTuple

from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.edits import Edit
from watchbill.model.types import Duration


class Verdict(NamedTuple):
    """The direction and the weight of an edit, in words what it changes, and a worked example.

    `before` and `after`, where given, are shown instead of the values themselves. `depth`, where given, is how
    much of the edit's path leads to what changed: edits below one thing are one change of it, if they all
    say `how` it changed.
    """

    direction: Direction
    weight: Weight
    what: str
    example: str = ""
    before: str | None = None
    after: str | None = None
    depth: int | None = None
    how: How | None = None


def neutral(what: str, weight: Weight = Weight.INFO) -> Verdict:
    """An edit that changes no commitment, whatever it says."""
    return Verdict(Direction.NEUTRAL, weight, what)


def unknown(what: str, weight: Weight) -> Verdict:
    """An edit of which no program can tell what it means."""
    return Verdict(Direction.UNKNOWN, weight, what)


def protects(edit: Edit, what: str, weight: Weight) -> Verdict:
    """Of something that protects: less of it is weaker, more is stronger, another is to be read by a person."""
    return Verdict(_by_presence(edit, Direction.WEAKER), weight, what)


def exposes(edit: Edit, what: str, weight: Weight) -> Verdict:
    """Of something that opens or excuses: more of it is weaker, less is stronger, another is to be read."""
    return Verdict(_by_presence(edit, Direction.STRONGER), weight, what)


def _by_presence(edit: Edit, removed: Direction) -> Direction:
    if edit.how is How.REMOVED:
        return removed
    return removed.mirrored if edit.how is How.ADDED else Direction.UNKNOWN


def flag(edit: Edit, what: str, weight: Weight, *, protects: bool = True) -> Verdict:
    """Of a yes or no that protects (or, where it does not, exposes)."""
    on = bool(edit.after)
    direction = Direction.STRONGER if on is protects else Direction.WEAKER
    return Verdict(direction, weight, what)


def ladder(edit: Edit, order: Iterable[str], what: str, weight: Weight) -> Verdict:
    """Of a word out of an order, the strongest first."""
    words = list(order)
    known = edit.before in words and edit.after in words
    if not known:
        return unknown(what, weight)
    later = words.index(edit.after) > words.index(edit.before)
    return Verdict(Direction.WEAKER if later else Direction.STRONGER, weight, what)


def length(
    edit: Edit, what: str, weight: Weight, *, longer: Direction = Direction.WEAKER
) -> Verdict:
    """Of a length of time: `longer` is the direction of a longer one, and of none where there was one.

    Lengths of different units are told apart only where no calendar can turn them round.
    """
    if edit.how is How.REMOVED:
        return Verdict(longer, weight, what)
    if edit.how is How.ADDED:
        return Verdict(longer.mirrored, weight, what)
    order = compared(edit.before, edit.after)
    if order is None:
        return unknown(what, weight)
    return Verdict(longer if order > 0 else longer.mirrored, weight, what)


# The least and the most real seconds that one of each unit can be: a day of 23 to 25 hours and more where
# clocks are set, a working day from the end of one to the end of the next over the longest feasts.
_HOUR, _DAY = 3600, 86400
_LEAST = {
    "s": 1,
    "d": _DAY - 3 * _HOUR,
    "bd": 1,
    "mo": 28 * _DAY - 3 * _HOUR,
    "y": 365 * _DAY - 3 * _HOUR,
}
_MOST = {
    "s": 1,
    "d": _DAY + 3 * _HOUR,
    "bd": 20 * _DAY,
    "mo": 31 * _DAY + 3 * _HOUR,
    "y": 366 * _DAY + 3 * _HOUR,
}


def compared(before: Duration, after: Duration) -> int | None:
    """1 where the later length is longer whatever the calendar, -1 where it is shorter, None where that depends."""
    if before.unit == after.unit:
        return 1 if after.amount > before.amount else -1
    if after.amount * _LEAST[after.unit] > before.amount * _MOST[before.unit]:
        return 1
    if after.amount * _MOST[after.unit] < before.amount * _LEAST[before.unit]:
        return -1
    return None
