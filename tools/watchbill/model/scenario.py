"""A scenario: a test of the operation."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from watchbill.model.base import (
    Document,
    EventId,
    HarmId,
    MessageId,
    Model,
    PathId,
    PlaybookId,
    RegionId,
    RoleId,
    SeverityId,
    say,
    some,
)
from watchbill.model.types import OFFSET_PATTERN, Condition, Id, Instant, Line

Offset = Annotated[str, Field(pattern=OFFSET_PATTERN)]


class Given(Model):
    """The situation that a scenario plays."""

    playbook: PlaybookId | None = say("The playbook that is played.", None)
    harm: HarmId | None = say("The harm, where the matrix alone is tested.", None)
    severity: SeverityId | None = say(
        "The severity at the start; left out, the playbook's default.", None
    )
    region: RegionId | None = say("The region.", None)
    instant: Instant | None = say("The first instant.", None)
    facts: tuple[Condition, ...] = some("Facts that hold from the start.")
    silent: tuple[RoleId, ...] = some("Roles that do not answer a page.")
    answers: dict[Id, Line | tuple[Line, ...]] = say(
        "The answer to each decision; a list gives one answer a visit.", {}
    )
    events: dict[EventId, tuple[Offset, ...]] = say(
        "When events from outside happen, after the start.", {}
    )


class PagedExpectation(Model):
    """Somebody is paged by then."""

    who: RoleId = say("The role.")
    at: Offset | None = say("Exactly at this time after the start.", None)
    by: Offset | None = say("At this time at the latest.", None)
    member: Id | None = say("The member who has the watch.", None)


class MilestoneExpectation(Model):
    """A milestone is reached by then."""

    at: Offset | None = say("Exactly at this time after the start.", None)
    by: Offset | None = say("At this time at the latest.", None)


class Expect(Model):
    """What must come of it; what is not said is not checked."""

    path: PathId | None = say("The escalation path taken.", None)
    paged: tuple[PagedExpectation, ...] = some("Who is paged.")
    told: tuple[RoleId, ...] = some("Who is told.")
    visited: tuple[Id, ...] = some("Steps visited in this order; others may lie between.")
    not_visited: tuple[Id, ...] = some("Steps that are not visited.")
    due: dict[Id, Offset] = say("When each duty is due.", {})
    milestones: dict[Id, MilestoneExpectation] = say("When milestones are reached.", {})
    late: tuple[Id, ...] | None = say(
        "Exactly these duties and milestones are late; `[]` for none.", None
    )
    messages: tuple[MessageId, ...] = some("Messages that are sent.")


class Spread(Model):
    """Plays the scenario for every combination of these."""

    region: tuple[RegionId, ...] = some("These regions.")
    instant: tuple[Instant, ...] = some("These first instants.")
    severity: tuple[SeverityId, ...] = some("These severities.")


class Scenario(Document):
    """A test of the operation."""

    KIND: ClassVar[str] = "scenario"
    FOLDER: ClassVar[str] = "playbooks/scenarios"
    WHAT: ClassVar[str] = "A test of the operation: a situation, and what must come of it."

    kind: Literal["scenario"]
    each: Spread | None = say("Plays it for every combination of these.", None, alias="for")
    given: Given = say("The situation.")
    expect: Expect = say("What must come of it.")
    why: Line | None = say("What this scenario guards against.", None)
