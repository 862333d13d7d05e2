"""The pages of quality programmes and indicators, and a vendor's scorecard."""

from watchbill.model.quality import Indicator, QualityGate, QualityProgram, Sample, Scorecard
from watchbill.pages.about import byline, document_page
from watchbill.pages.desk import Desk
from watchbill.pages.markup import Html, h, items, join, pairs, table
from watchbill.pages.page import Page, Section
from watchbill.pages.words import every

_BETTER = {"higher": "higher is better", "lower": "lower is better", "within": "within the target"}


def program_page(desk: Desk, program: QualityProgram) -> Page:
    """The page of a quality programme."""
    sections = [
        Section("criteria", "What a decision is judged by", _criteria(program)),
        Section(
            "samples",
            "Samples",
            table("Samples", ("Drawn from", "At least", "Tells"), map(_sample, program.samples)),
        ),
        Section("double", "Two people", _double(program)),
        Section("golden", "Golden sets", _golden(desk, program)),
        Section(
            "gates",
            "Gates",
            table(
                "Gates",
                ("What", "Must reach", "Not reached"),
                (_gate(desk, one) for one in program.gates),
            ),
        ),
        Section("calibration", "Calibration", _calibration(desk, program)),
        Section("fair", "What it is never used for", items(program.fair_use)),
    ]
    rows = [("Checks", desk.links("queue", program.queues))]
    return document_page(desk, program, join(pairs(rows), byline(desk, program)), sections)


def _criteria(program: QualityProgram) -> Html:
    rows = [
        (one.title, one.weight, one.right, "counted apart" if one.critical else "")
        for one in program.criteria
    ]
    return table("Criteria", ("What", "Weight", "Right when", "Errors"), rows)


def _double(program: QualityProgram) -> Html:
    rows = [
        (join(one.of, ", ".join(one.severity), by=", "), one.share, one.differ)
        for one in program.double_review
    ]
    return table("Two people", ("Of", "Share", "Where they differ"), rows)


def _golden(desk: Desk, program: QualityProgram) -> Html:
    rows = [
        (
            join(
                h("code", one.id),
                join(f"{one.items:,}", desk.links("harm", one.harms), by=" of "),
                by=" ",
            ),
            ", ".join(one.strata),
            f"{one.refresh} {every(one.every)}",
        )
        for one in program.golden_sets
    ]
    return table("Golden sets", ("Set", "Balanced over", "Replaced"), rows)


def _sample(one: Sample) -> tuple[object, ...]:
    told = one.promises
    out_of = f"of {one.population}" if one.population else ""
    share = f"and {one.share} at least" if one.share else ""
    return (
        one.of,
        join(f"{one.at_least}", out_of, share, every(one.per), by=" "),
        f"{told.expected}, give or take {told.margin}, {told.confidence} times in 100"
        if told
        else "",
    )


def _gate(desk: Desk, one: QualityGate) -> tuple[object, ...]:
    by = (
        f"lower end of Wilson's interval, {one.confidence} per cent"
        if one.measure == "share"
        else "Krippendorff's alpha"
    )
    least = f"on {one.minimum_sample} cases or more" if one.minimum_sample else ""
    opens = join("opens ", desk.link("playbook", one.opens)) if one.opens else ""
    return (
        one.title,
        join(f"{one.at_least:g}", by, least, every(one.per), by=", "),
        join(one.below, join("Decided by ", desk.role(one.decides)), opens, by=" · "),
    )


def _calibration(desk: Desk, program: QualityProgram) -> Html:
    one = program.calibration
    if one is None:
        return Html("")
    return pairs(
        [
            ("Held", f"{every(one.every)}, on {one.cases} cases"),
            ("With", desk.roles(one.who)),
            ("How", desk.link("runbook", one.runbook)),
        ]
    )


def indicator_page(desk: Desk, indicator: Indicator) -> Page:
    """The page of an indicator: formula, target, source."""
    target = indicator.target or ()
    rows = [
        ("Formula", h("code", indicator.formula)),
        *((h("code", sign), what) for sign, what in indicator.where.items()),
        ("Counted in", indicator.unit),
        ("Direction", _BETTER[indicator.direction]),
        ("Target", " to ".join(f"{end:g}" for end in target)),
        ("Looked into from", f"{indicator.warn:g}" if indicator.warn is not None else ""),
        ("Acted on from", f"{indicator.act:g}" if indicator.act is not None else ""),
        ("Told as", ", ".join(indicator.told_as)),
        ("Computed", every(indicator.every)),
        ("Read from", f"{indicator.source.system}: {', '.join(indicator.source.fields)}"),
        ("Queues", desk.links("queue", indicator.queues)),
        ("Promises", desk.links("service-level", indicator.service_levels)),
    ]
    sections = [
        Section("counts", "What counts", items(indicator.counts)),
        Section("never", "What it must not be read as", items(indicator.never)),
    ]
    return document_page(desk, indicator, join(pairs(rows), byline(desk, indicator)), sections)


def scorecard(desk: Desk, card: Scorecard | None) -> list[Section]:
    """The sections on how a vendor is judged."""
    if card is None:
        return []
    rows = [
        (
            one.title,
            join(str(one.weight), "a failure fails the card" if one.gate else "", by=", "),
            desk.link("indicator", one.indicator),
        )
        for one in card.rows
    ]
    credits = [
        (one.when, desk.link("indicator", one.indicator), one.credit) for one in card.credits
    ]
    most = f"{card.at_most} of a month's fee at most" if card.at_most else ""
    heads = ("What", "Weight", "Figure")
    return [
        Section(
            "scorecard",
            "Scorecard",
            join(h("p", f"Drawn up {every(card.every)}."), table("Scorecard", heads, rows)),
        ),
        Section(
            "credits",
            "Service credits",
            join(
                table("Service credits", ("When", "Figure", "Of the month's fee"), credits),
                h("p", most) if most else "",
            ),
        ),
        Section("score-never", "Never asked for a better score", items(card.never)),
    ]
