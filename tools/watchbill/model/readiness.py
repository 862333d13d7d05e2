"""Being ready: changes of policy on their way into force, and exercises."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictInt

from watchbill.model.base import (
    AnyDocument,
    Document,
    GroupId,
    Markdown,
    Model,
    PlaybookId,
    QueueId,
    RegionId,
    RoleId,
    TrainingId,
    say,
    some,
)
from watchbill.model.types import Day, Id, Instant, LengthOfTime, Line, WallTime, Zone


class PolicyGate(Model):
    """Something that must be done and recorded before a policy takes effect."""

    gate: Literal["golden-set-delta", "agreement-retest", "vendor-certification"] = say("What.")
    who: GroupId | None = say("The vendor that is certified, or the team that does it.", None)
    site: Id | None = say("The vendor's site.", None)
    done: Instant | None = say("When it was done. Left out: not yet.", None)
    result: Line | None = say("What came of it, in figures.", None)
    record: Line | None = say("Where it is kept.", None)


class EmergencyChange(Model):
    """Why a policy takes effect before its gates, and until when these are made up for."""

    why: Line = say("What could not wait.")
    agreed_by: Annotated[tuple[RoleId, ...], Field(min_length=2)] = say(
        "The two who agreed, at least."
    )
    gates_by: Instant = say("When every gate must have been done.")


class PolicyChange(Document):
    """A policy on its way into force."""

    KIND: ClassVar[str] = "policy-change"
    FOLDER: ClassVar[str] = "playbooks/operations"
    WHAT: ClassVar[str] = (
        "A change of policy: when it takes effect, and what must be done everywhere before it does."
    )

    kind: Literal["policy-change"]
    policy: Line = say("The policy that changes, and its version.")
    what: Markdown = say("What is decided otherwise from then on, with examples.")
    effective: Instant = say("When it takes effect.")
    queues: tuple[QueueId, ...] = say("The queues where it is applied.", min_length=1)
    documents: tuple[AnyDocument, ...] = some("What changes with it: `playbook:ncii-removal`.")
    trainings: tuple[TrainingId, ...] = some("The trainings whose test it is part of.")
    gates: tuple[PolicyGate, ...] = some("What is done before it takes effect.")
    emergency: EmergencyChange | None = say("Where it could not wait for its gates.", None)


class Action(Model):
    """Something to mend."""

    what: Line = say("What.")
    owner: GroupId = say("Who.")
    due: Day = say("By when.")
    done: Day | None = say("The day on which it was done.", None)


class Held(Model):
    """An exercise that took place."""

    day: Day = say("The day.")
    playbooks: tuple[PlaybookId, ...] = some("Which were played. Left out: all of the drill's.")
    groups: tuple[GroupId, ...] = say("Who took part.", min_length=1)
    outcome: Literal["met", "missed", "stopped"] = say(
        "Whether every clock was met; `stopped` by a real incident."
    )
    found: tuple[Line, ...] = some("What came to light.")
    actions: tuple[Action, ...] = some("What is mended for it.")
    record: Line | None = say("Where the notes are kept.", None)


class Kit(Model):
    """What the facilitator's papers are made from; the same values make the same papers."""

    seed: Annotated[StrictInt, Field(ge=0, le=999_999)] = say("Which surprises.")
    at: Instant = say("When the exercise pretends to begin.")
    region: RegionId | None = say("The region that it is played in.", None)


class Drill(Document):
    """An exercise that comes round, and the record of those held."""

    KIND: ClassVar[str] = "drill"
    FOLDER: ClassVar[str] = "playbooks/operations"
    WHAT: ClassVar[str] = (
        "An exercise: which playbooks, how often, at what hour, with whom; and what came to light each time."
    )

    kind: Literal["drill"]
    playbooks: tuple[PlaybookId, ...] = say("What is played.", min_length=1)
    form: Literal["tabletop", "live", "walk-through", "paging"] = say(
        "Talked through, done on the real systems with a made-up case, read step by step, or paging only."
    )
    every: LengthOfTime = say("How often.")
    hour: WallTime | None = say("At which hour, where that matters.", None)
    timezone: Zone | None = say("The zone of that hour.", None)
    roles: tuple[RoleId, ...] = say("Who plays.", min_length=1)
    goals: tuple[Line, ...] = say("What is to be shown.", min_length=1)
    kit: Kit | None = say("What `watchbill drill` makes its papers from.", None)
    script: Markdown | None = say(
        "How it is played, minute by minute, for those who lead it.", None
    )
    held: tuple[Held, ...] = some("Those that took place, the latest first.")
