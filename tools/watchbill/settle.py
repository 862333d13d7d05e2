"""The findings of the rules at their final levels: the settings, silences, and what the change touches."""

from collections.abc import Iterable, Mapping

from watchbill.finding import Finding, Level
from watchbill.model.book import Book


def settle(
    findings: Iterable[Finding],
    book: Book,
    *,
    levels: Mapping[str, str],
    clock_rules: frozenset[str],
    touched: frozenset[str] | None,
) -> tuple[Finding, ...]:
    """The findings at their final levels, without those that are silenced, sorted.

    `levels` are the settings' own levels by rule (`off` drops the rule). What only the passing of time
    can cause is a note, except on documents that the change touches (`touched`; None: no change known).
    """
    today = book.now.date()
    silences = {key: card.silences for key, card in book.silenced.items()}
    settled = []
    for finding in findings:
        level = levels.get(finding.rule, finding.level.value)
        if level == "off":
            continue
        if finding.rule in clock_rules and (touched is None or finding.document not in touched):
            level = "note"
        if any(
            rule == finding.rule and until >= today
            for rule, _, until in silences.get(finding.document, ())
        ):
            continue
        settled.append(finding._replace(level=Level(level)))
    return tuple(sorted(settled))
