"""Runs the rules over a book: signs each hit with its rule, finds its place, honours silences.

A verdict on a document is kept with the states of what was read for it, and used again until one of
them changes: the hash of a document, and of the day of judgement the version of the tz database. What
the rules about the whole book say is kept until any card changes, or the instant of judgement.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, Protocol

from watchbill.finding import Finding, Hit, Level
from watchbill.model.book import CARD, Book
from watchbill.model.states import States
from watchbill.rules import Rule
from watchbill.timeline.zones import tz_version
from watchbill.verdicts import Verdicts
from watchbill.where import Address, Place


class Placer(Protocol):
    """Finds the place of a hit in its file."""

    def place(self, hit: Hit) -> Place:
        """The place of the hit."""


class Judged(NamedTuple):
    """All findings of the rules, sorted, and the verdicts to be kept for the next run."""

    findings: tuple[Finding, ...]
    verdicts: Verdicts


def judge(
    book: Book, places: Placer, rules: Sequence[Rule], digests: Mapping[str, str], kept: Verdicts
) -> Judged:
    """Every finding of these rules. `digests` gives the hash of each document by key."""
    states = States(book, digests, tz_version())
    keys, judged, changed = frozenset(book.keys), frozenset(kept.own), _changed(states, kept)
    anew = (keys - judged) | (kept.resting(changed) & keys)
    book.narrow(anew)
    seen = book.whole_state()
    whole = kept.whole if _stands(kept.whole, seen, states) else []
    kinds = frozenset(key.partition(":")[0] for key in anew) | ({"*"} if anew else set())
    asked = [one for one in rules if _may_say(one, kinds, bool(whole))]
    fresh, wide = _asked(book, partial(sign, places=places), asked)
    if not whole:
        aside = {name: states.of(name) for name in sorted(book.aside)}
        whole = [seen, aside, [_kept_hit(*one) for one in wide if one[0].sight == ()]]
    lost = (judged - keys) | anew
    found = {key: rows for key, rows in kept.found.items() if key not in lost}
    found.update((key, [to_row(one) for one in sorted(fresh[key])]) for key in sorted(fresh))
    numbers, rests = kept.rested_anew(lost, book.reads)
    same = kept.states.keys() - changed
    now = {name: kept.states[name] if name in same else states.of(name) for name in rests}
    own = {key: states.digests.get(key, "") for key in numbers}
    known = [from_row(row) for rows in found.values() for row in rows]
    said = [sign(rule, hit, places) for rule, hit in wide if rule.sight is None]
    said += [sign(*_hit_again(row), places) for row in whole[2]]
    return Judged(tuple(sorted({*known, *said})), Verdicts(own, numbers, now, rests, found, whole))


def judge_once(
    book: Book, places: Placer, rules: Sequence[Rule], unplaced: Container[str] = ()
) -> tuple[Finding, ...]:
    """The same findings, where no earlier run left anything and nothing is kept for the next.

    What the rules named in `unplaced` find has its file for its place: nobody looks for the line.
    """
    files = _Files(book)

    def signed(rule: Rule, hit: Hit) -> Finding:
        return sign(rule, hit, files if rule.id in unplaced else places)

    fresh, wide = _asked(book, signed, rules)
    told = [signed(rule, hit) for rule, hit in wide]
    return tuple(sorted({*told, *(one for found in fresh.values() for one in found)}))


class _Files:
    """The file of a hit for its place."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def place(self, hit: Hit) -> Place:
        """The file of the document."""
        card = self._book.cards.get(hit.at.document)
        return Place(card.file if card else hit.at.document)


def _may_say(rule: Rule, kinds: frozenset[str], whole: bool) -> bool:
    """Whether a rule may have something new to say of these kinds; `whole`: of the whole book it is known."""
    if rule.sight is None:
        return True
    return not kinds.isdisjoint(rule.sight) if rule.sight else not whole


def _asked(
    book: Book, signed: Callable[[Rule, Hit], Finding], rules: Iterable[Rule]
) -> tuple[dict[str, list[Finding]], list[tuple[Rule, Hit]]]:
    """The findings on each document that was judged, and the hits of rules about the whole book."""
    fresh: dict[str, list[Finding]] = {}
    wide: list[tuple[Rule, Hit]] = []
    book.aside.clear()
    for rule in rules:
        book.wide = False
        hits = [(book.subject, hit) for hit in rule.check(book)]
        if book.wide:
            wide.extend((rule, hit) for _, hit in hits)
            continue
        for subject, hit in hits:
            key = subject or hit.at.document
            if key in book.reads:
                # The place of the hit rests on the text of the document that it is in.
                book.reads[key].add(hit.at.document)
                fresh.setdefault(key, []).append(signed(rule, hit))
    return fresh, wide


def _stands(whole: list[Any], seen: str, states: States) -> bool:
    """Whether what was kept of the rules about the whole book still holds."""
    return bool(
        whole
        and whole[0] == seen
        and all(states.of(name) == state for name, state in whole[1].items())
    )


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


def _kept_hit(rule: Rule, hit: Hit) -> list[Any]:
    """A hit of a rule about the whole book as plain data; its place is looked for again each time."""
    return [rule.id, rule.level.value, *hit.at, *hit[1:]]


def _hit_again(row: list[Any]) -> tuple[Rule, Hit]:
    id, level, document, path, *rest = row
    return Rule(id, Level(level), _silent, "", False), Hit(Address(document, tuple(path)), *rest)


def _silent(_: Book) -> Iterator[Hit]:
    return iter(())


def _changed(states: States, kept: Verdicts) -> frozenset[str]:
    """What has another state than it had. A document that has not changed has its card still."""
    own = states.digests
    found = {key for key, state in kept.own.items() if own.get(key) != state}
    for name, state in kept.states.items():
        if own.get(name) == state:
            continue
        key = name.removesuffix(CARD)
        now = own.get(key, "") if key != name else ""
        same = now and now in (kept.own.get(key), kept.states.get(key))
        if not same and states.of(name) != state:
            found.add(name)
    return frozenset(found)
