"""A day or an instant on the command line, and the range that two of them make."""

import re
from datetime import date, datetime
from typing import Any

import click

from watchbill.cli.options import InstantType
from watchbill.model.types import DATE_PATTERN
from watchbill.timeline.zones import at_wall, reading, seconds


class DayType(click.ParamType[Any]):
    """A day, or an instant with its offset."""

    name = "day"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date | datetime:
        """The day or the instant; a usage error for anything else."""
        if isinstance(value, date):
            return value
        if re.fullmatch(DATE_PATTERN, value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                self.fail(f"there is no day `{value}`", param, ctx)
        return InstantType().convert(value, param, ctx)


def beginning(when: date | datetime, zone: str) -> int:
    """The instant; of a day the one at which it begins on the clock of a zone."""
    return seconds(when) if isinstance(when, datetime) else at_wall(zone, reading(when))
