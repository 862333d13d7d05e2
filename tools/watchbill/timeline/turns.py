"""Turns of the members of a shift: the k-th handover is the anchor plus k turns on the local wall clock.

A handover in a gap happens at the first instant after it, one in a repeated hour at its first
occurrence. Before the first turn nobody of the shift is on watch.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from watchbill.model.time import Shift
from watchbill.model.types import Duration, parse_instant
from watchbill.timeline.zones import DAY, at_wall, day_of, moment, reading, seconds, wall

FOREVER = seconds(parse_instant("9990-01-01T00:00:00Z"))
_MONTHS = {"mo": 1, "y": 12}


# Turns of real time that are shorter would be counted by the million; a rule refuses all of them.
LEAST = 3600


class Turn(NamedTuple):
    """One member's turn [start, end), in instants."""

    start: int
    end: int
    member: str


def countable(shifts: Iterable[Shift]) -> bool:
    """Whether no turn of these shifts is so short that nobody should count them."""
    return not any(shift.turn.unit == "s" and 0 < shift.turn.amount < LEAST for shift in shifts)


def handover_minute(shift: Shift) -> int:
    """Minutes after local midnight at which turns change."""
    if shift.handover is None:
        return shift.hours.start
    return int(shift.handover[:2]) * 60 + int(shift.handover[3:])


def turns(shift: Shift, start: int, end: int) -> tuple[Turn, ...]:
    """The turns that touch [start, end), in order, uncut."""
    found = []
    anchor = reading(shift.anchor, handover_minute(shift))
    number = _earliest(shift.turn, anchor, wall(shift.timezone, start))
    begin = _handover(shift, anchor, number)
    while begin < end:
        finish = _handover(shift, anchor, number + 1) if shift.turn.amount else FOREVER
        if finish > start and finish > begin:
            found.append(Turn(begin, finish, shift.members[number % len(shift.members)]))
        begin, number = finish, number + 1
    return tuple(found)


def handovers(shift: Shift, low: int, high: int) -> Iterator[int]:
    """The wall readings of [low, high) at which a turn begins, in order."""
    anchor = reading(shift.anchor, handover_minute(shift))
    number = _earliest(shift.turn, anchor, low)
    while (at := _later(shift.turn, anchor, number)) < high:
        if at >= low:
            yield at
        if not shift.turn.amount:
            return
        number += 1


def _handover(shift: Shift, anchor: int, number: int) -> int:
    return at_wall(shift.timezone, _later(shift.turn, anchor, number))


def _later(turn: Duration, anchor: int, number: int) -> int:
    """The wall reading `number` turns after the anchor. A business day counts as a day here."""
    if turn.unit in _MONTHS:
        from calendar import monthrange  # few turns are of months, and it is slow to load

        day = day_of(anchor)
        months = day.year * 12 + day.month - 1 + turn.amount * _MONTHS[turn.unit] * number
        year, month = months // 12, months % 12 + 1
        last = monthrange(year, month)[1]
        return reading(date(year, month, min(day.day, last))) + anchor % DAY
    return anchor + number * turn.amount * (1 if turn.unit == "s" else DAY)


def _earliest(turn: Duration, anchor: int, now: int) -> int:
    """A turn that begins shortly before a wall reading, or the first."""
    return max(0, _number(turn, anchor, now) - 2) if turn.amount else 0


def _number(turn: Duration, anchor: int, now: int) -> int:
    """How many turns have ended by a wall reading, or one more."""
    if turn.unit in _MONTHS:
        then, today = moment(anchor), moment(now)
        months = (today.year - then.year) * 12 + today.month - then.month
        return months // (turn.amount * _MONTHS[turn.unit])
    return (now - anchor) // (turn.amount * (1 if turn.unit == "s" else DAY))
