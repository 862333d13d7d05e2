"""A target of a service level, made comparable."""

from typing import NamedTuple

from watchbill.model.commitments import ServiceLevel, Target
from watchbill.model.types import Duration


class Due(NamedTuple):
    """Nominal seconds on a calendar. Sorts by length."""

    seconds: int
    within: Duration
    calendar: str


def target(level: ServiceLevel, severity: str, milestone: str) -> Due | None:
    """The target of a milestone at a severity, or None. Business days never compare with real time."""
    found = level.targets.get(severity, {}).get(milestone)
    if found is None:
        return None
    within, calendar = (
        (found.within, found.calendar) if isinstance(found, Target) else (found, level.calendar)
    )
    unit = "bd" if within.unit == "bd" else ""
    return Due(within.nominal_seconds, within, f"{calendar} {unit}")
