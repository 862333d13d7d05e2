"""The clock of a zone over a range as a VTIMEZONE, from the pinned tz database.

Our own and not the library's: that dates an onset by the clock after the change, and RFC 5545 wants the
clock before it.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from watchbill.timeline.zones import DAY, moment, offset_at, stretches, zone

_YEAR = 366 * DAY


def local_time(name: str, instant: int) -> datetime | None:
    """The instant on the zone's clock; None where the clock shows that reading a second time."""
    there = datetime.fromtimestamp(instant, zone(name))
    return None if name == "UTC" or there.fold else there


def zone_of(name: str, start: int, end: int) -> Any:
    """The VTIMEZONE of a zone: an onset at the beginning, and one for each change of the clock until the end."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    made = Timezone()
    made.add("tzid", name)
    found = list(stretches(name, start - DAY, end + DAY))
    standard = min(one.offset for one in stretches(name, start - _YEAR, end + _YEAR))
    before = found[0].offset
    for stretch in found:
        part = TimezoneStandard() if stretch.offset == standard else TimezoneDaylight()
        onset = moment(stretch.start).replace(tzinfo=None) + timedelta(seconds=before)
        part.add("dtstart", onset)
        part.add("tzoffsetfrom", timedelta(seconds=before))
        part.add("tzoffsetto", timedelta(seconds=offset_at(name, stretch.start)))
        shown = datetime.fromtimestamp(stretch.start, UTC).astimezone(zone(name))
        part.add("tzname", shown.tzname())
        made.add_component(part)
        before = stretch.offset
    return made
