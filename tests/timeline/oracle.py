"""What a wall clock says, minute by minute, by zoneinfo alone: shares nothing with the engine."""

import calendar as months
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from watchbill.model.time import Calendar, Schedule, Shift

WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS = {
    "every-day": WEEK,
    "mon-fri": WEEK[:5],
    "mon-sat": WEEK[:6],
    "sat-sun": WEEK[5:],
    "sun-thu": [*WEEK[:4], "sun"],
}
MINUTE = timedelta(minutes=1)


def local(zone: str, instant: int) -> datetime:
    """The naive reading of the local clock."""
    return datetime.fromtimestamp(instant, ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def in_window(now: datetime, start: int, end: int) -> date | None:
    """The day that owns the window [start, end) in which a local clock is; None outside it."""
    minute = now.hour * 60 + now.minute
    if end > start:
        return now.date() if start <= minute < end else None
    if minute >= start:
        return now.date()
    return now.date() - timedelta(days=1) if minute < end else None


def names(days: object) -> list[str]:
    return DAYS[days] if isinstance(days, str) else list(days)  # type: ignore[call-overload]


def calendar_open(calendar: Calendar, instant: int) -> bool:
    now = local(calendar.timezone, instant)
    holidays = {holiday.date for holiday in calendar.holidays}
    for row in calendar.hours:
        day = in_window(now, row.hours.start, row.hours.end)
        if day and WEEK[day.weekday()] in names(row.days) and day not in holidays:
            return True
    return False


def shift_open(shift: Shift, calendars: dict[str, Calendar], instant: int) -> bool:
    now = local(shift.timezone, instant)
    day = in_window(now, shift.hours.start, shift.hours.end)
    if day is None:
        return False
    closed = calendars[shift.calendar].holidays if shift.calendar else ()
    holiday = any(one.date == day for one in closed)
    wanted = names(shift.days)
    if holiday and "holiday" in wanted:
        return True
    if holiday and shift.holidays == "off":
        return False
    return WEEK[day.weekday()] in wanted


def handover(shift: Shift, number: int) -> int:
    """The instant of the k-th handover: its wall time, found by looking at one minute after another."""
    at = shift.handover or f"{shift.hours.start // 60:02}:{shift.hours.start % 60:02}"
    reading = datetime.combine(shift.anchor, datetime.min.time()) + timedelta(
        hours=int(at[:2]), minutes=int(at[3:])
    )
    amount, unit = shift.turn.amount * number, shift.turn.unit
    if unit == "s":
        reading += timedelta(seconds=amount)
    elif unit == "d":
        reading += timedelta(days=amount)
    else:
        month = reading.month - 1 + amount * (12 if unit == "y" else 1)
        year, month = reading.year + month // 12, month % 12 + 1
        last = months.monthrange(year, month)[1]
        reading = reading.replace(year=year, month=month, day=min(reading.day, last))
    zone = ZoneInfo(shift.timezone)
    aware = reading.replace(tzinfo=zone)
    if local(shift.timezone, int(aware.timestamp())) == reading:
        return int(aware.timestamp())
    instant = aware.astimezone(UTC) - timedelta(hours=26)
    while local(shift.timezone, int(instant.timestamp())) < reading:
        instant += MINUTE
    return int(instant.timestamp())


def rota(shift: Shift, end: int) -> list[int]:
    """Every handover before an instant."""
    found: list[int] = []
    while (following := handover(shift, len(found))) < end:
        found.append(following)
        if not shift.turn.amount:
            break
    return found


def on_watch(
    schedule: Schedule, calendars: dict[str, Calendar], instants: range
) -> Iterator[list[str]]:
    """`shift member` of everybody on watch, sorted, at each instant."""
    rotas = {shift.id: rota(shift, instants.stop) for shift in schedule.shifts}
    for instant in instants:
        found = []
        for shift in schedule.shifts:
            turn = sum(1 for one in rotas[shift.id] if one <= instant)
            if not turn or not shift_open(shift, calendars, instant):
                continue
            who = shift.members[(turn - 1) % len(shift.members)]
            for swap in schedule.overrides:
                inside = swap.start.timestamp() <= instant < swap.end.timestamp()
                if swap.shift == shift.id and inside:
                    who = swap.member
            found.append(f"{shift.id} {who}")
        yield sorted(found)
