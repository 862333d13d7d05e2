"""Who is there and who leads, minute by minute, by stepping: shares nothing with the engine."""

from typing import NamedTuple

from tests.timeline import oracle
from watchbill.model.time import Calendar, Schedule

# Windows and turns of the cases last no longer than this.
BEFORE = 50 * 3600


class Minute(NamedTuple):
    """Everybody on watch as (shift, member), who leads, and whether somebody was promised."""

    on: frozenset[tuple[str, str]]
    lead: str
    promised: bool


def minutes(
    schedule: Schedule, calendars: dict[str, Calendar], start: int, end: int
) -> dict[int, Minute]:
    """Every minute of [start, end)."""
    rotas = {shift.id: oracle.rota(shift, end) for shift in schedule.shifts}
    since: dict[str, tuple[int, int]] = {}
    found = {}
    for instant in range(start - BEFORE, end, 60):
        on, leads = [], []
        for row, shift in enumerate(schedule.shifts):
            turn = sum(1 for one in rotas[shift.id] if one <= instant)
            if not turn or not oracle.shift_open(shift, calendars, instant):
                since.pop(shift.id, None)
                continue
            if since.get(shift.id, (0, 0))[0] != turn:
                since[shift.id] = (turn, instant)
            who = shift.members[(turn - 1) % len(shift.members)]
            for swap in schedule.overrides:
                if (
                    swap.shift == shift.id
                    and swap.start.timestamp() <= instant < swap.end.timestamp()
                ):
                    who = swap.member
            on.append((shift.id, who))
            leads.append((-since[shift.id][1], row, who))
        if instant >= start:
            lead = min(leads)[2] if leads else ""
            found[instant] = Minute(frozenset(on), lead, _promised(schedule, calendars, instant))
    return found


def _promised(schedule: Schedule, calendars: dict[str, Calendar], instant: int) -> bool:
    if schedule.cover in ("24x7", "as-listed"):
        return schedule.cover == "24x7"
    return oracle.calendar_open(calendars[schedule.cover], instant)
