"""What a schedule's watches come to over a range: holes, who is alone, and every change of hands.

A handover is an instant at which another member leads. The time together of the two is how long their
watches overlap: the promise `overlap` is about that. A swap by an override changes the member and not the
watch, so it has no time together of its own. Whoever goes on in another shift hands nothing over.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from watchbill.model.time import Schedule
from watchbill.timeline.calendars import Calendars
from watchbill.timeline.leads import Lead, leads
from watchbill.timeline.oncall import promised
from watchbill.timeline.shifts import Watch, watches
from watchbill.timeline.shifts import cover as covered
from watchbill.timeline.spans import Span, Spans, merged, without
from watchbill.timeline.turns import handover_minute
from watchbill.timeline.zones import DAY, at_wall, reading

Stretch = TypeVar("Stretch", Watch, Lead)
# How far around a range is looked, so that the watches at its ends are whole.
_AROUND = 3 * DAY


class Handover(NamedTuple):
    """An instant at which another member leads; "" for nobody. `row` and `from_row` are shifts by place.

    `together` is how many seconds the two watches overlap around it. `swap` says that the watch is the
    same and only its member another.
    """

    at: int
    giver: str
    from_row: int
    taker: str
    row: int
    together: int
    swap: bool = False

    @property
    def judged(self) -> bool:
        """Whether one watch passes to another, so that a promised overlap concerns it."""
        return bool(self.giver and self.taker) and not self.swap


class Number(NamedTuple):
    """How many different people are on watch over [start, end)."""

    start: int
    end: int
    people: int


class Cover(NamedTuple):
    """A schedule over [start, end): what it promises and what its watches come to, cut to the range.

    A schedule that has not begun promises nothing yet: then `start` is the beginning of its first watch,
    or `end` where that lies beyond the range.
    """

    start: int
    end: int
    watches: tuple[Watch, ...]
    promised: Spans
    holes: Spans
    leads: tuple[Lead, ...]
    handovers: tuple[Handover, ...]

    @property
    def thinnest(self) -> Handover | None:
        """The handover with the least time together, the earliest of equals; None where there is none."""
        judged = (one for one in self.handovers if one.judged)
        return min(judged, key=lambda one: (one.together, one.at), default=None)

    @property
    def single(self) -> Spans:
        """When exactly one person is on watch."""
        return tuple(Span(one.start, one.end) for one in people(self.watches) if one.people == 1)


def cover_of(schedule: Schedule, calendars: Calendars, start: int, end: int) -> Cover:
    """The cover of a schedule over [start, end)."""
    around = max(_AROUND, schedule.overlap.nominal_seconds + DAY)
    whole = watches(schedule, calendars, start - around, end + around)
    found = tuple(sorted(_within(whole, start, end)))
    start = _beginning(schedule, found, start, end)
    due = promised(schedule, calendars, start, end)
    led = leads(whole)
    pieces = whole if schedule.overrides else ()
    changes = tuple(one for one in handovers(led, pieces) if start <= one.at < end)
    gaps = without(due, covered(found))
    return Cover(start, end, found, due, gaps, tuple(_within(led, start, end)), changes)


def _beginning(schedule: Schedule, found: Sequence[Watch], start: int, end: int) -> int:
    """The first watch of a schedule whose first turn lies ahead; `start` where its turns have begun."""
    if any(
        at_wall(shift.timezone, reading(shift.anchor, handover_minute(shift))) <= start
        for shift in schedule.shifts
    ):
        return start
    return found[0].start if found else end


def _within(found: Iterable[Stretch], start: int, end: int) -> Iterator[Stretch]:
    for one in found:
        if one.start < end and start < one.end:
            inside = start <= one.start and one.end <= end
            yield (
                one if inside else one._replace(start=max(one.start, start), end=min(one.end, end))
            )


def people(found: Sequence[Watch]) -> tuple[Number, ...]:
    """How many different people are on watch, from change to change, while anybody is."""
    edges = sorted(
        edge
        for watch in found
        for edge in ((watch.start, 1, watch.member), (watch.end, -1, watch.member))
    )
    on: Counter[str] = Counter()
    stretches: list[Number] = []
    since, number = 0, 0
    for instant, step, member in edges:
        if instant > since and number:
            stretches.append(Number(since, instant, number))
        since = instant
        on[member] += step
        if not on[member]:
            del on[member]
        number = len(on)
    return tuple(_runs(stretches))


def _runs(stretches: Iterable[Number]) -> Iterator[Number]:
    held: Number | None = None
    for one in stretches:
        if held and held.end == one.start and held.people == one.people:
            held = held._replace(end=one.end)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def handovers(led: Iterable[Lead], pieces: Iterable[Watch]) -> Iterator[Handover]:
    """Every change of the leading member, the first and the last included.

    `pieces` are all watches where any of them may be cut by a swap; else none need be given.
    """
    stands = _stands(pieces)
    before: Lead | None = None
    held = Span(0, 0)
    for lead in led:
        watch = lead.watch
        stand = stands.get((watch.row, watch.began)) or Span(watch.start, watch.end)
        if before is None or before.end < lead.start:
            if before:
                yield _end(before)
            yield Handover(lead.start, "", watch.row, watch.member, watch.row, 0)
        elif before.watch.member == watch.member:
            stand = Span(min(held.start, stand.start), max(held.end, stand.end))
        else:
            row = before.watch.row
            swap = row == watch.row and before.watch.began == watch.began
            both = 0 if swap else min(held.end, stand.end) - max(held.start, stand.start)
            yield Handover(
                lead.start, before.watch.member, row, watch.member, watch.row, max(0, both), swap
            )
        before, held = lead, stand
    if before:
        yield _end(before)


def _end(lead: Lead) -> Handover:
    return Handover(lead.end, lead.watch.member, lead.watch.row, "", lead.watch.row, 0)


def _stands(found: Iterable[Watch]) -> dict[tuple[int, int], Span]:
    """Each watch from opening to end, whoever stands in for a part of it, by its row and beginning."""
    stands: dict[tuple[int, int], Span] = {}
    for watch in found:
        key = (watch.row, watch.began)
        known = stands.get(key)
        stands[key] = (
            Span(min(known.start, watch.start), max(known.end, watch.end))
            if known
            else Span(watch.start, watch.end)
        )
    return stands


def presence(found: Iterable[Watch]) -> dict[str, Spans]:
    """When each member is on watch, merged, by member."""
    times: dict[str, list[Span]] = {}
    for watch in found:
        times.setdefault(watch.member, []).append(Span(watch.start, watch.end))
    return {member: merged(spans) for member, spans in sorted(times.items())}
