"""Which documents an auditor of one document must see: who acts on it, and all that these rest on."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from watchbill.diff.affects import GROUND, resting_on, rows_for
from watchbill.model.book import Book
from watchbill.model.card import Card
from watchbill.model.escalation import Escalation
from watchbill.model.law import GuardBands, Obligation
from watchbill.model.organization import Organization
from watchbill.model.response import Playbook
from watchbill.model.runbook import Runbook
from watchbill.simulate.proof.question import roles_of

# What a playbook does its work with, whether a field names it or its prose.
_TOOLS = ("message", "runbook")
_NAMED = ("calendar", "harm", "service-level", *_TOOLS)
# What has a part in those playbooks only that name it in a field.
_DIRECT = ("harm", "obligation", "service-level", *_TOOLS)
_STAFF = ("schedule", "team", "vendor", "partner")
# What tries a playbook out.
_TRIALS = ("drill", "scenario")
# Fields that say who answers for a document or where else to look, not what it does.
_BESIDE = ("approvers", "only", "owner", "related", "replaced_by")


class Concerned(NamedTuple):
    """The keys, sorted: the documents themselves, the playbooks that act on them, what those rest on, their trials."""

    subjects: tuple[str, ...]
    playbooks: tuple[str, ...]
    rests: tuple[str, ...]
    trials: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """All of them, each once."""
        return tuple(sorted({key for part in self for key in part}))


def concerned(book: Book, subjects: Iterable[str]) -> Concerned:
    """What these documents concern in a book; those that it does not have are left out."""
    own = {key for key in subjects if book.card(key)}
    playbooks = {one for key in own for one in _playbooks(book, key)}
    rests = {one for key in own for one in _ground_of(book, key)}
    laws = {key.partition(":")[2] for key in own if key.startswith("obligation:")}
    for key in playbooks:
        playbook = book.find(key)
        if isinstance(playbook, Playbook):
            rests.update(_rests(book, playbook, laws))
    return Concerned(
        *(
            tuple(sorted(part))
            for part in (own, playbooks, rests - own - playbooks, _trials(book, own | playbooks))
        )
    )


def _playbooks(book: Book, key: str) -> Iterator[str]:
    """The playbooks in which a document has a part."""
    if key.startswith("playbook:"):
        yield key
    elif key.partition(":")[0] in _DIRECT:
        cards = book.referrers(key)
        yield from (one.key for one in cards if one.kind == "playbook" and _acts(one, key))
    elif key.partition(":")[0] in _TRIALS:
        yield from _fields(book.card(key), ("playbook",))
    else:
        yield from (one for one in resting_on(book, key) if one.startswith("playbook:"))


def _acts(card: Card, key: str) -> bool:
    return key in set(_fields(card, (key.partition(":")[0],)))


def _fields(card: Card | None, kinds: Iterable[str], *, prose: bool = False) -> Iterator[str]:
    """The keys of these kinds that a document names in fields that say what it does, and in its prose if asked."""
    for ref in card.references if card else ():
        if (ref.word and not prose) or (not ref.word and ref.path[0] in _BESIDE):
            continue
        yield from (f"{kind}:{ref.id}" for kind in ref.kinds if kind in kinds)


def _there(book: Book, keys: Iterable[str]) -> Iterator[str]:
    return (key for key in keys if book.card(key))


def _ground_of(book: Book, key: str) -> Iterator[str]:
    """What a document rests on by itself, whoever acts on it."""
    document = book.find(key)
    yield from _there(book, _fields(book.card(key), _NAMED))
    if isinstance(document, Obligation):
        yield from _there(book, (f"obligation:{one}" for one in (document.preserve,) if one))
        yield from _guards(book, {document.id})
        yield from (one for one in book.keys if one.startswith("facts:"))


def _guards(book: Book, laws: set[str]) -> Iterator[str]:
    """Our own limits for these laws."""
    for one in book.all(GuardBands):
        if any(band.obligation in laws for band in one.bands):
            yield one.key


def _rests(book: Book, playbook: Playbook, laws: set[str]) -> Iterator[str]:
    """What a playbook rests on. Of the law, what is asked about; where no law is, all that may arise in it."""
    card = book.card(playbook.key)
    named = {*_there(book, _fields(card, _NAMED)), *_there(book, _fields(card, _TOOLS, prose=True))}
    named |= _reached(book, named)
    yield from named
    own = laws or set(playbook.obligations)
    if not laws:
        yield from _there(book, (f"obligation:{id}" for id in playbook.obligations))
    yield from _guards(book, own)
    yield from (key for key in book.keys if key.partition(":")[0] in GROUND)
    runbooks = (book.find(key) for key in sorted(named))
    roles = {role for one in runbooks if isinstance(one, Runbook) for role in one.role}
    yield from _people(book, {*roles, *roles_of(playbook), *_paged(book, playbook)})
    for key in (*named, *(one.key for one in book.all(Escalation))):
        yield from _there(book, _fields(book.card(key), ("calendar",)))


def _reached(book: Book, keys: Iterable[str]) -> set[str]:
    """The runbooks and messages that runbooks lead on to, by their prose as well."""
    found, pending = set[str](), [key for key in keys if key.startswith("runbook:")]
    while pending:
        for key in _there(book, _fields(book.card(pending.pop()), _TOOLS, prose=True)):
            if key not in found:
                found.add(key)
                pending.extend([key] if key.startswith("runbook:") else [])
    return found


def _paged(book: Book, playbook: Playbook) -> Iterator[str]:
    """The roles that the rows of the matrix may page or tell for a playbook."""
    for matrix in book.all(Escalation):
        for row in rows_for(matrix, playbook):
            path = matrix.paths.get(row.path)
            for level in path.levels if path else ():
                yield from (*level.page, *level.tell)


def _people(book: Book, roles: set[str]) -> Iterator[str]:
    """Who fills these roles, and the calendars that they work by."""
    by = {
        role.staffed_by
        for organization in book.all(Organization)
        for role in organization.roles
        if role.id in roles
    }
    for id in sorted(by):
        for key in _there(book, (f"{kind}:{id}" for kind in _STAFF)):
            yield key
            yield from _there(book, _fields(book.card(key), ("calendar",)))


def _trials(book: Book, keys: set[str]) -> set[str]:
    """The scenarios, and the drills where a book has them, that name one of these."""
    return {
        card.key
        for key in keys
        for card in book.referrers(key)
        if card.kind in _TRIALS and _acts(card, key)
    }
