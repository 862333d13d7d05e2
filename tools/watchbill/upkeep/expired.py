"""What was fine when it went in and is wrong today: the findings of two days of judgement compared."""

from collections.abc import Iterable, Iterator

from watchbill.finding import Finding, Level
from watchbill.model.card import Card
from watchbill.upkeep.entry import Entry, Urgency

_NONE: dict[str, Card] = {}
Key = tuple[str, str, tuple[str | int, ...]]


def expired(
    today: Iterable[Finding],
    then: Iterable[Finding],
    clock_rules: frozenset[str],
    cards: dict[str, Card] | None = None,
) -> Iterator[Entry]:
    """Every error and warning of today, and every note that the commit did not have.

    `then` are the findings of the same book at the time of its commit. What `clock_rules` say is left out: what
    falls due on a day is told for itself. A finding is the same where its rule and its address are, whatever
    minute it names.
    """
    known = frozenset(map(_key, then))
    for one in today:
        old = _key(one) in known
        if one.rule in clock_rules or (old and one.level is Level.NOTE):
            continue
        why = "so at the time of the commit too" if old else "not so at the time of the commit"
        card = (cards or _NONE).get(one.document)
        yield Entry(
            Urgency.STANDING if one.level is Level.NOTE else Urgency.OVERDUE,
            f"finding/{one.rule}",
            one.document,
            f"{one.message} ({one.level.value}; {why})",
            one.mend or f"see `watchbill explain {one.rule}`",
            card.owner if card else "",
            one.place,
        )


def _key(finding: Finding) -> Key:
    return (finding.rule, finding.document or finding.place.file, finding.path)
