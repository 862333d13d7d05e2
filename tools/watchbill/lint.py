"""Runs the rules over a book: signs each hit with its rule, finds its place, honours silences.

A verdict on a document is kept with the states of what was read for it, and used again until one of
them changes: the hash of a document, and of the day of judgement the version of the tz database. Rules
about the whole book are asked anew each time.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from watchbill.finding import Finding, Hit, Level
from watchbill.model.book import DAY, Book
from watchbill.rules import Rule
from watchbill.timeline.zones import tz_version
from watchbill.where import Place


class Placer(Protocol):
    """Finds the place of a hit in its file."""

    def place(self, hit: Hit) -> Place:
        """The place of the hit."""


Verdicts = dict[str, Any]


class Judged(NamedTuple):
    """All findings of the rules, sorted, and the verdicts to be kept for the next run."""

    findings: tuple[Finding, ...]
    verdicts: Verdicts


def judge(
    book: Book, places: Placer, rules: Sequence[Rule], digests: Mapping[str, str], kept: Verdicts
) -> Judged:
    """Every finding of these rules. `digests` gives the hash of each document by key."""
    states = _States({**digests, f"{DAY}:{book.today}": tz_version()})
    keys = frozenset(book.keys)
    verdicts = {key: row for key, row in kept.items() if key in keys and states.hold(key, row)}
    book.narrow(keys - verdicts.keys())
    fresh: dict[str, list[Finding]] = {}
    wide: list[Finding] = []
    for rule in rules:
        book.wide = False
        hits = [(book.subject, hit) for hit in rule.check(book)]
        for subject, hit in hits:
            finding = sign(rule, hit, places)
            (wide if book.wide else fresh.setdefault(subject or hit.at.document, [])).append(
                finding
            )
    for key, reads in sorted(book.reads.items()):
        findings = sorted(fresh.get(key, ()))
        verdicts[key] = [
            states.of(key),
            {name: states.of(name) for name in sorted(reads)},
            [to_row(one) for one in findings],
        ]
    known = [from_row(row) for verdict in verdicts.values() for row in verdict[2]]
    return Judged(tuple(sorted({*known, *wide})), verdicts)


def sign(rule: Rule, hit: Hit, places: Placer) -> Finding:
    """A hit with its rule's name and level, and its place."""
    return Finding(
        places.place(hit), rule.id, rule.level, hit.message, hit.mend, hit.at.document, hit.at.path
    )


def to_row(finding: Finding) -> list[Any]:
    """A finding as plain data."""
    return [
        list(finding.place),
        finding.rule,
        finding.level.value,
        finding.message,
        finding.mend,
        finding.document,
        list(finding.path),
    ]


def from_row(row: list[Any]) -> Finding:
    """The finding that `to_row` wrote."""
    place, rule, level, message, mend, document, path = row
    return Finding(Place(*place), rule, Level(level), message, mend, document, tuple(path))


class _States:
    """The state of each document, of all of a kind, and of the day of judgement, as a short text."""

    def __init__(self, digests: Mapping[str, str]) -> None:
        self._digests = digests
        self._kinds: dict[str, str] = {}

    def of(self, name: str) -> str:
        kind, _, id = name.partition(":")
        if id != "*":
            return self._digests.get(name, "")
        if kind not in self._kinds:
            rows = "\n".join(
                f"{key} {digest}"
                for key, digest in sorted(self._digests.items())
                if key.startswith(f"{kind}:")
            )
            self._kinds[kind] = hashlib.sha256(rows.encode()).hexdigest()
        return self._kinds[kind]

    def hold(self, key: str, row: Any) -> bool:
        """Whether a kept verdict still stands."""
        digest, reads, _ = row
        return bool(
            digest == self.of(key) and all(self.of(name) == state for name, state in reads.items())
        )


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
    silences = {key: card.silences for key, card in book.cards.items() if card.silences}
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
