"""What we promise and owe: severity ladder, harms, laws, guard bands, service levels."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt

from watchbill.model.base import (
    AudienceId,
    Document,
    EventId,
    Markdown,
    MilestoneId,
    Model,
    RoleId,
    SeverityId,
    say,
    some,
    to,
)
from watchbill.model.types import Condition, Day, Id, LengthOfTime, Line, Percent, Severity, Zone


class Rung(Model):
    """One severity of the ladder."""

    id: Severity = say("`P0` is the worst.")
    title: Line = say("Its name.")
    meaning: Line = say("What it means; if unsure, take the higher.")
    examples: tuple[Line, ...] = say("Cases that belong here.", min_length=1)
    update_every: LengthOfTime | None = say("How often the people involved are told where it stands.", None)
    command: tuple[RoleId, ...] = say("Who runs it.", min_length=1)
    raised_by: tuple[Line, ...] = some("What moves a case up from here.")
    lowered_by: tuple[Line, ...] = some("What moves a case down from here, and who may decide so.")


class SeverityLadder(Document):
    """The ladder of severities."""

    KIND: ClassVar[str] = "severity"
    FOLDER: ClassVar[str] = "playbooks/commitments"
    WHAT: ClassVar[str] = "The ladder P0 to P4: meaning, examples, how often to report, what moves a case up and down."

    kind: Literal["severity"]
    levels: tuple[Rung, ...] = say("The severities, worst first.", min_length=2)


class DsaCode(Model):
    """Codes of the EU transparency database for a statement of reasons."""

    category: Annotated[str, Field(pattern=r"^STATEMENT_CATEGORY_[A-Z_]+$")] = say("The category.")
    alternative: Annotated[str, Field(pattern=r"^STATEMENT_CATEGORY_[A-Z_]+$")] | None = say("A second category that may fit.", None)
    keywords: tuple[Annotated[str, Field(pattern=r"^KEYWORD_[A-Z_]+$")], ...] = some("The keywords.")


class HarmSeverity(Model):
    """Where a case of this harm starts and how low it may go."""

    default: SeverityId = say("The severity that a new case gets.")
    floor: SeverityId = say("The least severity that a playbook may set.")


class Harm(Document):
    """One entry of the harm taxonomy."""

    KIND: ClassVar[str] = "harm"
    FOLDER: ClassVar[str] = "playbooks/commitments"
    WHAT: ClassVar[str] = "An entry of the taxonomy: severity and its floor, public codes, who may see detail."

    kind: Literal["harm"]
    definition: Line = say("What belongs here, without detail that helps an abuser.")
    severity: HarmSeverity = say("Default and floor.")
    needs_two: StrictBool = say("Whether handling it takes two people.", False)
    exposure: Literal["E0", "E1", "E2", "E3"] = say("How heavy the material is on a reviewer: E0 none to E3 extreme.")
    max_audience: AudienceId = say("The highest tier that may see operational detail of it.")
    dsa: DsaCode | None = say("Codes for statements of reasons; left out where no user content is restricted.", None)
    tspa: Line | None = say("Family in the abuse types of the Trust & Safety Professional Association.", None)
    ailuminate: tuple[Annotated[str, Field(pattern=r"^[a-z]{3}(_[a-z]{3})?$")], ...] = some("AILuminate v1 hazards.")
    atlas: tuple[Annotated[str, Field(pattern=r"^AML\.T[0-9]{4}(\.[0-9]{3})?$")], ...] = some("MITRE ATLAS techniques.")
    owasp_llm: tuple[Annotated[str, Field(pattern=r"^LLM(0[1-9]|10)$")], ...] = some("OWASP Top 10 for LLM applications, 2025.")
    owasp_agentic: tuple[Annotated[str, Field(pattern=r"^ASI(0[1-9]|10)$")], ...] = some("OWASP Agentic Top 10, 2026.")
    ncmec: tuple[Line, ...] = some("CyberTipline incident types.")
    ozone: tuple[Annotated[str, Field(pattern=r"^[A-Za-z]+$")], ...] = some("Ozone report reasons.")
    coop: tuple[Annotated[str, Field(pattern=r"^[A-Z_]+$")], ...] = some("Coop policy types.")
    roost: tuple[Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)?$")], ...] = some("Ids in the ROOST community taxonomy.")


class Hold(Model):
    """When a running legal clock stands still."""

    start: EventId = say("The event that stops the clock.", alias="from")
    end: EventId = say("The event that lets it go on.", alias="until")
    then: Literal["restart", "resume"] = say("Whether it begins anew or goes on from where it stood.")


class InForce(Model):
    """From when to when the law binds."""

    start: Day | None = say("First day.", None, alias="from")
    end: Day | None = say("Last day.", None, alias="until")
    certain: StrictBool = say("False where sources conflict or commencement was not verified.", True)
    note: Line | None = say("What is uncertain about it.", None)


class Obligation(Document):
    """One period of one law. The law only: our own target for it is a guard band."""

    KIND: ClassVar[str] = "obligation"
    FOLDER: ClassVar[str] = "playbooks/commitments"
    WHAT: ClassVar[str] = "One period of one law: who must do what within which time, counted how, and how sure we are."

    kind: Literal["obligation"]
    jurisdiction: Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z]{2})?$")] = say("`EU`, `UK`, `US`, `US-CA` ...")
    citation: Line = say("The provision, as counsel would cite it.")
    binding: Literal["must", "may", "not-ours"] = say("A duty of ours, a right or permission, or somebody else's duty.")
    trigger: Line = say("What sets it off, in the law's own terms.")
    starts: EventId = say("The event that starts the clock.")
    due: LengthOfTime | None = say("The period within which it must be done.", None)
    standard: Line | None = say("The law's words where it sets no number: \"without undue delay\".", None)
    keep: LengthOfTime | None = say("A period for which something must be kept (a floor).", None)
    every: LengthOfTime | None = say("A period that comes round again.", None)
    as_ordered: Line | None = say("Where the order itself sets the time: what it may say.", None)
    not_before: LengthOfTime | None = say("It must not be done before this period has passed.", None)
    counting: Literal["elapsed", "calendar-days", "business-days", "months", "eu-1182-71"] = say("How the law counts.", "elapsed")
    timezone: Zone | None = say("The zone that days and months are counted in.", None)
    calendar: to("calendar") | None = say("The calendar that business days and roll-over are counted in.", None)  # type: ignore[valid-type]
    hold: Hold | None = say("When the clock stands still.", None)
    recipient: Line | None = say("To whom it is owed.", None)
    preserve: to("obligation") | None = say("The duty to preserve that goes with it.", None)  # type: ignore[valid-type]
    preserves: Line | None = say("What must be kept with it, in words.", None)
    applies_if: tuple[Condition, ...] = some("Facts that must hold. An unknown fact of the organisation counts as true.")
    not_with: tuple[to("obligation"), ...] = some(  # type: ignore[valid-type]
        "Reports that exclude this one: what was reported there must not be reported here again."
    )
    secrecy: Line | None = say("What the law forbids us to tell, and whom.", None)
    in_force: InForce | None = say("From when to when it binds.", None)
    verification: Literal["verified", "secondary", "unverified"] = say(
        "`verified`: the operative text was read. `secondary`: a digest was. `unverified`: from knowledge."
    )
    source: Line = say("What was read.")
    checked_on: Day = say("The day on which it was checked.")
    recheck_by: Day | None = say("The day by which it must be checked again.", None)
    quote: Line | None = say("The law's own words, where they were read.", None)
    notes: tuple[Annotated[Line, Field()], ...] = some("What counsel wants the reader to know.")


class Band(Model):
    """Our own target for one law: at most half of its period."""

    obligation: to("obligation") = say("The law.")  # type: ignore[valid-type]
    within: LengthOfTime = say("Our own limit, counted from the same event.")
    only_if: tuple[Condition, ...] = some("Facts under which this row holds; two rows for one law where it depends.")
    why: Line | None = say("Why this figure.", None)


class GuardBands(Document):
    """Our own targets for the law, kept apart from it."""

    KIND: ClassVar[str] = "guard-bands"
    FOLDER: ClassVar[str] = "playbooks/commitments"
    WHAT: ClassVar[str] = "Our own targets for legal clocks, so that a slip is ours before it is a breach."

    kind: Literal["guard-bands"]
    warn_at: tuple[Annotated[StrictInt, Field(ge=1, le=99)], ...] = say("Alarms at these per cent of the band.", (50, 75, 90))
    bands: tuple[Band, ...] = say("One row a law (two where a fact decides).", min_length=1)


class Target(Model):
    """A promise with its own calendar."""

    within: LengthOfTime = say("The promised time.")
    calendar: Literal["always"] | to("calendar") = say("Counted in real time, or in the open hours of a calendar.")  # type: ignore[valid-type]


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
    WHAT: ClassVar[str] = "What we promise about time: milestones by severity, the clock they run on, when to warn."

    kind: Literal["service-level"]
    starts: EventId = say("The event that starts every target.")
    calendar: Literal["always"] | to("calendar") = say("`always` counts real time; a calendar counts its open time.")  # type: ignore[valid-type]
    targets: dict[SeverityId, dict[MilestoneId, LengthOfTime | Target]] = say("Targets by severity and milestone.", min_length=1)
    pauses: tuple[Pause, ...] = some("Reasons for which the promise stands still.")
    attainment: Attainment | None = say("The share that must be met.", None)
    warn_at: tuple[Annotated[StrictInt, Field(ge=1, le=99)], ...] = say("Alarms at these per cent of a target.", (50, 75, 90))
    promised_to: Line | None = say("To whom.", None)


__all__ = ["AudienceId", "GuardBands", "Harm", "Markdown", "Obligation", "ServiceLevel", "SeverityLadder"]
