"""A shift's local window as windows in UTC, in January and in July; never as of now."""

import zoneinfo
from datetime import UTC, datetime, timedelta

from watchbill.model.types import Hours

MONTHS = ((1, "January"), (7, "July"))


def in_utc(hours: Hours, zone: str, year: int, month: int) -> str:
    """The window of the fifteenth of a month on UTC's clock, from the pinned tz database."""
    if zoneinfo.TZPATH:
        zoneinfo.reset_tzpath(())
    local = zoneinfo.ZoneInfo(zone)
    start = _utc(local, year, month, hours.start)
    end = _utc(local, year, month, hours.end + (1440 if hours.overnight else 0))
    return f"{start:%H:%M}-{end:%H:%M}"


def _utc(local: zoneinfo.ZoneInfo, year: int, month: int, minute: int) -> datetime:
    wall = datetime(year, month, 15) + timedelta(minutes=minute)  # noqa: DTZ001
    return wall.replace(tzinfo=local).astimezone(UTC)
