"""The words of the language that carry a law of their own: ids, durations, instants, wall times."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import tzdata  # type: ignore[import-untyped]
from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_LENGTH = (
    r"(?:[0-9]{1,5}(?:d|bd)|[0-9]{1,3}mo|[0-9]{1,2}y|[0-9]{1,5}h(?:[0-9]{1,5}m)?(?:[0-9]{1,6}s)?"
    r"|[0-9]{1,5}m(?:[0-9]{1,6}s)?|[0-9]{1,6}s)"
)
DURATION_PATTERN = rf"^{_LENGTH}$"
HOURS_PATTERN = (
    r"^(?:24h|(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00))$"
)
WALL_PATTERN = r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$"
DATE_PATTERN = r"^(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
INSTANT_PATTERN = (
    r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$"
)
ZONE_PATTERN = r"^(?:UTC|[A-Z][A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2})$"
PERCENT_PATTERN = r"^(?:100|[0-9]{1,2}(?:\.[0-9]{1,3})?)%$"
_NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
FACT_PATTERN = rf"^(?:not {_NAME}|{_NAME}(?: is {_NAME})?)$"
OFFSET_PATTERN = rf"^\+{_LENGTH}$"

_DURATION = re.compile(DURATION_PATTERN)
_HMS = re.compile(r"(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?")
_HOURS = re.compile(HOURS_PATTERN)
_DATE = re.compile(DATE_PATTERN)
_INSTANT = re.compile(INSTANT_PATTERN)
_FACT = re.compile(FACT_PATTERN)


def _refuse(code: str, message: str) -> PydanticCustomError:
    return PydanticCustomError(code, message)


def _by(parse: Callable[[str], Any], kind: type, code: str, wanted: str) -> Callable[[Any], Any]:
    """Reads a value of a kind from its text; says what was wanted where it is none."""

    def read(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        try:
            return parse(value)
        except (ValueError, TypeError):
            raise _refuse(code, wanted) from None

    return read


class Duration(NamedTuple):
    """A length of time as written: `amount` of `unit` (`s` real seconds, `d bd mo y` calendar units)."""

    amount: int
    unit: str
    text: str

    @property
    def seconds(self) -> int | None:
        """Real seconds, or None where the length depends on a calendar (`d`, `bd`, `mo`, `y`)."""
        return self.amount if self.unit == "s" else None

    @property
    def nominal_seconds(self) -> int:
        """Seconds to compare or sort by: a day is 24 h, a business day 24 h, a month 30, a year 365 days."""
        return (
            self.amount * {"s": 1, "d": 86400, "bd": 86400, "mo": 2592000, "y": 31536000}[self.unit]
        )

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4096)
def parse_duration(text: str) -> Duration:
    """`90s 15m 1h30m 3d 2bd 6mo 1y` to a Duration. Raises ValueError for anything else."""
    if not _DURATION.fullmatch(text):
        raise ValueError(text)
    if text[-1] in "dyo":
        unit = "bd" if text.endswith("bd") else "mo" if text.endswith("mo") else text[-1]
        return Duration(int(text[: -len(unit)]), unit, text)
    found = _HMS.fullmatch(text)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return Duration(hours * 3600 + minutes * 60 + seconds, "s", text)


class Hours(NamedTuple):
    """A wall-clock window in minutes after midnight, [start, end); `end <= start` runs past midnight."""

    start: int
    end: int
    text: str

    @property
    def overnight(self) -> bool:
        """Whether the window ends on the day after the one that owns it."""
        return self.end <= self.start

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=1024)
def parse_hours(text: str) -> Hours:
    """`"08:00-16:30"`, `"22:00-06:00"` (overnight), `"06:00-24:00"` or `24h`. Raises ValueError."""
    if not _HOURS.fullmatch(text):
        raise ValueError(text)
    if text == "24h":
        return Hours(0, 1440, text)
    start, end = ((int(part[:2]) * 60 + int(part[3:])) for part in text.split("-"))
    return Hours(start, end, text)


@lru_cache(maxsize=4096)
def parse_date(text: str) -> date:
    """`2026-11-02`. Raises ValueError for anything else, a date that does not exist among it."""
    if not _DATE.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


@lru_cache(maxsize=4096)
def parse_instant(text: str) -> datetime:
    """An RFC 3339 instant with its offset. Raises ValueError for anything else."""
    if not _INSTANT.fullmatch(text):
        raise ValueError(text)
    return datetime.fromisoformat(text)


class FactTest(NamedTuple):
    """A condition on one fact: `x` (true), `not x` (false) or `x is v`."""

    fact: str
    value: str | bool
    text: str

    def __str__(self) -> str:
        return self.text


def parse_fact(text: str) -> FactTest:
    """`x`, `not x` or `x is v` to a FactTest. Raises ValueError for anything else."""
    if not _FACT.fullmatch(text):
        raise ValueError(text)
    if text.startswith("not "):
        return FactTest(text[4:], False, text)
    name, _, wanted = text.partition(" is ")
    return FactTest(name, wanted or True, text)


@lru_cache(maxsize=1)
def zones() -> frozenset[str]:
    """Every zone of the pinned tz database (the `tzdata` wheel, never the machine's files)."""
    return frozenset(Path(tzdata.__file__).with_name("zones").read_text("utf-8").split())


def _zone(value: Any) -> str:
    if isinstance(value, str) and value in zones():
        return value
    raise _refuse("timezone", "an IANA time zone such as Europe/Dublin")


_duration = _by(
    parse_duration, Duration, "duration", "a duration such as 90s, 15m, 1h30m, 3d, 2bd, 6mo or 1y"
)
_hours = _by(parse_hours, Hours, "hours", 'wall-clock hours such as "08:00-16:30", or 24h')
_date = _by(parse_date, date, "date", "a calendar date such as 2026-11-02")
_instant = _by(
    parse_instant,
    datetime,
    "instant",
    "an instant with its offset, such as 2027-03-28T02:40:00+01:00",
)
_fact = _by(parse_fact, FactTest, "fact", "a fact as `name`, `not name` or `name is value`")


def _text(pattern: str, example: str, what: str) -> Any:
    text = {"type": "string", "pattern": pattern, "description": what, "examples": [example]}
    return WithJsonSchema(text)


_SERIAL = PlainSerializer(str, return_type=str, when_used="json")

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=64)]
Line = Annotated[str, Field(min_length=1, max_length=300, pattern=r"^[^\n\r]*\S[^\n\r]*$")]
Handle = Annotated[str, Field(pattern=ID_PATTERN, max_length=64)]
Url = Annotated[str, Field(pattern=r'^https://[^\s<>"\x27]+$', max_length=500)]
Severity = Annotated[str, Field(pattern=r"^P[0-9]$")]
Percent = Annotated[str, Field(pattern=PERCENT_PATTERN)]
LengthOfTime = Annotated[
    Duration,
    PlainValidator(_duration),
    _SERIAL,
    _text(DURATION_PATTERN, "1h30m", "90s 15m 1h30m: real time; 3d; 2bd business days; 6mo; 1y."),
]
WallWindow = Annotated[
    Hours,
    PlainValidator(_hours),
    _SERIAL,
    _text(
        HOURS_PATTERN,
        "08:00-16:30",
        "Local wall-clock hours; an end before the start runs past midnight.",
    ),
]
WallTime = Annotated[str, Field(pattern=WALL_PATTERN)]
_A_DAY = _text(DATE_PATTERN, "2026-11-02", "A calendar date.")
Day = Annotated[date, PlainValidator(_date), _SERIAL, _A_DAY]
Instant = Annotated[
    datetime,
    PlainValidator(_instant),
    PlainSerializer(datetime.isoformat, return_type=str, when_used="json"),
    _text(INSTANT_PATTERN, "2027-03-28T02:40:00+01:00", "An instant, RFC 3339 with its offset."),
]
_A_ZONE = _text(ZONE_PATTERN, "Europe/Dublin", "An IANA time zone.")
Zone = Annotated[str, PlainValidator(_zone), _A_ZONE]
Condition = Annotated[
    FactTest,
    PlainValidator(_fact),
    _SERIAL,
    _text(
        FACT_PATTERN, "nca-duty is p1", "`fact`, `not fact` or `fact is value`; several mean AND."
    ),
]
