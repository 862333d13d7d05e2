"""A feed as a schedule: windows with their turns, stand-ins where these are broken, compared with the feed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from watchbill.importers.handles import Handles
from watchbill.importers.ics.feed import Event, merged, together
from watchbill.importers.ics.rule import Rule, cost, most_frequent, rule_of
from watchbill.importers.ics.windows import Wall, Window, days_of, walls, week_of, windows_of
from watchbill.importers.told import Told
from watchbill.importers.watch import Head, Stand, different, document, instant, read, swaps
from watchbill.importers.week import DAY, clock
from watchbill.importers.week import days as day_names
from watchbill.model.time import Schedule
from watchbill.timeline.spans import Span, without
from watchbill.timeline.spans import merged as spans_merged
from watchbill.timeline.zones import day_of, wall

_WEEK, _WEEKEND = frozenset(range(5)), frozenset((5, 6))


class Wish(NamedTuple):
    """What the schedule is to be: the feed's file, the head, the range, the clock of events without one, its region.

    `regions` has a region by its clock, for events on the clock of another.
    """

    file: str
    head: Head
    region: str
    zone: str
    span: Span
    regions: Mapping[str, str]


class Carried(NamedTuple):
    """The schedule as data, or why there is none; the list."""

    data: dict[str, Any]
    why: str
    told: tuple[Told, ...]


class _Turn(NamedTuple):
    window: Window
    rule: Rule


class _Track(NamedTuple):
    """Watches of which no two are at once, on one clock."""

    zone: str
    stands: list[Stand]


def carry(found: Sequence[Event], wish: Wish, handles: Handles) -> Carried:
    """A schedule that says what a feed says over the range, minute by minute; what it cannot say is told."""
    told: list[Told] = []
    span = _said(found, wish, told)
    if span is None:
        return Carried({}, "nobody is on call in that range", ())
    known = [one._replace(member=handles.of(one.member, wish.head.id)) for one in found]
    cut = [
        one._replace(start=max(one.start, span.start), end=min(one.end, span.end)) for one in known
    ]
    tracks = _tracks(known, cut, wish)
    if isinstance(tracks, str):
        return Carried({}, tracks, tuple(told))
    shifts: list[dict[str, Any]] = []
    overrides: list[dict[str, Any]] = []
    for track in tracks:
        own = _shifts(track, span, wish, len(shifts), told)
        shifts += own
        overrides += _stand_ins(own, track, span, wish)
    everybody = merged(one.stand for one in cut)
    always = not without((span,), spans_merged(one[:2] for one in everybody))
    made = document(wish.head, shifts, always=always)
    made |= {"overrides": overrides} if overrides else {}
    final = read(made)
    if isinstance(final, str):
        return Carried({}, final, tuple(told))
    _compare(final, everybody, span, wish, told)
    return Carried(made, "", tuple(told))


def _said(found: Sequence[Event], wish: Wish, told: list[Told]) -> Span | None:
    """The range, cut to what the feed has events for; None where it has none."""
    if not found:
        return None
    first, last = min(one.start for one in found), max(one.end for one in found)
    span = Span(max(wish.span.start, first), min(wish.span.end, last))
    if span != wish.span:
        when = f"from {instant(span.start)} to {instant(span.end)}"
        told.append(Told(wish.file, 0, "", f"has events only {when}"))
    return span


def _tracks(known: Sequence[Event], cut: Sequence[Event], wish: Wish) -> list[_Track] | str:
    """The watches as one track; where two are at once, a track for each hour and length that they have. Or why not."""
    whole = merged(one.stand for one in cut)
    both = together(whole)
    named = {one.zone for one in known if one.zone}
    if not both:
        zone = named.pop() if len(named) == 1 else wish.zone
        return [_Track(zone if wish.regions.get(zone) else wish.zone, whole)]
    found: dict[tuple[str, int, int], list[Stand]] = {}
    for event, inside in zip(known, cut, strict=True):
        zone = event.zone if wish.regions.get(event.zone) else wish.zone
        start, end = (wall(zone, edge) for edge in (event.start, event.end))
        found.setdefault((zone, start % 86_400, end - start), []).append(inside.stand)
    tracks = [_Track(key[0], merged(stands)) for key, stands in sorted(found.items())]
    if any(together(track.stands) for track in tracks):
        at = instant(both[1].start)
        return (
            f"two people are on call at once at {at}, in the same hours; import one feed for each"
        )
    return tracks


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


def _turns(
    window: Window, found: list[tuple[date, str]], wish: Wish, told: list[Told]
) -> list[_Turn]:
    """A window with its rule; weekdays and weekends apart where that says it better.

    Where there is no rule, with one member, and everybody else stands in.
    """
    if not found:
        return []
    whole = rule_of(found)
    parts = [window._replace(days=window.days & days) for days in (_WEEK, _WEEKEND)]
    apart = [(part, [one for one in found if one[0].weekday() in part.days]) for part in parts]
    rules = [(part, rule_of(own)) for part, own in apart if own]
    if len(rules) == 2 and all(rule for _, rule in rules):
        price = sum(cost(rule)[0] for _, rule in rules if rule)
        if whole is None or price < cost(whole)[0]:
            return [_Turn(part, rule) for part, rule in rules if rule]
    if whole is None:
        hours = f"{clock(window.start)}-{clock((window.start + window.length) % DAY)}"
        now = f"no turns are behind the watches {hours}: all but one are stand-ins"
        told.append(Told(wish.file, 0, "", now))
        whole = most_frequent(found)
    return [_Turn(window, whole)]


def _shifts(
    track: _Track, span: Span, wish: Wish, before: int, told: list[Told]
) -> list[dict[str, Any]]:
    """The shifts of a track, numbered on from those before it."""
    seen = walls(track.stands, track.zone)
    first, last = (wall(track.zone, edge) for edge in span)
    week = week_of(seen, day_of(first), day_of(last))
    turns = [
        turn
        for window in windows_of(seen, week)
        for turn in _turns(window, list(_standing(window, seen, first, last)), wish, told)
    ]
    made = []
    for number, (window, rule) in enumerate(turns, before + 1):
        end = (window.start + window.length) % DAY
        whole = window.start == 0 and window.length == DAY
        closes = "24:00" if end == 0 and window.length < DAY else clock(end)
        shift: dict[str, Any] = {
            "id": f"watch-{number}",
            "region": wish.region if track.zone == wish.zone else wish.regions[track.zone],
            "timezone": track.zone,
            "hours": "24h" if whole else f"{clock(window.start)}-{closes}",
        }
        names = day_names(set(window.days))
        shift |= {"days": names} if names != "every-day" else {}
        shift |= {"members": list(rule.members), "turn": f"{rule.days}d", "from": str(rule.anchor)}
        made.append(shift)
    return made


def _stand_ins(
    shifts: list[dict[str, Any]], track: _Track, span: Span, wish: Wish
) -> list[dict[str, Any]]:
    """Overrides for all who are on in a track and not in its shifts."""
    alone = read(document(wish.head, shifts, always=True))
    if isinstance(alone, str):
        return []
    found = different(alone, track.stands, span)
    made, _ = swaps(alone, _joined(Stand(*one[:2], one.theirs) for one in found if one.theirs))
    return made


def _compare(
    final: Schedule, everybody: Sequence[Stand], span: Span, wish: Wish, told: list[Told]
) -> None:
    """Compares the schedule with the feed; what stays different is told."""
    left = list(different(final, everybody, span))
    for one in left:
        when = f"from {instant(one.start)} to {instant(one.end)}"
        ours = f"the schedule has {one.ours}" if one.ours else "the schedule has no watch"
        now = f"{when} the feed has {one.theirs or 'nobody'}, {ours}"
        told.append(Told(wish.file, 0, "", now))
    but = ", but for what stands above" if left else ""
    when = f"from {instant(span.start)} to {instant(span.end)}"
    by = f", with {len(final.overrides)} stand-ins" if final.overrides else ""
    told.append(
        Told(wish.file, 0, "", f"is the same as the schedule at every minute {when}{but}{by}")
    )


def _joined(found: Iterator[Stand]) -> list[Stand]:
    """Stands in order, those that touch and are of one member as one."""
    whole: list[Stand] = []
    for one in found:
        if whole and whole[-1].member == one.member and whole[-1].end == one.start:
            whole[-1] = whole[-1]._replace(end=one.end)
        else:
            whole.append(one)
    return whole
