"""Promises and legal clocks as thresholds on metrics."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel, Target
from watchbill.model.law import Band, GuardBands, Obligation
from watchbill.model.organization import Organization
from watchbill.model.types import Duration
from watchbill.model.web import page_path

CASE_OPEN, CASE_LEFT = "watchbill_case_open_seconds", "watchbill_case_left_seconds"
CLOCK_RUNNING, CLOCK_LEFT = "watchbill_clock_running_seconds", "watchbill_clock_left_seconds"


class Stage(NamedTuple):
    """A stretch of a metric's values that raises an alert: from `above` up to `upto` (None: no end).

    `strict` means beyond `above`, not at it; `upto` itself belongs to the stage iff `whole`.
    Values are seconds.
    """

    alert: str
    percent: int
    above: Fraction
    strict: bool = False
    upto: Fraction | None = None
    whole: bool = False


class Clock(NamedTuple):
    """A metric of one promise or law: its labels, its stages, and how to speak of it."""

    group: str
    metric: str
    labels: tuple[tuple[str, str], ...]
    stages: tuple[Stage, ...]
    what: str
    limit: str
    site: str
    page: str


class _Notes:
    """What cannot be watched as the book says it, gathered while the clocks are made."""

    def __init__(self) -> None:
        self.unwarned: list[str] = []
        self.rounded: list[str] = []
        self.unguarded: list[str] = []
        self.hidden = 0

    def losses(self, audience: str) -> Iterator[str]:
        """The notes as sentences."""
        if self.unwarned:
            yield (
                "Promises in business days or months are known to be broken, but nothing warns before: "
                f"{', '.join(self.unwarned)}."
            )
        if self.rounded:
            yield (
                "Guard bands in calendar days are taken as so many times 24 hours, an hour off when clocks "
                f"change: {', '.join(self.rounded)}."
            )
        if self.unguarded:
            yield f"Guard bands in months raise no alert, only the law does: {', '.join(self.unguarded)}."
        if self.hidden:
            yield (
                f"Left out, as not in use or for narrower readers than `{audience}`: promises and legal "
                f"clocks, {self.hidden} in number."
            )


def clocks(book: Book) -> tuple[tuple[Clock, ...], tuple[str, ...]]:
    """Every clock that can be watched, and in words what cannot."""
    notes = _Notes()
    found: list[Clock] = []
    site = next((one.site.rstrip("/") + "/" for one in book.all(Organization)), "")
    for level in book.all(ServiceLevel):
        if _shown(book, level, notes):
            found.extend(_promises(level, site, notes))
    bands = [(one.warn_at, band) for one in book.all(GuardBands) for band in one.bands]
    for duty in book.all(Obligation):
        if _shown(book, duty, notes):
            mine = [row for row in bands if row[1].obligation == duty.id]
            found.extend(_duty(duty, mine, site, notes))
    return tuple(found), tuple(notes.losses(book.default_audience()))


def _shown(book: Book, document: Document, notes: _Notes) -> bool:
    """Whether every reader of the default audience may read a document that is in use."""
    open_ = book.tiers().may_read(book.default_audience(), book.audience_of(document))
    shown = open_ and not document.only and document.status == "active"
    notes.hidden += not shown
    return shown


def _promises(level: ServiceLevel, site: str, notes: _Notes) -> Iterator[Clock]:
    for severity, targets in sorted(level.targets.items()):
        for milestone, target in targets.items():
            within = target.within if isinstance(target, Target) else target
            labels = (
                ("service_level", level.id),
                ("severity", severity),
                ("milestone", milestone),
            )
            limit = _real(within, "elapsed")
            metric = CASE_LEFT if limit is None else CASE_OPEN
            stages: tuple[Stage, ...]
            if limit is None:
                stages = (Stage("WatchbillPromiseBroken", 100, Fraction(0), strict=True),)
                notes.unwarned.append(f"`{level.id}` {severity} {milestone} ({within})")
            else:
                warn = _warnings("WatchbillPromiseWarning", level.warn_at, limit)
                stages = (*warn, Stage("WatchbillPromiseBroken", 100, Fraction(limit), strict=True))
            what = f"{level.title}: {milestone} within {within} at {severity}"
            page = page_path(level.KIND, level.id)
            group = f"service-level {level.id}"
            yield Clock(group, metric, labels, stages, what, str(within), site, page)


def _duty(
    duty: Obligation, bands: list[tuple[tuple[int, ...], Band]], site: str, notes: _Notes
) -> Iterator[Clock]:
    period = (duty.due or duty.every) if duty.binding == "must" else None
    law = _real(period, duty.counting) if period else None
    page = page_path(duty.KIND, duty.id)
    group = f"legal clocks {duty.jurisdiction}"
    name = (("obligation", duty.id),)
    what = f"{duty.title} ({duty.citation})"
    for warn_at, band in bands:
        guard = _guard(duty, band, notes)
        if guard is None:
            continue
        labels = (*name, ("guard", str(band.within))) if len(bands) > 1 else name
        end = Fraction(law) if law is not None and law > guard else None
        stages = (
            *_warnings("WatchbillGuardWarning", warn_at, guard),
            Stage("WatchbillGuardBroken", 100, Fraction(guard), True, end, whole=True),
        )
        limit = f"our own limit of {band.within}"
        yield Clock(group, CLOCK_RUNNING, labels, stages, what, limit, site, page)
    if law is not None:
        over = (Stage("WatchbillLawBroken", 100, Fraction(law), strict=True),)
        limit = f"the law's {period}"
        yield Clock(group, CLOCK_RUNNING, name, over, what, limit, site, page)
    elif period is not None or (duty.as_ordered and duty.binding == "must"):
        over = (Stage("WatchbillLawBroken", 100, Fraction(0), strict=True),)
        limit = f"the law's {period}" if period else "the time that the order sets"
        yield Clock(group, CLOCK_LEFT, name, over, what, limit, site, page)


def _guard(duty: Obligation, band: Band, notes: _Notes) -> int | None:
    """The guard band in seconds; None where it has no fixed length."""
    if band.within.unit == "d" and duty.counting != "elapsed":
        notes.rounded.append(f"`{duty.id}` ({band.within})")
        return band.within.nominal_seconds
    guard = _real(band.within, "elapsed")
    if guard is None:
        notes.unguarded.append(f"`{duty.id}` ({band.within})")
    return guard


def _real(duration: Duration, counting: str) -> int | None:
    """Real seconds of a period; a day has 24 hours only where time is counted as it passes."""
    if duration.unit == "d" and counting == "elapsed":
        return duration.nominal_seconds
    return duration.seconds


def _warnings(alert: str, percents: tuple[int, ...], limit: int) -> tuple[Stage, ...]:
    """A stage from each percentage to the next, the last up to the limit itself; none for no time at all."""
    if not limit:
        return ()
    steps = [(percent, Fraction(limit * percent, 100)) for percent in sorted(set(percents))]
    ends = [value for _, value in steps[1:]]
    return tuple(
        Stage(alert, percent, value, False, end, whole=end == limit)
        for (percent, value), end in zip(steps, [*ends, Fraction(limit)], strict=True)
    )
