"""What the law says, and our own targets for it."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt

from watchbill.model.base import (
    CalendarId,
    Document,
    EventId,
    Model,
    ObligationId,
    Owner,
    say,
    some,
)
from watchbill.model.types import Condition, Day, LengthOfTime, Line, Zone


class Hold(Model):
    """When a running legal clock stands still."""

    start: EventId = say("The event that stops the clock.", alias="from")
    end: EventId = say("The event that lets it go on.", alias="until")
    then: Literal["restart", "resume"] = say(
        "Whether it begins anew or goes on from where it stood."
    )


class InForce(Model):
    """From when to when the law binds."""

    start: Day | None = say("First day.", None, alias="from")
    end: Day | None = say("Last day.", None, alias="until")
    certain: StrictBool = say(
        "False where sources conflict or commencement was not verified.", True
    )
    note: Line | None = say("What is uncertain about it.", None)


class NotOperated(Model):
    """Why no playbook of ours discharges a law, and who decided that."""

    because: Line = say("The reason in one line: who meets it, or why nobody need.")
    decided_by: Owner = say("The team or partner that decided it.")
    decided_on: Day = say("The day on which it was decided.")


class Obligation(Document):
    """One period of one law. The law only: our own target for it is a guard band."""

    KIND: ClassVar[str] = "obligation"
    FOLDER: ClassVar[str] = "playbooks/commitments"
    WHAT: ClassVar[str] = (
        "One period of one law: who must do what within which time, counted how, and how sure we are."
    )

    kind: Literal["obligation"]
    jurisdiction: Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z]{2})?$")] = say(
        "`EU`, `UK`, `US`, `US-CA` ..."
    )
    citation: Line = say("The provision, as counsel would cite it.")
    binding: Literal["must", "may", "not-ours"] = say(
        "A duty of ours, a right or permission, or somebody else's duty."
    )
    trigger: Line = say("What sets it off, in the law's own terms.")
    starts: EventId = say("The event that starts the clock.")
    due: LengthOfTime | None = say("The period within which it must be done.", None)
    standard: Line | None = say(
        'The law\'s words where it sets no number: "without undue delay".', None
    )
    keep: LengthOfTime | None = say("A period for which something must be kept (a floor).", None)
    every: LengthOfTime | None = say("A period that comes round again.", None)
    as_ordered: Line | None = say("Where the order itself sets the time: what it may say.", None)
    not_before: LengthOfTime | None = say(
        "It must not be done before this period has passed.", None
    )
    counting: Literal["elapsed", "calendar-days", "business-days", "months", "eu-1182-71"] = say(
        "How the law counts.", "elapsed"
    )
    timezone: Zone | None = say("The zone that days and months are counted in.", None)
    calendar: CalendarId | None = say(
        "The calendar that business days and roll-over are counted in.", None
    )
    hold: Hold | None = say("When the clock stands still.", None)
    recipient: Line | None = say("To whom it is owed.", None)
    preserve: ObligationId | None = say("The duty to preserve that goes with it.", None)
    preserves: Line | None = say("What must be kept with it, in words.", None)
    applies_if: tuple[Condition, ...] = some(
        "Facts that must hold. An unknown fact of the organisation counts as true."
    )
    not_with: tuple[ObligationId, ...] = some(
        "Reports that exclude this one: what was reported there must not be reported here again."
    )
    secrecy: Line | None = say("What the law forbids us to tell, and whom.", None)
    secret_if: tuple[Condition, ...] = some(
        "Facts that must hold for the secrecy; left out, it always holds."
    )
    erases: StrictBool = say(
        "Whether meeting it deletes what another law may order to keep: a ceiling on keeping.",
        False,
    )
    yields_to: tuple[ObligationId, ...] = some(
        "For a law that erases: the duties to keep for longer that go before it."
    )
    not_operated: NotOperated | None = say(
        "Where no playbook discharges it: why, by whose decision, and since when.", None
    )
    in_force: InForce | None = say("From when to when it binds.", None)
    verification: Literal["verified", "secondary", "unverified"] = say(
        "`verified`: the operative text was read. `secondary`: a digest was. `unverified`: from knowledge."
    )
    source: Line = say("What was read.")
    checked_on: Day = say("The day on which it was checked.")
    recheck_by: Day | None = say("The day by which it must be checked again.", None)
    quote: Line | None = say("The law's own words, where they were read.", None)
    notes: tuple[Annotated[Line, Field()], ...] = some("What counsel wants the reader to know.")

    @property
    def on_card(self) -> tuple[tuple[str, str], ...]:
        """How it binds, and its dates (ISO 8601)."""
        force = self.in_force
        dates = {
            "recheck_by": self.recheck_by,
            "in_force.from": force.start if force else None,
            "in_force.until": force.end if force else None,
        }
        told = ((name, day.isoformat()) for name, day in dates.items() if day)
        left = (("not_operated", self.not_operated.because),) if self.not_operated else ()
        return (("binding", self.binding), ("verification", self.verification), *left, *told)


class Band(Model):
    """Our own target for one law: at most half of its period."""

    obligation: ObligationId = say("The law.")
    within: LengthOfTime = say("Our own limit, counted from the same event.")
    only_if: tuple[Condition, ...] = some(
        "Facts under which this row holds; two rows for one law where it depends."
    )
    why: Line | None = say("Why this figure.", None)


class GuardBands(Document):
    """Our own targets for the law, kept apart from it."""

    KIND: ClassVar[str] = "guard-bands"
    FOLDER: ClassVar[str] = "playbooks/commitments"
    WHAT: ClassVar[str] = (
        "Our own targets for legal clocks, so that a slip is ours before it is a breach."
    )

    kind: Literal["guard-bands"]
    warn_at: tuple[Annotated[StrictInt, Field(ge=1, le=99)], ...] = say(
        "Alarms at these per cent of the band.", (50, 75, 90)
    )
    bands: tuple[Band, ...] = say("One row a law (two where a fact decides).", min_length=1)
