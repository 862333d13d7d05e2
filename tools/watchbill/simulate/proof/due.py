"""When a period is due, as a function of when it starts: exact, from edge to edge."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import accumulate

from watchbill.model.time import Calendar
from watchbill.model.types import Duration
from watchbill.simulate.limits import Goal
from watchbill.simulate.proof.people import People
from watchbill.simulate.proof.period import Due
from watchbill.timeline.calendars import holidays_of
from watchbill.timeline.counting import Rule, ends
from watchbill.timeline.hours import working
from watchbill.timeline.spans import Spans
from watchbill.timeline.track import NEVER, Piece, Track
from watchbill.timeline.windows import week_days
from watchbill.timeline.zones import DAY, at_wall, stretches, wall

_EPOCH = date(1970, 1, 1)

# The shortest day, working day, month and year, and what changes of clocks and of zones may take from them all.
_SHORTEST = {"d": 1, "bd": 1, "mo": 28, "y": 365}
_CHANGES = 2

Period = tuple[int | None, Due | None]


def fixed(within: Duration, rule: Rule) -> int | None:
    """The seconds of a period that is the same whenever it starts; None where it depends on a calendar."""
    if within.unit == "s":
        return within.amount
    return within.amount * DAY if within.unit == "d" and rule.name == "elapsed" else None


def lifted(people: People, within: Duration, rule: Rule) -> Due:
    """The strict end of a period of days, months or years by its counting rule."""
    key = (within.text, rule.name, rule.zone, rule.calendar.id if rule.calendar else "")
    found = people.dues.get(key)
    if found is None:
        days = _SHORTEST.get(within.unit, 0) * within.amount - _CHANGES
        found = people.dues[key] = Due(max(0, days) * DAY, partial(_counted, people, within, rule))
    return found


def _counted(people: People, within: Duration, rule: Rule) -> Track:
    return _track(
        lambda start: ends(start, within, rule).operate_by, _midnights(people, rule.zone), people
    )


def target(people: People, goal: Goal) -> Period:
    """The period, or the Due, of a service level's target."""
    within, calendar = goal
    if calendar is None:
        period = fixed(within, Rule())
        return (period, None) if period is not None else (None, lifted(people, within, Rule()))
    key = (within.text, "target", calendar.timezone, calendar.id)
    found = people.dues.get(key)
    if found is None:
        if within.unit == "d":
            return None, lifted(people, within, Rule("calendar-days", calendar.timezone, calendar))
        least = within.amount if within.unit == "s" else 0
        found = people.dues[key] = Due(least, partial(_in_calendar, people, within, calendar))
    return None, found


def _in_calendar(people: People, within: Duration, calendar: Calendar) -> Track:
    spans = people.open(calendar)
    if within.unit == "s":
        return working(spans, within.amount, people.start, people.far)
    return _working_days(people, within, calendar, spans)


def _working_days(people: People, within: Duration, calendar: Calendar, spans: Spans) -> Track:
    """A target in working days: the open time from the first opening to the same time of its last day."""
    starts = [span.start for span in spans]
    before = [0, *accumulate(span.length for span in spans)]
    days = _Days(people, calendar)

    def passed(instant: int) -> int:
        at = bisect_right(starts, instant) - 1
        return before[at] + min(instant - spans[at].start, spans[at].length)

    def due(start: int) -> int:
        at = bisect_right(starts, start) - 1
        if at < 0 or start >= spans[at].end:
            at += 1
        if at == len(spans):
            return NEVER
        begin = max(start, spans[at].start)
        amount = passed(max(begin, days.later(begin, within.amount)))
        if amount == passed(begin):
            return start
        number = bisect_left(before, amount) - 1
        return spans[number].start + amount - before[number]

    # At the first instant of an opening the open time ends with the day before, and jumps behind it.
    edges = {edge for start, end in spans for edge in (start, start + 1, end)}
    return _track(due, edges | set(_midnights(people, calendar.timezone)), people)


class _Days:
    """The working days of a calendar."""

    def __init__(self, people: People, calendar: Calendar) -> None:
        first, last = (wall(calendar.timezone, one) // DAY for one in (people.start, people.far))
        week = {number for row in calendar.hours for number in week_days(row.days)}
        closed = {(day - _EPOCH).days for day in holidays_of(calendar)}
        self._zone = calendar.timezone
        self._days = [
            day
            for day in range(first, last + 400)
            if (day + _EPOCH.weekday()) % 7 in week and day not in closed
        ]

    def later(self, instant: int, number: int) -> int:
        """The same time of day on the n-th working day after an instant's."""
        shown = wall(self._zone, instant)
        at = bisect_right(self._days, shown // DAY) + number - 1
        return at_wall(self._zone, self._days[at] * DAY + shown % DAY) if number else instant


def _midnights(people: People, zone: str) -> list[int]:
    """The local midnights, and the instants at which the clocks are changed."""
    found: list[int] = []
    for start, end, offset in stretches(zone, people.start, people.far):
        found.append(start)
        first = -(-(start + offset) // DAY) * DAY - offset
        found.extend(range(first, end, DAY))
    return found


def _track(law: Callable[[int], int], edges: Iterable[int], people: People) -> Track:
    marks = sorted({people.start, *(one for one in edges if people.start < one < people.far)})
    pieces = list[Piece]()
    for start, end in zip(marks, [*marks[1:], people.far], strict=True):
        for piece in _straight(law, start, end):
            last = pieces[-1] if pieces else None
            if not last or last.slope != piece.slope or last.at(piece.start) != piece.value:
                pieces.append(piece)
    return Track(tuple(pieces), people.far)


def _straight(law: Callable[[int], int], start: int, end: int) -> Iterator[Piece]:
    """The straight pieces of a law between two instants; what is not straight is halved until it is."""
    first, last = law(start), law(end - 1)
    if last - first == end - 1 - start:
        yield Piece(start, first, 1)
    elif last == first:
        yield Piece(start, first, 0)
    else:
        middle = (start + end) // 2
        yield from _straight(law, start, middle)
        yield from _straight(law, middle, end)
