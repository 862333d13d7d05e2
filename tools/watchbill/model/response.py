"""The response: playbooks, the escalation matrix, messages and scenarios."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Discriminator, Field, StrictInt, Tag

from watchbill.model.base import (
    AudienceId,
    Document,
    EventId,
    Inner,
    Markdown,
    MilestoneId,
    Model,
    PathId,
    RegionId,
    RoleId,
    SeverityId,
    say,
    some,
    to,
)
from watchbill.model.types import OFFSET_PATTERN, Condition, Id, Instant, LengthOfTime, Line, Url

StepId = Annotated[Id, Inner("step")]
LineId = Annotated[Id, Inner("line")]


class Moves(Model):
    """What changes the severity of a running case."""

    up: tuple[Line, ...] = some("What raises it.")
    down: tuple[Line, ...] = some("What lowers it.")
    lowered_by: tuple[RoleId, ...] = some("Who may lower it; for P0 and P1 two people.")


class Automation(Model):
    """A step that a machine does."""

    state: Literal["planned", "assisted", "automatic"] = say("How far the machine does it.")
    link: Url | None = say("Where the automation lives.", None)


class StepHead(Model):
    """What every step has, whatever its form."""

    id: Id = say("Its name, stable for ever: links and records point at it.")
    only_if: tuple[Condition, ...] = some("The step is passed over unless these facts hold.")
    earliest: LengthOfTime | None = say("Not before this time after the incident's start.", None)
    wait_for: tuple[LineId, ...] = some("Side lines that must have ended before this step begins.")
    audience: AudienceId | None = say("The least tier that may read the step, where it is above the playbook's.", None)
    stub: Line | None = say("What a lower reader sees instead of the step.", None)
    do: Markdown | None = say("How, in a few lines: one action a line, verb first.", None)


class Work(StepHead):
    """What a step that somebody works on has: a task or a decision."""

    role: RoleId = say("Who does it or answers for it.")
    second: RoleId | None = say("A second person of another role who must take part.", None)
    people: Annotated[StrictInt, Field(ge=1, le=2)] = say("How many of the role must work on it together.", 1)
    takes: LengthOfTime = say("Worst case, in open minutes of the role.")
    by: Literal["person", "system"] = say("Whether a person or a machine does it.", "person")
    automation: Automation | None = say("How far a machine does it.", None)
    runbook: to("runbook") | None = say("How it is done, step by step.", None)  # type: ignore[valid-type]
    messages: tuple[to("message"), ...] = some("The words to send.")  # type: ignore[valid-type]
    records: tuple[Line, ...] = some("What is written into the case.")
    done_when: Line | None = say("How to know that it worked.", None)
    discharges: tuple[to("obligation"), ...] = some("The legal duties that are met when the step ends.")  # type: ignore[valid-type]
    reaches: tuple[MilestoneId, ...] = some("The milestones reached when the step ends.")
    marks: tuple[EventId, ...] = some("Events that are true from the step's end.")
    starts: tuple[LineId, ...] = some("Side lines that begin when the step ends.")


class Task(Work):
    """Something to do."""

    title: Line = say("What to do; verb first.")
    go: StepId | None = say("The next step where it is not the one below; `end` ends the line.", None)
    at_most: Annotated[StrictInt, Field(ge=1, le=1000)] | None = say("How often a backward `go` may be taken.", None)
    again_after: LengthOfTime | None = say("How long to wait before going back.", None)


class Answer(Model):
    """One answer of a decision, and what follows from it."""

    answer: Line = say("The answer, as the responder would say it.")
    go: StepId | None = say("The next step where it is not the one below; `end` ends the line.", None)
    at_most: Annotated[StrictInt, Field(ge=1, le=1000)] | None = say("How often a backward `go` may be taken.", None)
    again_after: LengthOfTime | None = say("How long to wait before going back.", None)
    means: tuple[Condition, ...] = some("Facts that this answer sets.")
    marks: tuple[EventId, ...] = some("Events that are true from now.")
    starts: tuple[LineId, ...] = some("Side lines that begin now.")
    reaches: tuple[MilestoneId, ...] = some("Milestones reached now.")
    discharges: tuple[to("obligation"), ...] = some("Duties met by this answer.")  # type: ignore[valid-type]
    excuses: dict[Id, Line] = say("Milestones or duties that this path does not owe, each with its reason.", {})
    severity: SeverityId | None = say("The severity from now on.", None)
    opens: tuple[to("playbook"), ...] = some("Playbooks that are opened besides this one.")  # type: ignore[valid-type]


class Decision(Work):
    """A question with two answers or more."""

    ask: Line = say("The question, so that two people would answer it alike.")
    in_doubt: Line | None = say("What to do when it cannot be told.", None)
    answers: tuple[Answer, ...] = say("The answers; the next step follows unless an answer says `go`.", min_length=1)


class Wait(StepHead):
    """Waiting for somebody outside: no role works, and there is no worst case."""

    wait: EventId = say("The event that ends the waiting.")
    title: Line | None = say("Whom we wait for.", None)
    remind: LengthOfTime | None = say("How often to ask again.", None)


def _form(value: Any) -> str:
    has = value.__contains__ if isinstance(value, dict) else lambda name: hasattr(value, name)
    return "decision" if has("ask") else "wait" if has("wait") else "task"


Step = Annotated[
    Annotated[Task, Tag("task")] | Annotated[Decision, Tag("decision")] | Annotated[Wait, Tag("wait")],
    Discriminator(_form),
]


class Playbook(Document):
    """How the organisation responds to one kind of incident."""

    KIND: ClassVar[str] = "playbook"
    FOLDER: ClassVar[str] = "playbooks/incidents"
    WHAT: ClassVar[str] = "The response to one kind of incident: who does what, in which order, by when, and what it discharges."

    kind: Literal["playbook"]
    harm: to("harm") | None = say("The harm it answers; an outage has none.", None)  # type: ignore[valid-type]
    default_severity: SeverityId = say("The severity that a new case gets.")
    moves: Moves = say("What raises and lowers the severity.")
    begins: tuple[EventId, ...] = say("Events that are true at the incident's first instant.", min_length=1)
    triggers: tuple[Line, ...] = say("What makes somebody open this playbook.", min_length=1)
    service_level: to("service-level") = say("The promises that it is measured by.")  # type: ignore[valid-type]
    obligations: tuple[to("obligation"), ...] = some("The laws that may arise in it.")  # type: ignore[valid-type]
    never: tuple[Line, ...] = some("What must never be done.")
    steps: tuple[Step, ...] = say("The main line, in order.", min_length=1)
    lines: dict[Id, tuple[Step, ...]] = say("Side lines that run beside it; joined by `wait_for`.", {})
    after: Markdown | None = say("How it ends: review, after-care of reviewers, what is learnt.", None)


def _one_or_more(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def one_or_more(item: Any) -> Any:
    """A list that may be written as a single value."""
    return Annotated[tuple[item, ...], Field(min_length=1), BeforeValidator(_one_or_more)]


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

    playbook: one_or_more(to("playbook")) | None = say("Fits these playbooks only.", None)  # type: ignore[valid-type]
    harm: one_or_more(to("harm")) | None = say("Fits these harms only.", None)  # type: ignore[valid-type]
    severity: one_or_more(SeverityId) | None = say("Fits these severities only.", None)  # type: ignore[valid-type]
    region: one_or_more(RegionId) | None = say("Fits these regions only (of the reporter, unless `region_is` says otherwise).", None)  # type: ignore[valid-type]
    hours: to("calendar") | None = say("Fits only while this calendar is open.", None)  # type: ignore[valid-type]
    path: PathId = say("The path that is taken.")


class Escalation(Document):
    """The escalation matrix."""

    KIND: ClassVar[str] = "escalation"
    FOLDER: ClassVar[str] = "playbooks/escalation"
    WHAT: ClassVar[str] = "Whom to page: named paths, and the matrix that picks one by playbook, harm, severity, region, hour."

    kind: Literal["escalation"]
    region_is: Line = say("Whose region the rows mean.", "where the reporter is")
    paths: dict[Id, EscalationPath] = say("The paths by name.", min_length=1)
    matrix: tuple[Row, ...] = say("Rows, read from the top; the last fits all.", min_length=1)


class MessageField(Model):
    """A blank that is filled in before a message is sent."""

    type: Literal["text", "date", "instant", "number", "url", "id", "choice"] = say("What goes in.")
    what: Line = say("What to write there.")
    choices: tuple[Line, ...] = some("For `choice`: the allowed values.")
    example: Line | None = say("An example that is plainly invented.", None)


class Message(Document):
    """Words to send."""

    KIND: ClassVar[str] = "message"
    FOLDER: ClassVar[str] = "playbooks/messages"
    WHAT: ClassVar[str] = "Words to send: a notice, a statement of reasons, an authority's form, a handover record."

    kind: Literal["message"]
    channel: Literal["email", "in-product", "portal", "ticket", "chat", "phone", "post", "banner"] = say("How it is sent.")
    recipient: Line = say("To whom it goes.")
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = say("The language of the text (ISO 639).", "en")
    approved_by: tuple[to("team", "partner"), ...] = some("Who agreed to these words.")  # type: ignore[valid-type]
    fields: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")], MessageField] = say("The blanks.", {})
    subject: Annotated[str, Field(min_length=1, max_length=200)] | None = say("Subject line, where there is one.", None)
    body: Annotated[str, Field(min_length=1, max_length=20_000)] = say("The text, with `{blank}` where a field goes.")
    when: Line | None = say("When it is sent, and when not.", None)


Offset = Annotated[str, Field(pattern=OFFSET_PATTERN)]


class Given(Model):
    """The situation that a scenario plays."""

    playbook: to("playbook") | None = say("The playbook that is played.", None)  # type: ignore[valid-type]
    harm: to("harm") | None = say("The harm, where the matrix alone is tested.", None)  # type: ignore[valid-type]
    severity: SeverityId | None = say("The severity at the start; left out, the playbook's default.", None)
    region: RegionId | None = say("The region.", None)
    instant: Instant | None = say("The first instant.", None)
    facts: tuple[Condition, ...] = some("Facts that hold from the start.")
    answers: dict[Id, Line | tuple[Line, ...]] = say("The answer to each decision; a list gives one answer a visit.", {})
    silent: tuple[RoleId, ...] = some("Roles that do not answer a page.")
    events: dict[EventId, tuple[Offset, ...]] = say("When events from outside happen, after the start.", {})


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
    late: tuple[Id, ...] | None = say("Exactly these duties and milestones are late; `[]` for none.", None)
    messages: tuple[to("message"), ...] = some("Messages that are sent.")  # type: ignore[valid-type]


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


__all__ = ["Escalation", "Message", "Playbook", "Scenario"]
