"""The hours of a week on a wall clock as a set of minutes, and such a set as windows that our shifts have."""

from collections.abc import Iterable
from itertools import pairwise

from watchbill.timeline.windows import WEEK

DAY = 1_440
WHOLE = 7 * DAY
# Minutes from Monday 00:00 on the wall clock, [start, end), in order and apart.
Hours = tuple[tuple[int, int], ...]
ALWAYS: Hours = ((0, WHOLE),)
_NAMES = {
    WEEK: "every-day",
    WEEK[:5]: "mon-fri",
    WEEK[:6]: "mon-sat",
    WEEK[5:]: "sat-sun",
}


def hours(spans: Iterable[tuple[int, int]]) -> Hours:
    """Spans of minutes (start, length) as a set; what goes past Sunday begins the week anew."""
    parts = []
    for begin, length in spans:
        start = begin % WHOLE
        end = start + min(length, WHOLE)
        parts.append((start, min(end, WHOLE)))
        if end > WHOLE:
            parts.append((0, end - WHOLE))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(part for part in parts if part[0] < part[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def less(one: Hours, other: Hours) -> Hours:
    """What of one set is not in the other."""
    left = list(one)
    for start, end in other:
        cut = []
        for begin, finish in left:
            cut += [(begin, min(finish, start)), (max(begin, end), finish)]
        left = [part for part in cut if part[0] < part[1]]
    return tuple(left)


def both(one: Hours, other: Hours) -> Hours:
    """What is in both sets."""
    return less(one, less(ALWAYS, other))


def windows(found: Hours) -> list[tuple[str, str | list[str]]]:
    """A set as windows of a shift with the days that they begin on: at most a day long, as few as that takes."""
    if found == ALWAYS:
        return [("24h", "every-day")]
    spans = list(found)
    if len(spans) > 1 and spans[0][0] == 0 and spans[-1][1] == WHOLE:
        spans = [*spans[1:-1], (spans[-1][0], WHOLE + spans[0][1])]
    found_on: dict[str, set[int]] = {}
    for span in spans:
        for start, end in _pieces(*span):
            found_on.setdefault(_text(start % DAY, end - start), set()).add(start // DAY % 7)
    return [(text, days(numbers)) for text, numbers in sorted(found_on.items())]


def _pieces(start: int, end: int) -> list[tuple[int, int]]:
    """A span cut at midnights, unless it is at most a day long."""
    if end - start <= DAY:
        return [(start, end)]
    edges = [start, *range((start // DAY + 1) * DAY, end, DAY), end]
    return list(pairwise(edges))


def _text(start: int, length: int) -> str:
    if start == 0 and length == DAY:
        return "24h"
    end = start + length
    end = end if end <= DAY else end - DAY
    return f"{clock(start)}-{clock(end)}"


def clock(minute: int) -> str:
    """Minutes after midnight as a wall time: 90 is 01:30."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def days(numbers: set[int]) -> str | list[str]:
    """Days of the week by number (0 is Monday) as a shift names them."""
    names = tuple(WEEK[number] for number in sorted(numbers))
    return _NAMES.get(names, list(names))
