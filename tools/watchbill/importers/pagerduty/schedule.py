"""Layers of a schedule as shifts of ours: at no minute two of them are on, as the highest layer alone counts."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from watchbill.importers.handles import Handles
from watchbill.importers.pagerduty.export import Layer, Restriction, Roster
from watchbill.importers.week import ALWAYS, DAY, Hours, both, clock, hours, less, windows
from watchbill.timeline.zones import day_of, reading, seconds, wall

_DAY_SECONDS = 86_400


class Unsayable(Exception):
    """Our language has no words for it: which part, and why."""


class Rotation(NamedTuple):
    """Members who take turns of whole days over some hours of the week."""

    name: str
    hours: Hours
    members: tuple[str, ...]
    days: int
    anchor: str
    handover: str


def rotations(
    roster: Roster, id: str, handles: Handles, now: datetime
) -> tuple[list[Rotation], list[str]]:
    """The rotations of a schedule as it stands now, and what is to be told. Raises Unsayable."""
    found: list[Rotation] = []
    told: list[str] = []
    hidden: Hours = ()
    for number, layer in enumerate(roster.schedule_layers, 1):
        name = f"layer {number}{f' ({layer.name})' if layer.name else ''}"
        if (layer.end and layer.end <= now) or not layer.users:
            told.append(f"{name} has ended or has nobody in it, and is left out")
            continue
        if layer.start > now:
            told.append(
                f"{name} begins on {layer.start:%Y-%m-%d} and is left out; import again then"
            )
            continue
        if layer.end:
            told.append(
                f"{name} ends on {layer.end:%Y-%m-%d}; the shifts go on, take them out then"
            )
        whole = _open(layer.restrictions or (), name)
        members = handles.all((one.user.id for one in layer.users), id)
        seen = less(whole, hidden)
        if not seen:
            told.append(f"{name} is never on: the layers above it cover all of its hours")
        elif seen != whole:
            told.append(f"{name} is cut to the hours that no layer above it covers")
        if seen:
            found += _turns(layer, seen, members, roster.time_zone, name)
        hidden = hours((start, end - start) for start, end in (*hidden, *whole))
    return found, told


def _open(restrictions: Sequence[Restriction], name: str) -> Hours:
    """The hours of a layer in the week. Raises Unsayable for parts of a minute."""
    if not restrictions:
        return ALWAYS
    spans = []
    for one in restrictions:
        hour, minute, second = map(int, one.start_time_of_day.split(":"))
        if second or one.duration_seconds % 60:
            raise Unsayable(f"{name}: hours that begin or end within a minute")
        start, length = hour * 60 + minute, one.duration_seconds // 60
        if one.type == "weekly_restriction":
            if one.start_day_of_week is None:
                raise Unsayable(f"{name}: a weekly restriction without its day")
            spans.append(((one.start_day_of_week - 1) * DAY + start, length))
        else:
            spans += [(day * DAY + start, length) for day in range(7)]
    return hours(spans)


def _turns(layer: Layer, seen: Hours, members: list[str], zone: str, name: str) -> list[Rotation]:
    """A layer as rotations: one, or one for each turn of the day where a turn is shorter. Raises Unsayable."""
    begun = wall(zone, seconds(layer.rotation_virtual_start))
    length = layer.rotation_turn_length_seconds
    if begun % 60:
        raise Unsayable(f"{name}: a handover within a minute")
    if length % _DAY_SECONDS == 0:
        return [_rotation(name, seen, members, length // _DAY_SECONDS, begun)]
    if len(members) == 1:
        return [_rotation(name, seen, members, 1, begun)]
    if _DAY_SECONDS % length or length % 60:
        raise Unsayable(
            f"{name}: turns of {timedelta(seconds=length)} are neither whole days nor a part of one"
        )
    many = _DAY_SECONDS // length
    found = []
    for slot in range(many):
        at = begun + slot * length
        minute = at % _DAY_SECONDS // 60
        daily = hours((day * DAY + minute, length // 60) for day in range(7))
        # The same person has this slot again after as many days as it takes the rotation to come round.
        order = [members[(day * many + slot) % len(members)] for day in range(len(members))]
        part = both(seen, daily)
        if part:
            found.append(_rotation(f"{name}, turn {slot + 1}", part, order, 1, at))
    return found


def _rotation(name: str, seen: Hours, members: Sequence[str], days: int, begun: int) -> Rotation:
    anchor = day_of(begun)
    return Rotation(
        name, seen, _shortest(members), days, str(anchor), clock((begun - reading(anchor)) // 60)
    )


def _shortest(members: Sequence[str]) -> tuple[str, ...]:
    """An order without its repetition: a b a b is a b."""
    for size in range(1, len(members) + 1):
        if len(members) % size == 0 and list(members[:size]) * (len(members) // size) == list(
            members
        ):
            return tuple(members[:size])
    return tuple(members)


def shifts(found: Sequence[Rotation], zone: str, region: str) -> list[dict[str, Any]]:
    """Rotations as shifts, a shift for each window."""
    made: list[dict[str, Any]] = []
    for number, one in enumerate(found, 1):
        parts = windows(one.hours)
        for part, (window, days) in enumerate(parts, 1):
            shift: dict[str, Any] = {
                "id": f"layer-{number}" if len(parts) == 1 else f"layer-{number}-{part}",
                "region": region,
                "timezone": zone,
                "hours": window,
            }
            shift |= {"days": days} if days != "every-day" else {}
            shift |= {"members": list(one.members), "turn": f"{one.days}d", "from": one.anchor}
            begins = "00:00" if window == "24h" else window[:5]
            shift |= {"handover": one.handover} if one.handover != begins else {}
            made.append(shift)
    return made
