"""Two books compared: every change of meaning, what a reviewer must see first in front."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from watchbill.diff.affects import affected
from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Change, Direction, How, Weight
from watchbill.diff.edits import Edit, edits
from watchbill.diff.effects import Profiles, effects
from watchbill.diff.kinds import kind_of
from watchbill.diff.said import said
from watchbill.diff.unread import unread
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.where import Address


class Difference(NamedTuple):
    """All changes, and the keys of the documents that were written anew and say what they said."""

    changes: tuple[Change, ...]
    unchanged: tuple[str, ...]


def compare(
    books: Books,
    touched: Collection[str] | None = None,
    profiles: tuple[Profiles, Profiles] | None = None,
) -> Difference:
    """Every change between two books. `touched` are the keys of documents whose files differ; None: all may.

    `profiles` give the profile of a playbook of each book; without them no clock is proven.
    """
    found: list[Change] = []
    for twice in pairs(books, touched):
        own = tuple(dict.fromkeys(_changes(twice, books)))
        found.extend((*own, *unread(twice, own)))
    told = {change.subject for change in found}
    unchanged = sorted({*(touched or ())} - told)
    if profiles is not None:
        found.extend(effects(books, felt_by(found), profiles))
    return Difference(tuple(sorted(found, key=lambda one: one.order)), tuple(unchanged))


def felt_by(found: Iterable[Change]) -> set[str]:
    """The ids of the playbooks whose clocks a change may move."""
    keys: set[str] = set()
    for change in found:
        if change.direction is Direction.NEUTRAL and change.weight is Weight.INFO:
            continue
        keys.update((change.subject, *change.affects))
    return {key.partition(":")[2] for key in keys if key.startswith("playbook:")}


def pairs(books: Books, touched: Collection[str] | None = None) -> Iterator[Twice]:
    """The documents that differ, each with its other state; one that was renamed is the same document."""
    before, after = books
    renamed = dict(_renamed(books))
    every = {*before.keys, *after.keys}
    for key in sorted(every if touched is None else every.intersection(touched)):
        if key in renamed.values() and key not in after.keys:
            continue
        old, new = before.find(renamed.get(key, key)), after.find(key)
        if old is not new:
            yield Twice(old, new)


def _renamed(books: Books) -> Iterator[tuple[str, str]]:
    """The new key and the old one of each document that says what it was called, or will be again."""
    before, after = books
    new, gone = sorted({*after.keys} - {*before.keys}), {*before.keys} - {*after.keys}
    for key, other in _moved(after, new):
        if other in gone:
            yield key, other
    for key, other in _moved(before, sorted(gone)):
        if other in new:
            yield other, key


def _moved(book: Book, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each of these documents that had another id, and the key that it had."""
    for key in keys:
        document = book.find(key)
        if document and document.moved_from:
            yield key, f"{document.kind}:{document.moved_from}"


def _changes(twice: Twice, books: Books) -> Iterator[Change]:
    document = twice.one
    for edit in _edits(twice):
        kind = kind_of(document.kind, edit.field)
        verdict = kind.judge(edit, twice, books)
        if verdict is None:
            continue
        old, new = edit.old, edit.new
        if verdict.how is not None:
            # It is there before and after, whichever of its parts came or went.
            old, new = (new if old is None else old), (old if new is None else new)
        yield Change(
            kind.id,
            verdict.how or edit.how,
            verdict.direction,
            verdict.weight,
            document.key,
            verdict.what,
            said(edit.before) if verdict.before is None else verdict.before,
            said(edit.after) if verdict.after is None else verdict.after,
            verdict.example,
            _address(twice.before, old, verdict.depth),
            _address(twice.after, new, verdict.depth),
            affected(books, twice),
        )


def _edits(twice: Twice) -> list[Edit]:
    old, new = twice
    if old is None or new is None:
        how = How.ADDED if old is None else How.REMOVED
        before, after = (one.title if one else None for one in twice)
        return [Edit("", how, () if old else None, () if new else None, before, after)]
    found = edits(old, new)
    if old.id != new.id:
        found.insert(0, Edit("id", How.CHANGED, ("id",), ("id",), old.id, new.id))
    return found


def _address(
    document: Document | None, path: tuple[str | int, ...] | None, depth: int | None
) -> Address | None:
    return Address(document.key, path[:depth]) if document and path is not None else None
