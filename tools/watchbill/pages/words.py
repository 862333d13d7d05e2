"""Values of the model in the words of a page."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from watchbill.model.types import Duration, FactTest

_UNITS = {"d": ("day", "days"), "bd": ("business day", "business days")}
_UNITS |= {"mo": ("month", "months"), "y": ("year", "years")}
_EXPOSURE = {"E0": "none", "E1": "light", "E2": "heavy", "E3": "extreme"}
KINDS = {
    "organization": ("organisation", "Organisation"),
    "facts": ("facts", "Facts and events"),
    "team": ("team", "Teams"),
    "vendor": ("vendor", "Vendors"),
    "partner": ("partner", "Partners"),
    "approvals": ("approvals", "Who must agree"),
    "calendar": ("calendar", "Calendars"),
    "schedule": ("schedule", "On call"),
    "severity": ("severity ladder", "Severity"),
    "harm": ("harm", "Harms"),
    "obligation": ("legal clock", "Legal clocks"),
    "guard-bands": ("guard bands", "Guard bands"),
    "service-level": ("service level", "Service levels"),
    "indicator": ("indicator", "Indicators"),
    "escalation": ("escalation matrix", "Whom to page"),
    "playbook": ("playbook", "Playbooks"),
    "runbook": ("runbook", "Runbooks"),
    "message": ("message", "Words to send"),
    "queue": ("queue", "Queues"),
    "quality-program": ("quality programme", "Quality"),
    "training": ("training", "Trainings"),
    "exposure-limit": ("limits on exposure", "Limits on exposure"),
    "policy-change": ("change of policy", "Changes of policy"),
    "drill": ("drill", "Drills"),
    "scenario": ("scenario", "Scenarios"),
}
COUNTING = {
    "elapsed": "real time",
    "calendar-days": "calendar days",
    "business-days": "business days",
    "months": "months",
    "eu-1182-71": "periods of Regulation 1182/71",
}


def kind_name(kind: str) -> str:
    """A kind as a word inside a sentence."""
    return KINDS.get(kind, (kind, kind))[0]


def kind_title(kind: str) -> str:
    """A kind as a heading."""
    return KINDS.get(kind, (kind, kind))[1]


def length(duration: Duration | None) -> str:
    """A length of time for reading: `1 h 30 min`, `3 days`; "" for none."""
    if duration is None:
        return ""
    if duration.unit != "s":
        one, many = _UNITS[duration.unit]
        return f"{duration.amount} {one if duration.amount == 1 else many}"
    minutes, seconds = divmod(duration.amount, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "h"), (minutes, "min"), (seconds, "s")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 min"


def every(duration: Duration) -> str:
    """A rhythm: `every 7 days`, `every month`."""
    if duration.amount == 1 and duration.unit != "s":
        return f"every {_UNITS[duration.unit][0]}"
    return f"every {length(duration)}"


def exposure(level: str) -> str:
    """How heavy material is: `E2: heavy`."""
    return f"{level}: {_EXPOSURE[level]}"


def after(duration: Duration) -> str:
    """A moment after the incident's start."""
    return f"after {length(duration)}" if duration.amount else "at once"


def later(day: date, duration: Duration) -> date:
    """The day that lies a length of time after a day; business days are counted Monday to Friday."""
    if duration.unit in ("mo", "y"):
        months = (
            day.year * 12 + day.month - 1 + duration.amount * (12 if duration.unit == "y" else 1)
        )
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    if duration.unit == "bd":
        left = duration.amount
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < 5
        return day
    return day + timedelta(seconds=duration.nominal_seconds)


def moment(instant: datetime) -> str:
    """An instant on the clock on which it was written: `2026-11-20 09:00 UTC`, `2026-11-20 10:00 (UTC+01:00)`."""
    zone = "" if instant.utcoffset() else " UTC"
    offset = f"{instant:%z}"
    return f"{instant:%Y-%m-%d %H:%M}{zone or f' (UTC{offset[:3]}:{offset[3:5]})'}"


def days(value: object) -> str:
    """The days of a week as a schedule or a calendar writes them."""
    if isinstance(value, tuple):
        return ", ".join(str(day).capitalize() for day in value)
    words = {"every-day": "every day", "mon-fri": "Mon to Fri", "mon-sat": "Mon to Sat"}
    return {**words, "sat-sun": "Sat and Sun", "sun-thu": "Sun to Thu"}.get(str(value), str(value))


def condition(test: FactTest, title: str) -> str:
    """A condition on a fact as words."""
    if test.value is True:
        return f"{title}: yes"
    return f"{title}: no" if test.value is False else f"{title}: {test.value}"


def counted(number: int, one: str, many: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {one if number == 1 else many}"
