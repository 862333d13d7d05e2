"""What a schedule or a vendor comes to over a range, as text: map, holes, who leads when, loads, holidays."""

from collections.abc import Iterator, Sequence

from watchbill.report.coverage_map import clock_changes, map_lines
from watchbill.report.coverage_now import Asked, now_lines
from watchbill.timeline.spans import Span, total
from watchbill.timeline.spoken import brief, brief_day, clock, length, stretch
from watchbill.timeline.survey import Survey
from watchbill.timeline.zones import DAY, day_of, wall

# Lines of a list that are shown without asking for all; who leads in a week is shown whole.
MOST, WEEK = 12, 7 * DAY


def text(surveys: Sequence[Survey], asked: Asked) -> str:
    """The surveys one below the other."""
    return "\n".join("".join(f"{line}\n" for line in _lines(one, asked)) for one in surveys)


def _lines(survey: Survey, asked: Asked) -> Iterator[str]:
    zone, tz, _, every = asked
    yield f"{survey.id}: {survey.title}"
    yield f"Promised: {survey.promise}"
    yield f"From {brief(zone, survey.start)} to {brief(zone, survey.end)} {zone}; tz database {tz}"
    if survey.start < survey.begins:
        yield f"Begins {brief(zone, survey.begins)} {zone}; nobody is on watch before"
    yield from now_lines(survey, asked)
    yield ""
    yield from map_lines(survey, zone)
    yield from _list(
        "Changes of clocks (the head above is the first day)", list(clock_changes(survey)), every
    )
    yield ""
    yield from hole_lines(survey, zone, every)
    if survey.leads:
        # By the wall: the week in which a clock goes back is an hour longer, and a week all the same.
        whole = every or wall(zone, survey.end) - wall(zone, survey.start) <= WEEK
        yield from _list(_leads_head(survey, asked), _leads(survey, asked), whole)
        yield f"{len(survey.handovers)} handovers in the range. {_thinnest(survey, zone)}"
        yield from _totals(survey)
        yield from _list("Load (in the range)", _loads(survey), every=True)
    yield from _list("Languages", _languages(survey, zone), every=True)
    yield from _list("Holidays", _holidays(survey), every)


def _list(head: str, lines: Sequence[str], every: bool) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield head
    shown = lines if every or len(lines) <= MOST else lines[:MOST]
    yield from (f"  {line}" for line in shown)
    if len(shown) < len(lines):
        yield f"  and {len(lines) - len(shown)} more: --all, or a range of a week"


def hole_lines(survey: Survey, zone: str, every: bool) -> Iterator[str]:
    """The holes from the beginning of the range on, in words; what was never promised apart."""
    last = local_day(zone, survey.until)
    if not survey.ahead:
        yield f"Holes: none from the beginning of the range until {last}"
    else:
        number = len(survey.ahead)
        longest = max(survey.ahead, key=lambda one: (one.length, -one.start))
        yield (
            f"Holes until {last}: {number}, {length(total(survey.ahead))} in all, the longest"
            f" {length(longest.length)} from {brief(zone, longest.start)}"
        )
        yield f"  {len(survey.holes) or 'none'} of them in the days above"
        shown = survey.ahead if every else survey.ahead[:5]
        yield from (f"  {stretch(zone, hole)}{_elsewhere(survey, zone, hole)}" for hole in shown)
        if len(shown) < number:
            yield f"  and {number - len(shown)} more: --all"
    if survey.open:
        yield (
            f"Nobody there, and nobody promised: {length(total(survey.open))} in the range;"
            f" first {stretch(zone, survey.open[0])}"
        )


def _elsewhere(survey: Survey, zone: str, hole: Span) -> str:
    """When a stretch begins on the clocks of the other places."""
    here = wall(zone, hole.start) // DAY
    said = []
    for place in survey.places:
        shown = wall(place.zone, hole.start)
        day = f"{brief_day(day_of(shown))[:3]} " if shown // DAY != here else ""
        said.extend([f"{day}{clock(shown % DAY)} {place.name}"] if place.zone != zone else [])
    return f" = from {', '.join(said)}" if said else ""


def local_day(zone: str, at: int) -> str:
    """The local day of an instant."""
    return brief(zone, at).rpartition(" ")[0]


def _leads_head(survey: Survey, asked: Asked) -> str:
    zone, since = asked.zone, _since(survey, asked)
    begun = f" from {brief(zone, since)} on" if since > survey.start else ""
    others = ", ".join(place.name for place in survey.places if place.zone != zone)
    return f"Who leads{begun or ', from when'} ({zone}{f'; then {others}' if others else ''})"


def _since(survey: Survey, asked: Asked) -> int:
    """From when on who leads is listed: since whoever leads now began, unless all is asked for."""
    if asked.every:
        return survey.start
    now = (one.start for one in survey.leads if one.start <= asked.now < one.end)
    return next(now, survey.start)


def _leads(survey: Survey, asked: Asked) -> list[str]:
    """A line for each change: from when, in every place, who, on which shift, and the time together."""
    lines, zone, since = list[str](), asked.zone, _since(survey, asked)
    together = {one.at: one for one in survey.handovers}
    names = [lead.watch.member for lead in survey.leads]
    wide = max(map(len, names), default=0)
    before = 0
    for lead in (one for one in survey.leads if one.start >= since):
        if before and lead.start > before:
            lines.append(f"{_when(survey, zone, before)}  nobody")
        before = lead.end
        change = together.get(lead.start)
        words = f"{lead.watch.member:<{wide}}  {lead.watch.shift}"
        if change and change.judged:
            words += f", {length(change.together)} together with {change.giver}"
        elif change and change.swap:
            words += f", stands in for {change.giver}"
        lines.append(f"{_when(survey, zone, lead.start)}  {words}".rstrip())
    if before < survey.end:
        lines.append(f"{_when(survey, zone, before)}  nobody")
    return lines


def _when(survey: Survey, zone: str, at: int) -> str:
    others = " ".join(
        clock(wall(place.zone, at) % DAY) for place in survey.places if place.zone != zone
    )
    return f"{brief(zone, at):<21} {others}"


def _thinnest(survey: Survey, zone: str) -> str:
    one = survey.thinnest
    if one is None:
        return "No watch passes to another."
    least = f"The shortest of all until {local_day(zone, survey.until)}: {length(one.together)}"
    promised = f"; {length(survey.overlap)} promised" if survey.overlap else ""
    return (
        f"{least} together from {brief(zone, one.at)} {zone} on,"
        f" when {one.giver} hands over to {one.taker}{promised}"
    )


def _totals(survey: Survey) -> Iterator[str]:
    covered = sum(one.end - one.start for one in survey.numbers)
    alone = sum(one.end - one.start for one in survey.numbers if one.people == 1)
    most = max((one.people for one in survey.numbers), default=0)
    yield (
        f"Covered {length(covered)}; one person alone {length(alone)}; at most {most} at once;"
        f" holes in the range {length(total(survey.holes))}"
    )


def _loads(survey: Survey) -> list[str]:
    if not survey.loads:
        return []
    wide = max(len(one.member) for one in survey.loads)
    whole = sum(one.seconds for one in survey.loads)
    return [
        f"{one.member:<{wide}}  {one.seconds / 3600:7.1f} h {100 * one.seconds / whole:5.1f} %"
        f"  night {one.night / 3600:6.1f} h  weekend {one.weekend / 3600:6.1f} h"
        f"  least rest {length(one.rest) if one.rest is not None else 'one watch only'}"
        for one in survey.loads
    ]


def _languages(survey: Survey, zone: str) -> list[str]:
    lines = []
    for one in survey.languages:
        if not one.holes:
            lines.append(f"{one.language}: always, at {', '.join(one.sites)}")
            continue
        stated = "not all stated" if one.unstated else "stated"
        lines.append(
            f"{one.language}: at {', '.join(one.sites)}; nobody for {length(total(one.holes))}"
            f" in the range, {stated}; first {stretch(zone, one.holes[0])}"
        )
    return lines


def _holidays(survey: Survey) -> list[str]:
    return [
        f"{brief_day(one.day)}  {one.name} ({', '.join(one.calendars)}"
        f"{'; estimated, may move' if one.estimated else ''})"
        for one in survey.holidays
    ]
