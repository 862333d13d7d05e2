"""Instants and stretches of time in words, as a person on the desk says them."""

from collections.abc import Sequence
from datetime import date

from watchbill.timeline.spans import Span
from watchbill.timeline.zones import DAY, day_of, offset_at, reading, wall

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NIGHT = (22 * 3600, 6 * 3600)


def town(zone: str) -> str:
    """The place that a zone is named after: `Los Angeles`."""
    return zone.rpartition("/")[2].replace("_", " ")


def whole_day(day: date) -> str:
    """`Monday 30 March 2026`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def brief_day(day: date) -> str:
    """`Mon 30 Mar 2026`."""
    return f"{_DAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def brief(zone: str, at: int) -> str:
    """`Mon 30 Mar 2026 00:30` on the clock of a zone."""
    shown = wall(zone, at)
    return f"{brief_day(day_of(shown))} {clock(shown % DAY)}"


def clock(seconds: int) -> str:
    """Seconds after midnight as `07:30`; with the seconds where there are any."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{rest:02}" if rest else "")


def offset(seconds: int) -> str:
    """What a clock is ahead of UTC: `+05:30`."""
    return f"{'-' if seconds < 0 else '+'}{clock(abs(seconds))}"


def instant(zone: str, at: int, place: str = "") -> str:
    """`Sunday 28 March 2027 23:31 Dublin`; where the clock shows that twice, with its offset."""
    shown = wall(zone, at)
    return f"{whole_day(day_of(shown))} {clock(shown % DAY)} {_place(zone, at, place)}"


def stretch(zone: str, span: Span, place: str = "") -> str:
    """`Monday 30 March 2026 00:00-00:30 Dublin`, with UTC behind it where that is another zone."""
    words = f"{between(zone, span)} {_place(zone, span.start, place)}"
    if zone == "UTC":
        return words
    utc = between("UTC", span)
    day = f"{whole_day(day_of(wall(zone, span.start)))} "
    return f"{words} ({utc.removeprefix(day)} UTC)"


def between(zone: str, span: Span) -> str:
    """`Monday 30 March 2026 00:00-00:30` on the clock of a zone, with both days where there are two."""
    start, end = wall(zone, span.start), wall(zone, span.end)
    first = day_of(start)
    until = end - reading(first)
    if 0 < until <= DAY and start < end:
        return f"{whole_day(first)} {clock(start % DAY)}-{clock(until)}"
    return f"{whole_day(first)} {clock(start % DAY)} to {whole_day(day_of(end))} {clock(end % DAY)}"


def _place(zone: str, at: int, place: str) -> str:
    name = place or town(zone)
    ahead, shown = offset_at(zone, at), wall(zone, at)
    others = {offset_at(zone, at - 3 * 3600), offset_at(zone, at + 3 * 3600)} - {ahead}
    twice = any(wall(zone, shown - other) == shown for other in others)
    return f"{name} ({offset(ahead)})" if twice else name


def length(seconds: int) -> str:
    """`30 min`, `1 h 30 min`, `21 h`; days, of 24 hours, from three on: `4 d 1 h`."""
    days = seconds // DAY if seconds >= 3 * DAY else 0
    hours, rest = divmod(seconds - days * DAY, 3600)
    minutes, odd = divmod(rest, 60)
    parts = [f"{days} d" if days else "", f"{hours} h" if hours else ""]
    parts.append(f"{minutes} min" if minutes else "")
    parts.append(f"{odd} s" if odd else "")
    return " ".join(filter(None, parts)) or "0 min"


def others(zone: str, spans: Sequence[Span]) -> str:
    """How many further stretches there are: `30 other nights` where each begins from 22:00 to 06:00."""
    late = all(not _NIGHT[1] <= wall(zone, span.start) % DAY < _NIGHT[0] for span in spans)
    word = "night" if late else "time"
    return f"{len(spans)} other {word}{'' if len(spans) == 1 else 's'}"
