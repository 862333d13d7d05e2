"""The JSON of PagerDuty's REST API as values: schedules with their layers, escalation policies with their rules."""

import json
from typing import Any, Literal, NamedTuple, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from watchbill.importers.told import Wrong
from watchbill.load.text import shown

MOST_BYTES = 16 << 20
_YEAR = 366 * 86_400


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Reference(_Part):
    """Something by its id; `type` says what it is: `user_reference`, `schedule` ..."""

    id: str = Field(min_length=1, max_length=100)
    type: str = ""
    summary: str | None = None


class Member(_Part):
    """A place in a rotation."""

    user: Reference


class Restriction(_Part):
    """Hours of a day, or of a week (1 is Monday), on the schedule's wall clock."""

    type: Literal["daily_restriction", "weekly_restriction"]
    start_time_of_day: str = Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$")
    duration_seconds: int = Field(gt=0, le=7 * 86_400)
    start_day_of_week: int | None = Field(None, ge=1, le=7)


class Layer(_Part):
    """A rotation of users; of layers that are on at once the first in the list wins."""

    name: str | None = None
    start: AwareDatetime
    end: AwareDatetime | None = None
    rotation_virtual_start: AwareDatetime
    rotation_turn_length_seconds: int = Field(gt=0, le=_YEAR)
    users: tuple[Member, ...] = ()
    restrictions: tuple[Restriction, ...] | None = ()


class Entry(_Part):
    """A user on call for a while, as the system computed it."""

    start: AwareDatetime
    end: AwareDatetime
    user: Reference | None = None


class Computed(_Part):
    """A computed part of a schedule; its entries are there only where a range was asked for."""

    rendered_schedule_entries: tuple[Entry, ...] | None = ()


class Roster(_Part):
    """A schedule."""

    id: str = Field(min_length=1, max_length=100)
    name: str = Field(min_length=1)
    time_zone: str
    schedule_layers: tuple[Layer, ...] = ()
    overrides_subschedule: Computed | None = None
    final_schedule: Computed | None = None


class Rule(_Part):
    """A level of a policy: who is paged, and after how long the next level is."""

    escalation_delay_in_minutes: int = Field(ge=1, le=10_000)
    targets: tuple[Reference, ...] = ()


class Policy(_Part):
    """An escalation policy."""

    id: str = Field(min_length=1, max_length=100)
    name: str = Field(min_length=1)
    num_loops: int = Field(0, ge=0)
    escalation_rules: tuple[Rule, ...] = ()


class Export(NamedTuple):
    """What a file holds, and what of it could not be read."""

    rosters: tuple[Roster, ...]
    policies: tuple[Policy, ...]
    wrong: tuple[Wrong, ...]


P = TypeVar("P", bound=_Part)


def read_export(raw: bytes, file: str) -> Export:
    """Reads an answer of the API: `schedule(s)`, `escalation_policy` or `escalation_policies`, or a list of such."""
    data = _data(raw)
    if isinstance(data, str):
        return Export((), (), (Wrong(file, 0, data),))
    wrong: list[Wrong] = []
    rosters: list[Roster] = []
    policies: list[Policy] = []
    for answer in data if isinstance(data, list) else [data]:
        if not isinstance(answer, dict):
            wrong.append(Wrong(file, 0, "this is no answer of the API"))
            continue
        for one in _listed(answer, "schedule", "schedules"):
            rosters += _valid(Roster, one, "schedule", file, wrong)
        for one in _listed(answer, "escalation_policy", "escalation_policies"):
            policies += _valid(Policy, one, "escalation policy", file, wrong)
    if not (rosters or policies or wrong):
        wrong.append(Wrong(file, 0, "there is neither a schedule nor an escalation policy in it"))
    return Export(tuple(rosters), tuple(policies), tuple(wrong))


def _data(raw: bytes) -> Any:
    """The data, or in words why there is none."""
    if len(raw) > MOST_BYTES:
        return f"it has more than {MOST_BYTES:,} bytes"
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return "it is no JSON"
    return found if isinstance(found, dict | list) else "this is no answer of the API"


def _listed(answer: dict[str, Any], single: str, plural: str) -> list[Any]:
    many = answer.get(plural, [])
    found = list(many) if isinstance(many, list) else [many]
    return [*([answer[single]] if single in answer else []), *found]


def _valid(kind: type[P], data: Any, what: str, file: str, wrong: list[Wrong]) -> list[P]:
    try:
        return [kind.model_validate(data)]
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        name = data.get("name") if isinstance(data, dict) else ""
        place = ".".join(map(str, first["loc"]))
        said = f"{what} `{shown(name or '?')}`, {shown(place or 'all of it')}: {shown(first['msg'], 120)}"
        wrong.append(Wrong(file, 0, said))
    return []
