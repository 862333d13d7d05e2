"""What a law and a promise allow: how a law counts, our own limits for it, the target of a milestone."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel, Target
from watchbill.model.law import Band, GuardBands, Obligation
from watchbill.model.time import Calendar
from watchbill.model.types import Duration
from watchbill.simulate.facts import Known
from watchbill.timeline.counting import Rule

# At which shares of a law's period alarms fall, where we have no limit of our own for it.
PER_CENT = (50, 75, 90)


def rule_of(book: Book, law: Obligation) -> Rule:
    """How a law counts."""
    calendar = book.get(Calendar, law.calendar) if law.calendar else None
    zone = law.timezone or (calendar.timezone if calendar else "UTC")
    return Rule(law.counting, zone, calendar)


def guards(
    book: Book, law: Obligation, known: Known | None = None
) -> Iterator[tuple[GuardBands, Band]]:
    """Our own limits for a law: the rows that no known fact contradicts (all rows without facts)."""
    for bands in book.all(GuardBands):
        for band in bands.bands:
            if band.obligation == law.id and not (known and known.contradicted(band.only_if)):
                yield bands, band


def guard_rule(rule: Rule, within: Duration) -> Rule:
    """How our own limit counts: as the law does, but its days are days even where the law's are working days."""
    return (
        rule._replace(name="calendar-days")
        if rule.name == "business-days" and within.unit == "d"
        else rule
    )


class Goal(NamedTuple):
    """A target: within what, in real time (no calendar) or in the open time of a calendar."""

    within: Duration
    calendar: Calendar | None

    @property
    def text(self) -> str:
        """As a person would say it: `4h`, `10bd of dublin-office`."""
        return f"{self.within} of {self.calendar.id}" if self.calendar else self.within.text


def goal_of(book: Book, level: ServiceLevel, severity: str, milestone: str) -> Goal | None:
    """The target of a milestone at a severity; None where nothing is promised."""
    target = level.targets.get(severity, {}).get(milestone)
    if target is None:
        return None
    within, name = (
        (target.within, target.calendar) if isinstance(target, Target) else (target, level.calendar)
    )
    return Goal(within, None if name == "always" else book.get(Calendar, name))
