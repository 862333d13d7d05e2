"""Daily work: queues and who works them, training and who is certified, how much a reviewer may be exposed to."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt

from watchbill.model.base import (
    AnyDocument,
    AudienceId,
    Document,
    GroupId,
    HarmId,
    Model,
    ObligationId,
    PlaybookId,
    ServiceLevelId,
    SeverityId,
    StaffId,
    TrainingId,
    say,
    some,
)
from watchbill.model.organization import Days
from watchbill.model.types import Day, Id, LengthOfTime, Line, Percent, WallWindow, Zone

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
Exposure = Literal["E0", "E1", "E2", "E3"]
Cases = Annotated[StrictInt, Field(ge=0, le=1_000_000)]


class Volume(Model):
    """How many cases come in."""

    timezone: Zone = say("The zone whose hours are meant.")
    by_hour: Annotated[tuple[Cases, ...], Field(min_length=24, max_length=24)] = say(
        "Cases that arrive in each hour of an ordinary day, from midnight on: 24 numbers."
    )
    busy_day: Annotated[StrictInt, Field(ge=100, le=1000)] = say(
        "A busy day in per cent of an ordinary one.", 100
    )
    measured: Day | None = say("The last day of the weeks that the numbers were taken from.", None)


class Crew(Model):
    """People who work a queue: of a vendor's site, of a schedule, of a team."""

    id: Id = say("Its short name.")
    who: StaffId = say("The vendor, schedule, team or partner.")
    site: Id | None = say("The vendor's site.", None)
    languages: tuple[Language, ...] = say("Languages in which it works this queue.", min_length=1)
    days: Days = say("On which days.", "every-day")
    hours: WallWindow | None = say(
        "Local hours in which it works this queue. Left out: the site's, or the schedule's watches.",
        None,
    )
    timezone: Zone | None = say("The zone of `hours`, for a team.", None)
    people: Annotated[StrictInt, Field(ge=1, le=10_000)] = say("How many work it at once.")
    on_queue: LengthOfTime = say("The most that one of them handles cases in a working day.")
    block: LengthOfTime | None = say("The longest of it without a break.", None)
    rest: LengthOfTime | None = say("The break after such a block, off the queue.", None)
    days_in_a_row: Annotated[StrictInt, Field(ge=1, le=14)] = say(
        "On how many days in a row one of them works it at most.", 5
    )
    shift: LengthOfTime = say("The length of a shift.", "8h", validate_default=True)
    standby: StrictBool = say(
        "Works it only when another site is down: it covers no hour on an ordinary day.", False
    )


class Gap(Model):
    """Hours in which nobody works a queue in a language, and what happens to a case then."""

    language: Language = say("The language (ISO 639).")
    hours: WallWindow = say("The local hours.")
    timezone: Zone = say("Their zone.")
    then: Line = say("What happens to a case that comes in then.")


class Queue(Document):
    """Cases of one sort that wait for people."""

    KIND: ClassVar[str] = "queue"
    FOLDER: ClassVar[str] = "playbooks/operations"
    WHAT: ClassVar[str] = (
        "Cases that wait for people: how many by hour, how long each takes, who may work them, and by when."
    )

    kind: Literal["queue"]
    harms: tuple[HarmId, ...] = some("What lies in it. Left out where it holds no harm by nature.")
    severity: SeverityId = say("The usual severity of a case.")
    service_level: ServiceLevelId = say("What is promised for its cases.")
    clocks: tuple[ObligationId, ...] = some("Legal clocks that run on its cases.")
    playbooks: tuple[PlaybookId, ...] = some("Where its cases lead.")
    languages: tuple[Language, ...] = say("Languages in which its cases come.", min_length=1)
    tier: AudienceId = say("What everybody who works it must be allowed to read.")
    needs: tuple[TrainingId, ...] = some("Certificates that everybody who works it holds.")
    exposure: Exposure | None = say(
        "How heavy its material is. Left out: as the heaviest of its harms.", None
    )
    volume: Volume = say("The cases that come in, by the hour.")
    handling: LengthOfTime = say("The average time that a case takes.")
    handling_by_language: dict[Language, LengthOfTime] = say("Where a language takes longer.", {})
    occupancy: Percent = say(
        "The most of the time on the queue that is spent on cases; the rest is waiting and breath.",
        "75%",
    )
    worked_by: tuple[Crew, ...] = say("Who works it.", min_length=1)
    gaps: tuple[Gap, ...] = some("Hours without anybody, stated.")


class Module(Model):
    """One part of a training."""

    id: Id = say("Its short name.")
    title: Line = say("What it teaches.")
    takes: LengthOfTime = say("How long it takes.")
    reads: tuple[AnyDocument, ...] = some("What it is about: `playbook:ncii-removal`.")


class Exam(Model):
    """How it is found out that somebody learnt it."""

    items: Annotated[StrictInt, Field(ge=1, le=2000)] = say("How many cases are judged.")
    pass_mark: Percent = say("The share that must be right.")
    attempts: Annotated[StrictInt, Field(ge=1, le=10)] = say("How often it may be tried.", 2)
    then: Line | None = say("What follows when it is failed.", None)


class Certified(Model):
    """How many people of a group hold the certificate, as counted on a day."""

    who: GroupId = say("The team, vendor or partner.")
    site: Id | None = say("The vendor's site.", None)
    people: Annotated[StrictInt, Field(ge=0, le=10_000)] = say("How many hold it.")
    of: Annotated[StrictInt, Field(ge=0, le=10_000)] | None = say(
        "How many work on what it is for.", None
    )
    day: Day = say("The day of the latest round of tests.")


class Training(Document):
    """What somebody must have learnt, and who has."""

    KIND: ClassVar[str] = "training"
    FOLDER: ClassVar[str] = "playbooks/operations"
    WHAT: ClassVar[str] = (
        "What people must have learnt for a queue: modules, test, how long the certificate holds, who has it."
    )

    kind: Literal["training"]
    modules: tuple[Module, ...] = say("Its parts, in order.", min_length=1)
    test: Exam = say("How it is tested.")
    valid: LengthOfTime = say("How long a certificate holds.")
    opens: AudienceId | None = say("The tier that its holders may read.", None)
    certified: tuple[Certified, ...] = some("Who holds it, by group and site.")


class ExposureLevel(Model):
    """How much of the material of one weight a reviewer may see."""

    level: Exposure = say("The weight, as harms name it.")
    per_day: LengthOfTime = say("The most in a working day.")
    block: LengthOfTime | None = say("The longest without a break.", None)
    rest: LengthOfTime | None = say("The break after a block, off the queue.", None)
    days_in_a_row: Annotated[StrictInt, Field(ge=1, le=14)] | None = say(
        "The most days in a row.", None
    )
    opt_in: StrictBool = say("Whether only those work it who said so, and may take it back.", False)
    rotate_off: LengthOfTime | None = say("After how long somebody is moved off it.", None)
    output_targets: StrictBool = say("Whether a number of cases may be asked of anybody.", True)


class AfterIncident(Model):
    """The break after an incident."""

    severity: SeverityId = say("After an incident of this severity or worse.")
    rest: LengthOfTime = say("Off the queue for this long.")


class ExposureLimit(Document):
    """How much heavy material anybody may be given."""

    KIND: ClassVar[str] = "exposure-limit"
    FOLDER: ClassVar[str] = "playbooks/operations"
    WHAT: ClassVar[str] = (
        "How much heavy material a reviewer may see: by weight, in a day, without a break, on days in a row."
    )

    kind: Literal["exposure-limit"]
    applies_to: tuple[GroupId, ...] = some("For whom. Left out: for everybody, vendors included.")
    levels: tuple[ExposureLevel, ...] = say("The limits by weight.", min_length=1)
    after_incidents: tuple[AfterIncident, ...] = some("Breaks after incidents.")
    care: tuple[Line, ...] = some("What is offered besides, to everybody.")
    no_credit: tuple[Line, ...] = some("What eases the work and is not set against a limit.")
    basis: Line = say("Where the numbers come from, and who is to confirm them.")
