"""The clocks of a playbook and when each is due, by plain date arithmetic: shares nothing with the engine."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import compress, product
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tests.simulate.oracle_people import Crew, Minute, minutes, weekday
from tests.timeline.oracle import local
from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel, Target
from watchbill.model.law import GuardBands, Hold, InForce, Obligation
from watchbill.model.organization import Facts
from watchbill.model.response import Decision, Playbook
from watchbill.model.time import Calendar
from watchbill.model.types import Duration, FactTest

ONE = timedelta(days=1)
SILENT = {"target": 0, "guard": 1, "law": 1000}


class Counting(NamedTuple):
    """How a period is counted; `opened`: in the open minutes of the calendar."""

    rule: str = "elapsed"
    zone: str = "UTC"
    calendar: Calendar | None = None
    opened: bool = False


class Clock(NamedTuple):
    """What must be done within what, from which event on, and when that stands still."""

    kind: str
    id: str
    severity: str
    event: str
    within: Duration
    counting: Counting
    tests: tuple[FactTest, ...]
    holds: tuple[tuple[Hold, tuple[FactTest, ...]], ...] = ()
    # The holds of laws that turn out not to apply.
    void: tuple[tuple[Hold, tuple[FactTest, ...]], ...] = ()
    in_force: InForce | None = None
    number: int = 0

    def __hash__(self) -> int:
        return self.number

    @property
    def name(self) -> tuple[str, ...]:
        return self.kind, self.id, self.severity, str(self.within), *map(str, self.tests)


def clocks(book: Book, playbook: Playbook) -> list[Clock]:
    """Every clock that can be proven."""
    found = (*_laws(book, playbook), *_targets(book, playbook))
    return [one._replace(number=number) for number, one in enumerate(found)]


def counts(clock: Clock) -> Iterator[Clock]:
    """A clock once for each choice of the laws that hold it: the others turn out, early or late, not to apply."""
    for choice in product((True, False), repeat=len(clock.holds)):
        void = tuple(hold for hold, chosen in zip(clock.holds, choice, strict=True) if not chosen)
        if all(tests for _, tests in void):
            yield clock._replace(holds=tuple(compress(clock.holds, choice)), void=void)


def switches(book: Book) -> dict[str, frozenset[str | bool]]:
    """The facts of the organisation; one that counsel has not set counts as true."""
    all_ = (switch for one in book.all(Facts) for switch in one.switches)
    return {one.id: frozenset((one.value is not False,)) for one in all_}


def _denied(book: Book, tests: Iterable[FactTest]) -> bool:
    known = switches(book)
    return any(one.fact in known and one.value not in known[one.fact] for one in tests)


def _laws(book: Book, playbook: Playbook) -> Iterator[Clock]:
    for law in (book.get(Obligation, id) for id in playbook.obligations):
        assert law is not None
        if law.binding == "not-ours" or _denied(book, law.applies_if):
            continue
        calendar = book.get(Calendar, law.calendar) if law.calendar else None
        zone = law.timezone or (calendar.timezone if calendar else "UTC")
        how = Counting(law.counting, zone, calendar)
        holds = ((law.hold, ()),) if law.hold else ()
        base = Clock("law", law.id, "", law.starts, law.due or law.every, how, law.applies_if)  # type: ignore[arg-type]
        base = base._replace(holds=holds, in_force=law.in_force)
        if law.due and law.binding == "must":
            yield base
        bands = [band for one in book.all(GuardBands) for band in one.bands]
        for band in bands if law.every is None else ():
            if band.obligation == law.id and not _denied(book, band.only_if):
                # Days of our own are days, even where the law counts working days.
                plain = law.counting == "business-days" and band.within.unit == "d"
                counting = how._replace(rule="calendar-days") if plain else how
                tests = (*law.applies_if, *band.only_if)
                yield base._replace(
                    kind="guard", within=band.within, counting=counting, tests=tests
                )


def _targets(book: Book, playbook: Playbook) -> Iterator[Clock]:
    level = book.get(ServiceLevel, playbook.service_level)
    assert level is not None
    laws = [book.get(Obligation, id) for id in playbook.obligations]
    # A promise stands still while a law's clock is held, whatever becomes of that.
    holds = tuple(
        (law.hold.model_copy(update={"then": "resume"}), law.applies_if)
        for law in laws
        if law and law.hold and law.starts == level.starts
    )
    steps = [step for line in (playbook.steps, *playbook.lines.values()) for step in line]
    answers = [one for step in steps if isinstance(step, Decision) for one in step.answers]
    raised = [one.severity for one in answers if one.severity]
    for severity in dict.fromkeys((playbook.default_severity, *raised)):
        for milestone, target in level.targets.get(severity, {}).items():
            within, name = (
                (target.within, target.calendar)
                if isinstance(target, Target)
                else (target, level.calendar)
            )
            how = Counting()
            if name != "always":
                calendar = book.get(Calendar, name)
                assert calendar is not None
                opened = within.unit in ("s", "bd")
                how = Counting("calendar-days", calendar.timezone, calendar, opened)
            yield Clock("target", milestone, severity, level.starts, within, how, (), holds)


# When a period ends.


def due(clock: Clock, start: int, crew: Crew) -> Minute:
    """When a clock that starts at a minute is due."""
    within, how = clock.within, clock.counting
    if not how.opened:
        return _ends(start, within, how)
    assert how.calendar is not None
    opened = crew.opened(how.calendar.id)
    amount = minutes(within)
    if within.unit == "bd":
        begin = int(opened.nth(start, 0))
        amount = opened.count(begin, _ends(begin, within, how._replace(rule="business-days")))
    return opened.nth(start, amount - 1) + 1 if amount else start


def _ends(start: int, within: Duration, how: Counting) -> int:
    if within.unit == "s" or (within.unit == "d" and how.rule == "elapsed"):
        return start + minutes(within)
    begins = local(how.zone, start * 60)
    day = last_day(begins.date(), within, how)
    return max(start, first_shown(how.zone, datetime.combine(day, begins.time())))


def last_day(day: date, within: Duration, how: Counting) -> date:
    """The local day on which a period ends that an event on a local day begins."""
    if within.unit == "bd" or (within.unit == "d" and how.rule == "business-days"):
        left = within.amount
        while left:
            day += ONE
            left -= workday(how.calendar, day)
        return day
    if within.unit == "d":
        return day + ONE * within.amount
    months = day.month - 1 + within.amount * (12 if within.unit == "y" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def workday(calendar: Calendar | None, day: date) -> bool:
    """Whether a calendar works on a day; Monday to Friday where there is none."""
    if calendar is None:
        return day.weekday() < 5
    holiday = any(one.date == day for one in calendar.holidays)
    return not holiday and any(weekday(day.toordinal(), row.days) for row in calendar.hours)


@lru_cache(maxsize=1 << 16)
def first_shown(zone: str, reading: datetime) -> int:
    """The first minute at which a local clock shows a reading, or has been put past it."""
    plain = int(reading.replace(tzinfo=ZoneInfo(zone)).timestamp())
    if local(zone, plain) == reading:
        return plain // 60
    at = int((reading - timedelta(hours=26)).replace(tzinfo=UTC).timestamp())
    while local(zone, at) < reading:
        at += 60
    return at // 60


def binds(law: InForce | None, zone: str, start: int) -> bool:
    """Whether a law is in force on the local day of a minute."""
    day = local(zone, start * 60).date()
    first, last = (law.start, law.end) if law else (None, None)
    return (first is None or first <= day) and (last is None or day <= last)
