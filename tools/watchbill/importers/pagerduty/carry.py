"""An export as documents of ours: the schedules, the paths for the matrix, the list, the handles."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from watchbill.importers.handles import Handles
from watchbill.importers.pagerduty.export import Entry, Export, Policy, Roster
from watchbill.importers.pagerduty.policy import length, path_of
from watchbill.importers.pagerduty.schedule import Unsayable, rotations, shifts
from watchbill.importers.told import Told
from watchbill.importers.watch import Head, Stand, differs, document, instant, read, swaps
from watchbill.importers.week import ALWAYS, hours
from watchbill.load.markdown import slug
from watchbill.load.text import shown
from watchbill.model.time import Schedule
from watchbill.model.types import zones
from watchbill.timeline.spans import Span
from watchbill.timeline.zones import seconds

_MOST_DAYS = 800


class Wish(NamedTuple):
    """Whose the schedules are, and what the book has. `regions` has a region by its zone, `roles` by its schedule.

    `region` and `answers` may be "", `taken` has the files of the book's schedules by id.
    """

    file: str
    owner: str
    region: str
    answers: str
    regions: Mapping[str, str]
    roles: Mapping[str, str]
    taken: Mapping[str, str]
    now: datetime


class Carried(NamedTuple):
    """What came of an export: schedules by id, paths by name, the list, and what could not be said at all."""

    schedules: dict[str, dict[str, Any]]
    paths: dict[str, dict[str, Any]]
    told: tuple[Told, ...]
    left: tuple[Told, ...]


def carry(export: Export, wish: Wish, handles: Handles) -> Carried:
    """Carries over what our language can say; the rest is in `left`, whole schedules and policies."""
    told: list[Told] = []
    left: list[Told] = []
    schedules: dict[str, dict[str, Any]] = {}
    roles: dict[str, str] = {}
    for roster in export.rosters:
        id = slug(roster.name)
        name = shown(roster.name, 80)
        there = id in schedules or id in wish.taken
        made = (
            f"there is a schedule `{id}` already"
            if there
            else _tried(roster, id, wish, handles, export)
        )
        if isinstance(made, str):
            left.append(Told(wish.file, 0, name, f"is not imported: {made}"))
            continue
        schedules[id] = made.data
        roles[roster.id] = wish.roles.get(id, id)
        told += [Told(wish.file, 0, name, one) for one in made.told]
        if id not in wish.roles:
            now = f"needs a role: add `{id}` to the roles of the organization, staffed_by `{id}`"
            told.append(Told(wish.file, 0, name, now))
    paths: dict[str, dict[str, Any]] = {}
    for policy in export.policies:
        _take(policy, wish, roles, paths, (told, left))
    return Carried(schedules, paths, tuple(told), tuple(left))


def _take(
    policy: Policy,
    wish: Wish,
    roles: Mapping[str, str],
    paths: dict[str, dict[str, Any]],
    lists: tuple[list[Told], list[Told]],
) -> None:
    path, name, shown_as = path_of(policy, roles), slug(policy.name), shown(policy.name, 80)
    lists[0].extend(Told(wish.file, 0, shown_as, one) for one in path.told)
    if path.path is None or name in paths:
        why = "there is no path for it" if path.path is None else f"there are two `{name}`"
        lists[1].append(Told(wish.file, 0, shown_as, f"is not imported: {why}"))
    else:
        paths[name] = path.path


class _Made(NamedTuple):
    data: dict[str, Any]
    told: list[str]


def _tried(roster: Roster, id: str, wish: Wish, handles: Handles, export: Export) -> _Made | str:
    """A schedule, or in words why there is none."""
    try:
        made, told, schedule = _planned(roster, id, wish, handles, export.policies)
        outside: list[Stand] = []
        if roster.overrides_subschedule:
            entries = roster.overrides_subschedule.rendered_schedule_entries
            swapped, outside = swaps(schedule, _stands(entries, id, handles, wish.now))
            made |= {"overrides": swapped} if swapped else {}
            told += [_outside(one) for one in outside]
            schedule = _read(made)
        if roster.final_schedule:
            entries = roster.final_schedule.rendered_schedule_entries
            told += _compared(schedule, _stands(entries, id, handles, wish.now), outside)
    except Unsayable as error:
        return str(error)
    return _Made(made, told)


def _planned(
    roster: Roster, id: str, wish: Wish, handles: Handles, policies: tuple[Policy, ...]
) -> tuple[dict[str, Any], list[str], Schedule]:
    """A schedule without its stand-ins, as data and as a model, and what is told. Raises Unsayable."""
    zone = roster.time_zone
    if zone not in zones():
        raise Unsayable(f"`{shown(zone)}` is no zone of the tz database")
    region = wish.region or wish.regions.get(zone, "")
    if not region:
        raise Unsayable(f"no single region of the book has the clock {zone}; say --region")
    found, told = rotations(roster, id, handles, wish.now)
    if not found:
        raise Unsayable("nobody is on call in it")
    cover = hours((start, end - start) for one in found for start, end in one.hours)
    answers = wish.answers or _answers(roster, policies)
    if not answers:
        answers = "15m"
        told.append("has no policy that pages it, so `answers_within` is 15m; say --answers-within")
    title = " ".join(shown(roster.name, 300).split())
    head = Head(id, title, wish.owner, answers)
    made = document(head, shifts(found, zone, region), always=cover == ALWAYS)
    return made, told, _read(made)


def _read(made: dict[str, Any]) -> Schedule:
    schedule = read(made)
    if isinstance(schedule, str):
        raise Unsayable(schedule)
    return schedule


def _compared(schedule: Schedule, stands: list[Stand], outside: list[Stand]) -> list[str]:
    """What is told of the schedule as the source computed it. Raises Unsayable where that is another."""
    if not stands:
        return []
    span = Span(stands[0].start, max(one.end for one in stands))
    other = differs(schedule, stands, span, outside)
    if other:
        when = f"from {instant(other.start)} to {instant(other.end)}"
        raise Unsayable(f"its final schedule has another on call {when}")
    return [f"says what its final schedule says from {instant(span.start)} to {instant(span.end)}"]


def _answers(roster: Roster, policies: tuple[Policy, ...]) -> str:
    """The shortest time from the page of a schedule to that of the next level; "" where no policy pages it."""
    delays = [
        rule.escalation_delay_in_minutes
        for policy in policies
        for rule in policy.escalation_rules
        if any(target.id == roster.id for target in rule.targets)
    ]
    return length(min(delays)) if delays else ""


def _stands(
    entries: tuple[Entry, ...] | None, id: str, handles: Handles, now: datetime
) -> list[Stand]:
    """Entries that are not over yet, in order. Raises Unsayable for what lies years ahead."""
    ahead = [one for one in entries or () if one.user and one.end > now]
    if any((one.end - now).days > _MOST_DAYS for one in ahead):
        raise Unsayable(f"an entry of it ends more than {_MOST_DAYS} days ahead")
    return sorted(
        Stand(seconds(max(one.start, now)), seconds(one.end), handles.of(one.user.id, id))
        for one in ahead
        if one.user
    )


def _outside(one: Stand) -> str:
    return (
        f"has a stand-in from {instant(one.start)} to {instant(one.end)} when nobody is on call;"
        " an override of ours needs a watch, so it is left out"
    )
