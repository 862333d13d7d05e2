"""Fixes of names: the id that a document itself says it was replaced by or renamed to."""

import re
from collections.abc import Iterator

from watchbill.edit.case import Case
from watchbill.edit.edits import Edit, cut
from watchbill.load.examine import examine
from watchbill.load.fault import Span
from watchbill.model.book import Book
from watchbill.model.card import Card, Reference


def replaced(case: Case) -> Iterator[Edit]:
    """The id of the document that replaces the one that is named."""
    for ref, kind in _references(case):
        card = case.book.card(f"{kind}:{ref.id}")
        new = _successor(case.book, card) if card else ""
        if new:
            yield from _renamed(case, ref, new)


def _successor(book: Book, card: Card) -> str:
    """The id at the end of the chain of replacements; "" where it leads nowhere."""
    seen: set[str] = set()
    while card.status == "deprecated" and card.key not in seen:
        seen.add(card.key)
        follower = book.card(f"{card.kind}:{card.replaced_by}") if card.replaced_by else None
        if follower is None:
            return ""
        card = follower
    return "" if card.key in seen or not seen else card.id


def moved(case: Case) -> Iterator[Edit]:
    """The new id of a document that was renamed, where just one says that it had the old one."""
    for ref, kind in _references(case):
        if case.book.has(f"{kind}:{ref.id}"):
            continue
        keys = [f"{kind}:{id}" for id in case.book.ids(kind)]
        documents = (case.book.find(key) for key in keys)
        new = [one.id for one in documents if one is not None and one.moved_from == ref.id]
        if len(new) == 1:
            yield from _renamed(case, ref, new[0])


def _references(case: Case) -> Iterator[tuple[Reference, str]]:
    """The references at the finding's address, each with every kind that it may be of."""
    card = case.book.card(case.finding.document)
    for ref in card.references if card else ():
        if ref.path == case.finding.path:
            for kind in ref.kinds:
                yield ref, kind


def _renamed(case: Case, ref: Reference, new: str) -> Iterator[Edit]:
    """Another id at a reference: the value, or every such link of its prose. A link to a step stays."""
    if not ref.word:
        old = cut(case.text, case.span)
        name = re.compile(rf"(?<![a-z0-9-]){re.escape(ref.id)}(?![a-z0-9-])")
        if len(name.findall(old)) == 1 and ref.id in old.split(":")[-1]:
            yield Edit(case.span, name.sub(new, old))
    elif "#" not in ref.word:
        lines = case.text.split("\n")
        for number in _prose(case, len(lines)):
            for found in re.finditer(re.escape(ref.word), lines[number]):
                span = Span(number, found.start(), number, found.end())
                yield Edit(span, ref.word.replace(f":{ref.id}", f":{new}"))


def _prose(case: Case, count: int) -> range:
    """The lines of the prose that a finding is in."""
    front, offset = case.front
    spot = examine(front).spots.get(case.finding.path)
    if spot is not None:
        return range(spot.value.line + offset, min(spot.value.end_line + offset + 1, count))
    return range(front.count("\n") + 2, count) if offset else range(0)
