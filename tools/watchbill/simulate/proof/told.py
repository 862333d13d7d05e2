"""A worst minute in a sentence that a lead can follow by hand: when, who, and each length that adds up."""

from collections.abc import Iterator

from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.time import Schedule, Shift
from watchbill.simulate.proof.account import Account, Leg
from watchbill.simulate.proof.alarms import Alarm
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.people import People
from watchbill.simulate.proof.slack import Worst
from watchbill.simulate.proof.when import FAR, MINUTE, at, first_minute
from watchbill.timeline import spoken
from watchbill.timeline.spans import Span, Spans
from watchbill.timeline.track import NEVER
from watchbill.timeline.zones import DAY, wall


def name(clock: Clock) -> str:
    """A clock with its length: the law, our limit for it, or a milestone of a severity."""
    if clock.kind == "guard":
        return f"our limit of {clock.within} for `{clock.id}`"
    if clock.kind == "law":
        return f"`{clock.id}` ({clock.within})"
    return f"{clock.severity} `{clock.id}` ({clock.within})"


def by_how_much(worst: Worst) -> str:
    """`is 10 min late`, `has 5 min left`, `is never met`."""
    return left(worst.slack)


def left(slack: int) -> str:
    """The same of a slack in seconds."""
    if slack < -FAR:
        return "is never met"
    if slack < 0:
        return f"is {spoken.length(-slack)} late"
    return f"has {spoken.length(slack)} left" if slack else "is met at the last minute"


def when(book: Book, people: People, worst: Worst, told: Account, whole: Span) -> str:
    """The first stretch of starts at which it comes to that, and how many more there are."""
    if worst.shared == whole.length // MINUTE:
        return f"at whatever minute {worst.since} comes" if worst.since else "at every minute"
    event = f"where {worst.since} comes on " if worst.since else ""
    return event + _spans(_minutes(worst.starts), *clock_of(book, people, told))


def alarm(book: Book, people: People, found: Alarm) -> str:
    """At which minutes an alarm that nobody hears falls, first of all."""
    spans = [
        Span(at(found.falls, start), at(found.falls, end - MINUTE) + MINUTE)
        for start, end in _minutes(found.starts)
    ]
    shift = _shift(people, found.role, people.answered(found.role, spans[0].start))
    zone, place = _clock(book, shift) if shift else ("UTC", "UTC")
    begin = spoken.instant(zone, first_minute(found.starts), place)
    return f"{_spans(spans, zone, place)}, where the case begins {begin}"


def _spans(spans: list[Span], zone: str, place: str) -> str:
    first, rest = spans[0], spans[1:]
    words = (
        _instant(zone, first.start, place)
        if first.length == MINUTE
        else spoken.stretch(zone, first, place)
    )
    return words + (f"; also {spoken.others(zone, rest)}" if rest else "")


def _instant(zone: str, at: int, place: str) -> str:
    words = spoken.instant(zone, at, place)
    if zone == "UTC":
        return words
    utc = spoken.instant("UTC", at).removesuffix(" UTC")
    day = spoken.instant(zone, at, place).partition(" 20")[0]
    return f"{words} ({utc.rpartition(' ')[2] if utc.startswith(day) else utc} UTC)"


def _minutes(starts: Spans) -> list[Span]:
    """The spans, each from its first whole minute to behind its last."""
    found = []
    for span in starts:
        first = first_minute((span,))
        if first != NEVER:
            found.append(Span(first, -(-span.end // MINUTE) * MINUTE))
    return found


def sum_of(told: Account, zone: str) -> str:
    """Every length on the way, and what they add up to beside what was due."""
    parts = list(_parts(told, zone))
    word = "held" if told.held else "done"
    done, due = _after(word, told.met - told.start), _after("due", told.due - told.start)
    since = told.begins - told.start
    if since:
        due += f" ({'starts after' if since > 0 else 'had run for'} {spoken.length(abs(since))})"
    return f"{' + '.join(parts)}: {done}, {due}"


def _after(word: str, length: int) -> str:
    return f"{word} after {spoken.length(length)}" if length < FAR else f"never {word}"


def _parts(told: Account, zone: str) -> Iterator[str]:
    for leg in told.legs:
        words = _leg(leg, zone)
        if leg.why == "answer" and told.paging is not None:
            quiet = len({page.level for page in told.paging.pages if page.answers is None})
            if quiet:
                words += f" ({quiet} level{'s' * (quiet > 1)} without an answer)"
        yield words


def _leg(leg: Leg, zone: str) -> str:
    if leg.why == "work":
        return _worked(leg)
    if leg.why == "closed":
        if leg.end >= FAR:
            return f"nobody at `{leg.role}` ever again"
        until = spoken.clock(wall(zone, leg.end) % DAY)
        return f"{spoken.length(leg.length)} with nobody at `{leg.role}` until {until}"
    what = {
        "answer": f"until `{leg.role}` answers",
        "call": f"until `{leg.role}` is there",
        "later": f"before `{leg.step}` may begin",
        "line": f"that `{leg.step}` waits for a line",
    }
    return f"{spoken.length(leg.length)} {what[leg.why]}"


def _worked(leg: Leg) -> str:
    words = f"`{leg.step}` {spoken.length(leg.takes)}"
    if leg.end >= FAR:
        return f"{words} that never end, as `{leg.role}` is closed"
    paused = leg.length - leg.takes
    return f"{words} with {spoken.length(paused)} of pause" if paused > 0 else words


# Whose clock is told.


def clock_of(book: Book, people: People, told: Account) -> tuple[str, str]:
    """The zone and the place of whoever is waited for, else of whoever is paged first; else UTC."""
    waits = [(leg.role.partition(" ")[0], leg.end) for leg in told.legs if leg.why == "closed"]
    pages = [(page.role, page.at) for page in told.paging.pages] if told.paging else []
    works = [(leg.role.partition(" ")[0], leg.start) for leg in told.legs if leg.why == "work"]
    for role, instant in (*waits, *pages, *works):
        shift = _shift(people, role, instant)
        if shift is not None:
            return _clock(book, shift)
    return "UTC", "UTC"


def _clock(book: Book, shift: Shift) -> tuple[str, str]:
    region = book.regions().get(shift.region)
    if region is not None and region.timezone == shift.timezone:
        return shift.timezone, region.hub
    return shift.timezone, spoken.town(shift.timezone)


def _shift(people: People, role: str, instant: int) -> Shift | None:
    by: Document | None = people.staff(role)
    lead = people.lead(role, instant)
    if lead is None or not isinstance(by, Schedule):
        return None
    return next((shift for shift in by.shifts if shift.id == lead.shift), None)
