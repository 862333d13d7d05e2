"""A feed as a schedule: windows with their turns, stand-ins where these are broken, compared with the feed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from watchbill.importers.handles import Handles
from watchbill.importers.ics.feed import together
from watchbill.importers.ics.rule import Rule, most_frequent, rule_of
from watchbill.importers.ics.windows import Wall, Window, days_of, walls, week_of, windows_of
from watchbill.importers.told import Told
from watchbill.importers.watch import Head, Stand, different, document, instant, read, swaps
from watchbill.importers.week import ALWAYS, DAY, clock
from watchbill.importers.week import days as day_names
from watchbill.model.time import Schedule
from watchbill.timeline.spans import Span
from watchbill.timeline.zones import day_of, wall


class Wish(NamedTuple):
    """What the schedule is to be: the feed's file, the head, the region with its clock, and the range."""

    file: str
    head: Head
    region: str
    zone: str
    span: Span


class Carried(NamedTuple):
    """The schedule as data, or "" and why there is none; the list."""

    data: dict[str, Any]
    why: str
    told: tuple[Told, ...]


class _Turn(NamedTuple):
    window: Window
    rule: Rule


def carry(found: Sequence[Stand], wish: Wish, handles: Handles) -> Carried:
    """A schedule that says what a feed says over the range, minute by minute; what it cannot say is told."""
    if not found:
        return Carried({}, "nobody is on call in that range", ())
    both = together(found)
    if both:
        when = f"at {instant(both[1].start)}"
        return Carried({}, f"two people are on call at once {when}; import one feed for each", ())
    told: list[Told] = []
    known = [one._replace(member=handles.of(one.member, wish.head.id)) for one in found]
    seen = walls(known, wish.zone)
    first, last = (wall(wish.zone, edge) for edge in wish.span)
    week = week_of(seen, day_of(first), day_of(last))
    turns = [
        _turn(window, list(_standing(window, seen, first, last)), wish, told)
        for window in windows_of(seen, week)
    ]
    shifts = _shifts([one for one in turns if one], wish)
    made = document(wish.head, shifts, always=week == ALWAYS)
    schedule = read(made)
    if isinstance(schedule, str):
        return Carried({}, schedule, tuple(told))
    return _proven(made, schedule, known, wish, told)


def _standing(
    window: Window, seen: Sequence[Wall], first: int, last: int
) -> Iterator[tuple[date, str]]:
    """Each day of a window with whoever is on for the most of it."""
    at = 0
    for day in days_of(window, first, last):
        start, end = window.on(day)
        while at < len(seen) and seen[at].end <= start:
            at += 1
        shares: Counter[str] = Counter()
        for one in seen[at:]:
            if one.start >= end:
                break
            shares[one.member] += min(one.end, end) - max(one.start, start)
        if shares:
            yield day, min(shares, key=lambda member: (-shares[member], member))


def _turn(
    window: Window, found: list[tuple[date, str]], wish: Wish, told: list[Told]
) -> _Turn | None:
    """A window with its rule; where there is none, with one member, and everybody else stands in."""
    if not found:
        return None
    rule = rule_of(found)
    if rule is None:
        hours = f"{clock(window.start)} for {window.length // 60} h"
        told.append(
            Told(
                wish.file,
                0,
                "",
                f"no rule is behind the watches from {hours}: all others are stand-ins",
            )
        )
        rule = most_frequent(found)
    return _Turn(window, rule)


def _shifts(turns: Sequence[_Turn], wish: Wish) -> list[dict[str, Any]]:
    made = []
    for number, (window, rule) in enumerate(turns, 1):
        end = (window.start + window.length) % DAY
        whole = window.start == 0 and window.length == DAY
        closes = "24:00" if end == 0 and window.length < DAY else clock(end)
        shift: dict[str, Any] = {
            "id": f"watch-{number}",
            "region": wish.region,
            "timezone": wish.zone,
            "hours": "24h" if whole else f"{clock(window.start)}-{closes}",
        }
        names = day_names(set(window.days))
        shift |= {"days": names} if names != "every-day" else {}
        shift |= {"members": list(rule.members), "turn": f"{rule.days}d", "from": str(rule.anchor)}
        made.append(shift)
    return made


def _proven(
    made: dict[str, Any], schedule: Schedule, known: Sequence[Stand], wish: Wish, told: list[Told]
) -> Carried:
    """The schedule with its stand-ins, compared with the feed; what stays different is told."""
    wanted = [part for part in different(schedule, known, wish.span) if part.theirs]
    swapped, _ = swaps(schedule, _joined(Stand(one.start, one.end, one.theirs) for one in wanted))
    made |= {"overrides": swapped} if swapped else {}
    final = read(made)
    if isinstance(final, str):
        return Carried({}, final, tuple(told))
    left = list(different(final, known, wish.span))
    for one in left:
        when = f"from {instant(one.start)} to {instant(one.end)}"
        ours = f"the schedule has {one.ours}" if one.ours else "the schedule has no watch"
        theirs = one.theirs or "nobody"
        told.append(Told(wish.file, 0, "", f"{when} the feed has {theirs}, {ours}"))
    span = f"from {instant(wish.span.start)} to {instant(wish.span.end)}"
    but = ", but for what stands above" if left else ""
    swaps_said = f", {len(swapped)} of them by stand-ins" if swapped else ""
    told.append(
        Told(wish.file, 0, "", f"says the same as the feed at every minute {span}{but}{swaps_said}")
    )
    return Carried(made, "", tuple(told))


def _joined(found: Iterator[Stand]) -> list[Stand]:
    """Stands in order, those that touch and are of one member as one."""
    whole: list[Stand] = []
    for one in found:
        if whole and whole[-1].member == one.member and whole[-1].end == one.start:
            whole[-1] = whole[-1]._replace(end=one.end)
        else:
            whole.append(one)
    return whole
