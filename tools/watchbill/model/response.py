"""The response: playbooks, the escalation matrix, messages and scenarios."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, StrictInt, Tag

from watchbill.model.base import (
    AudienceId,
    Document,
    EventId,
    HarmId,
    Inner,
    Markdown,
    MessageId,
    MilestoneId,
    Model,
    ObligationId,
    PlaybookId,
    RoleId,
    RunbookId,
    ServiceLevelId,
    SeverityId,
    say,
    some,
)
from watchbill.model.types import Condition, Id, LengthOfTime, Line, Url

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

    # As a responder reads it: what, for whom, who and how long, how, what follows.
    ORDER: ClassVar[tuple[str, ...]] = (
        *("id", "title", "ask", "wait", "remind", "audience", "stub", "only_if", "earliest"),
        *("role", "second", "people", "by", "automation", "takes", "wait_for"),
        *("runbook", "messages", "in_doubt", "do", "done_when", "records"),
        *("discharges", "marks", "reaches", "starts", "answers", "go", "at_most", "again_after"),
    )

    id: Id = say("Its name, stable for ever: links and records point at it.")
    only_if: tuple[Condition, ...] = some("The step is passed over unless these facts hold.")
    earliest: LengthOfTime | None = say("Not before this time after the incident's start.", None)
    wait_for: tuple[LineId, ...] = some("Side lines that must have ended before this step begins.")
    audience: AudienceId | None = say(
        "The least tier that may read the step, where it is above the playbook's.", None
    )
    stub: Line | None = say("What a lower reader sees instead of the step.", None)
    do: Markdown | None = say("How, in a few lines: one action a line, verb first.", None)


class Work(StepHead):
    """What a step that somebody works on has: a task or a decision."""

    role: RoleId = say("Who does it or answers for it.")
    second: RoleId | None = say("A second person of another role who must take part.", None)
    people: Annotated[StrictInt, Field(ge=1, le=2)] = say(
        "How many of the role must work on it together.", 1
    )
    takes: LengthOfTime = say("Worst case, in open minutes of the role.")
    by: Literal["person", "system"] = say("Whether a person or a machine does it.", "person")
    automation: Automation | None = say("How far a machine does it.", None)
    runbook: RunbookId | None = say("How it is done, step by step.", None)
    messages: tuple[MessageId, ...] = some("The words to send.")
    records: tuple[Line, ...] = some("What is written into the case.")
    done_when: Line | None = say("How to know that it worked.", None)
    discharges: tuple[ObligationId, ...] = some("The legal duties that are met when the step ends.")
    reaches: tuple[MilestoneId, ...] = some("The milestones reached when the step ends.")
    marks: tuple[EventId, ...] = some("Events that are true from the step's end.")
    starts: tuple[LineId, ...] = some("Side lines that begin when the step ends.")


class Task(Work):
    """Something to do."""

    title: Line = say("What to do; verb first.")
    go: StepId | None = say(
        "The next step where it is not the one below; `end` ends the line.", None
    )
    at_most: Annotated[StrictInt, Field(ge=1, le=1000)] | None = say(
        "How often a backward `go` may be taken.", None
    )
    again_after: LengthOfTime | None = say("How long to wait before going back.", None)


class Answer(Model):
    """One answer of a decision, and what follows from it."""

    answer: Line = say("The answer, as the responder would say it.")
    means: tuple[Condition, ...] = some("Facts that this answer sets.")
    reaches: tuple[MilestoneId, ...] = some("Milestones reached now.")
    discharges: tuple[ObligationId, ...] = some("Duties met by this answer.")
    marks: tuple[EventId, ...] = some("Events that are true from now.")
    severity: SeverityId | None = say("The severity from now on.", None)
    starts: tuple[LineId, ...] = some("Side lines that begin now.")
    opens: tuple[PlaybookId, ...] = some("Playbooks that are opened besides this one.")
    excuses: dict[Id, Line] = say(
        "Milestones or duties that this path does not owe, each with its reason.", {}
    )
    go: StepId | None = say(
        "The next step where it is not the one below; `end` ends the line.", None
    )
    at_most: Annotated[StrictInt, Field(ge=1, le=1000)] | None = say(
        "How often a backward `go` may be taken.", None
    )
    again_after: LengthOfTime | None = say("How long to wait before going back.", None)


class Decision(Work):
    """A question with two answers or more."""

    ask: Line = say("The question, so that two people would answer it alike.")
    in_doubt: Line | None = say("What to do when it cannot be told.", None)
    answers: tuple[Answer, ...] = say(
        "The answers; the next step follows unless an answer says `go`.", min_length=1
    )


class Wait(StepHead):
    """Waiting for somebody outside: no role works, and there is no worst case."""

    wait: EventId = say("The event that ends the waiting.")
    title: Line | None = say("Whom we wait for.", None)
    remind: LengthOfTime | None = say("How often to ask again.", None)


def form_of(value: Any) -> str:
    """The form of a step, told by its word: `decision`, `wait` or `task`."""
    if isinstance(value, dict):
        return "decision" if "ask" in value else "wait" if "wait" in value else "task"
    return "decision" if hasattr(value, "ask") else "wait" if hasattr(value, "wait") else "task"


Step = Annotated[
    Annotated[Task, Tag("task")]
    | Annotated[Decision, Tag("decision")]
    | Annotated[Wait, Tag("wait")],
    Discriminator(form_of),
]


class Playbook(Document):
    """How the organisation responds to one kind of incident."""

    KIND: ClassVar[str] = "playbook"
    FOLDER: ClassVar[str] = "playbooks/incidents"
    WHAT: ClassVar[str] = (
        "The response to one kind of incident: who does what, in which order, by when, and what it discharges."
    )

    kind: Literal["playbook"]
    harm: HarmId | None = say("The harm it answers; an outage has none.", None)
    default_severity: SeverityId = say("The severity that a new case gets.")
    moves: Moves = say("What raises and lowers the severity.")
    begins: tuple[EventId, ...] = say(
        "Events that are true at the incident's first instant.", min_length=1
    )
    triggers: tuple[Line, ...] = say("What makes somebody open this playbook.", min_length=1)
    service_level: ServiceLevelId = say("The promises that it is measured by.")
    obligations: tuple[ObligationId, ...] = some("The laws that may arise in it.")
    never: tuple[Line, ...] = some("What must never be done.")
    steps: tuple[Step, ...] = say("The main line, in order.", min_length=1)
    lines: dict[Id, tuple[Step, ...]] = say(
        "Side lines that run beside it; joined by `wait_for`.", {}
    )
    after: Markdown | None = say(
        "How it ends: review, after-care of reviewers, what is learnt.", None
    )
