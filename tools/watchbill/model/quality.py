"""How good the work is: quality programmes, indicators, the scorecards of vendors."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt

from watchbill.model.base import (
    Document,
    HarmId,
    IndicatorId,
    Model,
    PlaybookId,
    QueueId,
    RoleId,
    RunbookId,
    ServiceLevelId,
    SeverityId,
    say,
    some,
)
from watchbill.model.types import Id, LengthOfTime, Line, Percent

Count = Annotated[StrictInt, Field(ge=1, le=1_000_000)]
Weight = Annotated[StrictInt, Field(ge=1, le=100)]
# A number as it is written: no text, and not true or false.
Figure = Annotated[float, Field(strict=True)]
Confidence = Literal[90, 95, 99]


class Criterion(Model):
    """One thing that a reviewed decision is judged by."""

    id: Id = say("Its short name.")
    title: Line = say("What is judged.")
    weight: Weight = say("Its weight; those of all criteria make 100.")
    right: Line = say("When it is right.")
    critical: StrictBool = say("Whether one error here is counted apart, as critical.", False)


class Precision(Model):
    """How exactly a sample is to tell a share."""

    expected: Percent = say("The share that is expected.")
    margin: Percent = say("How far off it may be, either way.")
    confidence: Confidence = say("How often it must be no further off, in per cent.", 95)


class Sample(Model):
    """Decisions that are looked at again."""

    id: Id = say("Its short name.")
    of: Line = say("What it is drawn from, at random.")
    per: LengthOfTime = say("How often it is drawn.")
    at_least: Count = say("How many at least.")
    population: Count | None = say(
        "Out of how many, where these are so few that it matters for the sample.", None
    )
    share: Percent | None = say("The share that is looked at, where it is a share.", None)
    promises: Precision | None = say("What it is to tell, and how exactly.", None)


class DoubleReview(Model):
    """Decisions that two people take, each without seeing the other's."""

    of: Line = say("Which decisions.")
    severity: tuple[SeverityId, ...] = some("At these severities.")
    share: Percent = say("How many of them.")
    differ: Line = say("Who decides where the two differ.")


class GoldenSet(Model):
    """Cases whose right answer is known."""

    id: Id = say("Its short name.")
    harms: tuple[HarmId, ...] = some("What they are cases of.")
    items: Count = say("How many.")
    strata: tuple[Line, ...] = say("What it is balanced over: class, language, difficulty.")
    refresh: Percent = say("The share that is replaced each time.")
    every: LengthOfTime = say("How often it is refreshed.")


class QualityGate(Model):
    """A figure below which something stops."""

    id: Id = say("Its short name.")
    title: Line = say("What it measures.")
    measure: Literal["share", "agreement"] = say(
        "`share`: judged by the lower bound of Wilson's interval; `agreement`: by Krippendorff's alpha."
    )
    at_least: Annotated[float, Field(strict=True, ge=0, le=1)] = say(
        "The figure that must be reached: `0.95`."
    )
    minimum_sample: Count | None = say("On fewer cases than this it is not judged at all.", None)
    confidence: Confidence = say("Of Wilson's interval, in per cent.", 95)
    per: LengthOfTime = say("How often it is judged.")
    decides: RoleId = say("Who acts on it.")
    below: Line = say("What stops or starts when it is not reached.")
    opens: PlaybookId | None = say("The playbook that is opened then.", None)


class Calibration(Model):
    """People judge the same cases and talk about where they differ."""

    every: LengthOfTime = say("How often.")
    cases: Count = say("How many cases.")
    who: tuple[RoleId, ...] = say("Who takes part.", min_length=1)
    runbook: RunbookId | None = say("How it is held.", None)


class QualityProgram(Document):
    """How the decisions of some queues are checked."""

    KIND: ClassVar[str] = "quality-program"
    FOLDER: ClassVar[str] = "playbooks/operations"
    WHAT: ClassVar[str] = (
        "How decisions are checked: samples, criteria with weights, double review, golden sets, gates, calibration."
    )

    kind: Literal["quality-program"]
    queues: tuple[QueueId, ...] = say("The queues whose decisions it checks.", min_length=1)
    criteria: tuple[Criterion, ...] = say("What a decision is judged by.", min_length=1)
    samples: tuple[Sample, ...] = say("What is looked at again.", min_length=1)
    double_review: tuple[DoubleReview, ...] = some("What two people decide.")
    golden_sets: tuple[GoldenSet, ...] = some("Cases whose answer is known.")
    gates: tuple[QualityGate, ...] = some("Figures below which something stops.")
    calibration: Calibration | None = say("How judgement is kept the same.", None)
    fair_use: tuple[Line, ...] = some("What its figures are never used for.")


class Source(Model):
    """Where the figures come from."""

    system: Line = say("The system or record.")
    fields: tuple[Line, ...] = say("What is read there.", min_length=1)


class Indicator(Document):
    """A figure that tells how the operation does."""

    KIND: ClassVar[str] = "indicator"
    FOLDER: ClassVar[str] = "playbooks/commitments/indicators"
    WHAT: ClassVar[str] = (
        "A figure that tells how the operation does: its formula, unit, direction, target, source and rhythm."
    )

    kind: Literal["indicator"]
    formula: Line = say("How it is computed, exactly.")
    where: dict[Annotated[str, Field(min_length=1, max_length=20)], Line] = say(
        "What each sign of the formula stands for.", {}
    )
    unit: Literal["minutes", "hours", "days", "share", "ratio", "count", "alpha", "kappa"] = say(
        "What it is counted in."
    )
    direction: Literal["higher", "lower", "within"] = say(
        "Which way is better; `within`: between the two ends of `target`."
    )
    target: Annotated[tuple[Figure, ...], Field(min_length=1, max_length=2)] | None = say(
        "What it should reach; two ends for `within`. In its unit; a share as 0 to 1.", None
    )
    warn: Figure | None = say("From here on its owner looks into it.", None)
    act: Figure | None = say("From here on its owner acts.", None)
    told_as: tuple[Literal["P50", "P90", "P95", "total", "share", "interval", "trend"], ...] = say(
        "How it is told; never a mean alone.", min_length=1
    )
    every: LengthOfTime = say("How often it is computed.")
    source: Source = say("The record that the figures are read from.")
    counts: tuple[Line, ...] = some("What is counted in, or left out, where people might differ.")
    never: tuple[Line, ...] = some("What it must not be read as.")
    queues: tuple[QueueId, ...] = some("The queues that it tells of.")
    service_levels: tuple[ServiceLevelId, ...] = some("The promises that it tells of.")


class Score(Model):
    """One row of a vendor's scorecard."""

    id: Id = say("Its short name.")
    title: Line = say("What is scored.")
    weight: Weight = say("Its weight; those of all rows make 100.")
    indicator: IndicatorId | None = say("The figure that it is scored by.", None)
    gate: StrictBool = say("Whether a failure here fails the whole card, whatever the sum.", False)


class ServiceCredit(Model):
    """What a vendor gives back where it falls short."""

    when: Line = say("When it is due.")
    indicator: IndicatorId | None = say("The figure that decides.", None)
    credit: Percent = say("How much of the month's fee for the site.")


class Scorecard(Model):
    """How a vendor is judged, month by month."""

    every: LengthOfTime = say("How often it is drawn up.")
    rows: tuple[Score, ...] = say("What is scored.", min_length=1)
    credits: tuple[ServiceCredit, ...] = some("What it gives back.")
    at_most: Percent | None = say("The most that it gives back in a month.", None)
    never: tuple[Line, ...] = some("What is never asked for in exchange for a better score.")
