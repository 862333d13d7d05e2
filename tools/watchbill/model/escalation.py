"""Whom to page: the escalation matrix."""

from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BeforeValidator, Field

from watchbill.model.base import (
    CalendarId,
    Document,
    HarmId,
    Model,
    PathId,
    PlaybookId,
    RegionId,
    RoleId,
    SeverityId,
    say,
    some,
)
from watchbill.model.types import Id, LengthOfTime, Line


def _one_or_more(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


class _OrOne:
    """Says in the JSON Schema that a list may be written as its single item."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        many = handler(core)
        return {"anyOf": [many["items"], many]}


T = TypeVar("T")
OneOrMore = Annotated[tuple[T, ...], Field(min_length=1), BeforeValidator(_one_or_more), _OrOne()]


class PageLevel(Model):
    """One level of an escalation path."""

    after: LengthOfTime = say("How long after the incident's start this level is paged.")
    page: tuple[RoleId, ...] = say("Roles that must answer.", min_length=1)
    tell: tuple[RoleId, ...] = some("Roles that are told; no answer is needed.")
    channel: Literal["page", "chat", "ticket"] = say("How they are reached.", "page")
    repeat: LengthOfTime | None = say("How often it is repeated until somebody answers.", None)


class EscalationPath(Model):
    """Whom to page, level by level, until somebody answers."""

    title: Line = say("What it is for.")
    decides: RoleId = say("Who is accountable once somebody has answered.")
    levels: tuple[PageLevel, ...] = say("The levels in order of `after`.", min_length=1)


class Row(Model):
    """One row of the matrix: the first that fits from the top wins."""

    playbook: OneOrMore[PlaybookId] | None = say("Fits these playbooks only.", None)
    harm: OneOrMore[HarmId] | None = say("Fits these harms only.", None)
    severity: OneOrMore[SeverityId] | None = say("Fits these severities only.", None)
    region: OneOrMore[RegionId] | None = say(
        "Fits these regions only (of the reporter, unless `region_is` says otherwise).", None
    )
    hours: CalendarId | None = say("Fits only while this calendar is open.", None)
    path: PathId = say("The path that is taken.")


class Escalation(Document):
    """The escalation matrix."""

    KIND: ClassVar[str] = "escalation"
    FOLDER: ClassVar[str] = "playbooks/escalation"
    WHAT: ClassVar[str] = (
        "Whom to page: named paths, and the matrix that picks one by playbook, harm, severity, region, hour."
    )

    kind: Literal["escalation"]
    region_is: Line = say("Whose region the rows mean.", "where the reporter is")
    paths: dict[Id, EscalationPath] = say("The paths by name.", min_length=1)
    matrix: tuple[Row, ...] = say("Rows, read from the top; the last fits all.", min_length=1)
