"""Calendars and schedules from the fields that a test is about."""

from datetime import UTC, datetime
from typing import Any

from watchbill.model.time import Calendar, Schedule

ZONES = (
    "UTC",
    "Europe/Dublin",
    "America/Los_Angeles",
    "America/St_Johns",
    "America/Vancouver",
    "America/Sao_Paulo",
    "America/Caracas",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Pyongyang",
    "Asia/Singapore",
    "Asia/Tehran",
    "Pacific/Apia",
    "Pacific/Chatham",
)


def at(text: str) -> int:
    """An instant of an RFC 3339 text; without an offset it is UTC."""
    moment = datetime.fromisoformat(text)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


def calendar(zone: str, *rows: tuple[Any, str], holidays: tuple[str, ...] = ()) -> Calendar:
    return Calendar.model_validate(
        {
            "kind": "calendar",
            "id": "office",
            "title": "Office",
            "owner": "desk",
            "timezone": zone,
            "hours": [{"days": days, "hours": hours} for days, hours in rows],
            "holidays": [{"date": day, "name": "A day off"} for day in holidays],
            "covers": "2026-2028",
            "source": "Typed for a test.",
        }
    )


def shift(zone: str, hours: str = "24h", **fields: Any) -> dict[str, Any]:
    return {
        "id": "all",
        "region": "emea",
        "timezone": zone,
        "hours": hours,
        "members": ["a", "b", "c"],
        "from": "2026-01-05",
        **fields,
    }


def schedule(*shifts: dict[str, Any], cover: str = "24x7", overrides: Any = ()) -> Schedule:
    return Schedule.model_validate(
        {
            "kind": "schedule",
            "id": "watch",
            "title": "Watch",
            "owner": "desk",
            "cover": cover,
            "answers_within": "2m",
            "shifts": list(shifts),
            "overrides": list(overrides),
        }
    )
