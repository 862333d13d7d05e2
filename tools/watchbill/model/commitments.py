"""What we promise and owe: severity ladder, harms, laws, guard bands, service levels."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt

from watchbill.model.base import (
    AudienceId,
    CalendarId,
    Document,
    EventId,
    MilestoneId,
    Model,
    RoleId,
    SeverityId,
    say,
    some,
)
from watchbill.model.types import Id, LengthOfTime, Line, Percent, Severity


class Rung(Model):
    """One severity of the ladder."""

    id: Severity = say("`P0` is the worst.")
    title: Line = say("Its name.")
    meaning: Line = say("What it means; if unsure, take the higher.")
    examples: tuple[Line, ...] = say("Cases that belong here.", min_length=1)
    update_every: LengthOfTime | None = say(
        "How often the people involved are told where it stands.", None
    )
    command: tuple[RoleId, ...] = say("Who runs it.", min_length=1)
    raised_by: tuple[Line, ...] = some("What moves a case up from here.")
    lowered_by: tuple[Line, ...] = some("What moves a case down from here, and who may decide so.")


class SeverityLadder(Document):
    """The ladder of severities."""

    KIND: ClassVar[str] = "severity"
    FOLDER: ClassVar[str] = "playbooks/commitments"
    WHAT: ClassVar[str] = (
        "The ladder P0 to P4: meaning, examples, how often to report, what moves a case up and down."
    )

    kind: Literal["severity"]
    levels: tuple[Rung, ...] = say("The severities, worst first.", min_length=2)


class DsaCode(Model):
    """Codes of the EU transparency database for a statement of reasons."""

    category: Annotated[str, Field(pattern=r"^STATEMENT_CATEGORY_[A-Z_]+$")] = say("The category.")
    alternative: Annotated[str, Field(pattern=r"^STATEMENT_CATEGORY_[A-Z_]+$")] | None = say(
        "A second category that may fit.", None
    )
    keywords: tuple[Annotated[str, Field(pattern=r"^KEYWORD_[A-Z_]+$")], ...] = some(
        "The keywords."
    )


class HarmSeverity(Model):
    """Where a case of this harm starts and how low it may go."""

    default: SeverityId = say("The severity that a new case gets.")
    floor: SeverityId = say("The least severity that a playbook may set.")


class Harm(Document):
    """One entry of the harm taxonomy."""

    KIND: ClassVar[str] = "harm"
    FOLDER: ClassVar[str] = "playbooks/commitments"
    WHAT: ClassVar[str] = (
        "An entry of the taxonomy: severity and its floor, public codes, who may see detail."
    )

    kind: Literal["harm"]
    definition: Line = say("What belongs here, without detail that helps an abuser.")
    severity: HarmSeverity = say("Default and floor.")
    needs_two: StrictBool = say("Whether handling it takes two people.", False)
    exposure: Literal["E0", "E1", "E2", "E3"] = say(
        "How heavy the material is on a reviewer: E0 none to E3 extreme."
    )
    max_audience: AudienceId = say("The highest tier that may see operational detail of it.")
    dsa: DsaCode | None = say(
        "Codes for statements of reasons; left out where no user content is restricted.", None
    )
    tspa: Line | None = say(
        "Family in the abuse types of the Trust & Safety Professional Association.", None
    )
    ailuminate: tuple[Annotated[str, Field(pattern=r"^[a-z]{3}(_[a-z]{3})?$")], ...] = some(
        "AILuminate v1 hazards."
    )
    atlas: tuple[Annotated[str, Field(pattern=r"^AML\.T[0-9]{4}(\.[0-9]{3})?$")], ...] = some(
        "MITRE ATLAS techniques."
    )
    owasp_llm: tuple[Annotated[str, Field(pattern=r"^LLM(0[1-9]|10)$")], ...] = some(
        "OWASP Top 10 for LLM applications, 2025."
    )
    owasp_agentic: tuple[Annotated[str, Field(pattern=r"^ASI(0[1-9]|10)$")], ...] = some(
        "OWASP Agentic Top 10, 2026."
    )
    ncmec: tuple[Line, ...] = some("CyberTipline incident types.")
    ozone: tuple[Annotated[str, Field(pattern=r"^[A-Za-z]+$")], ...] = some("Ozone report reasons.")
    coop: tuple[Annotated[str, Field(pattern=r"^[A-Z_]+$")], ...] = some("Coop policy types.")
    roost: tuple[Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)?$")], ...] = some(
        "Ids in the ROOST community taxonomy."
    )


class Target(Model):
    """A promise with its own calendar."""

    within: LengthOfTime = say("The promised time.")
    calendar: Literal["always"] | CalendarId = say(
        "Counted in real time, or in the open hours of a calendar."
    )


class Pause(Model):
    """A coded reason for which the promise stands still."""

    id: Id = say("Its code.")
    why: Line = say("What we wait for, and for how long at most.")
    at_most: LengthOfTime | None = say("The longest it may last before the promise runs on.", None)


class Attainment(Model):
    """The share of cases that must meet their targets."""

    share: Percent = say("The share, such as `95%`.")
    over: LengthOfTime = say("The window over which it is taken, such as `28d`.")


class ServiceLevel(Document):
    """What we promise about time."""

    KIND: ClassVar[str] = "service-level"
    FOLDER: ClassVar[str] = "playbooks/commitments"
    WHAT: ClassVar[str] = (
        "What we promise about time: milestones by severity, the clock they run on, when to warn."
    )

    kind: Literal["service-level"]
    starts: EventId = say("The event that starts every target.")
    calendar: Literal["always"] | CalendarId = say(
        "`always` counts real time; a calendar counts its open time."
    )
    targets: dict[SeverityId, dict[MilestoneId, LengthOfTime | Target]] = say(
        "Targets by severity and milestone.", min_length=1
    )
    pauses: tuple[Pause, ...] = some("Reasons for which the promise stands still.")
    attainment: Attainment | None = say("The share that must be met.", None)
    warn_at: tuple[Annotated[StrictInt, Field(ge=1, le=99)], ...] = say(
        "Alarms at these per cent of a target.", (50, 75, 90)
    )
    promised_to: Line | None = say("To whom.", None)
