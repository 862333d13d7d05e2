"""Which documents rest on one that changes, whether the change touches them or not."""

from collections.abc import Iterator

from watchbill.diff.books import Books, Twice
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.model.organization import Organization
from watchbill.model.response import Playbook, Wait
from watchbill.model.runbook import Runbook

# What rests on these is all or nothing; they end the search.
_ENDS = frozenset(("organization", "playbook", "scenario"))
_STAFF = frozenset(("schedule", "team", "vendor", "partner"))


def affected(books: Books, twice: Twice) -> tuple[str, ...]:
    """The keys of what rests on a document in either book, sorted, itself left out."""
    found: set[str] = set()
    for book, document in zip(books, twice, strict=True):
        if document is not None:
            found.update(_closure(book, document.key))
    return tuple(sorted(found - {one.key for one in twice if one is not None}))


def _closure(book: Book, key: str) -> set[str]:
    found, pending = {key}, [key]
    while pending:
        one = pending.pop()
        if one.partition(":")[0] in _ENDS and one != key:
            continue
        for other in _resting(book, one):
            if other not in found:
                found.add(other)
                pending.append(other)
    return found


def _resting(book: Book, key: str) -> Iterator[str]:
    kind, _, id = key.partition(":")
    if kind != "organization":
        yield from (card.key for card in book.referrers(key) if card.kind != "organization")
    if kind in _STAFF:
        yield from users(book, roles_of(book, id))
    if kind == "escalation":
        yield from (one.key for one in book.all(Playbook))


def roles_of(book: Book, staff: str) -> frozenset[str]:
    """The roles that a schedule, team, vendor or partner fills."""
    return frozenset(
        role.id
        for organization in book.all(Organization)
        for role in organization.roles
        if role.staffed_by == staff
    )


def users(book: Book, roles: frozenset[str]) -> Iterator[str]:
    """The keys of the documents in which one of these roles works or is called."""
    if not roles:
        return
    for playbook in book.all(Playbook):
        steps = [step for line in (playbook.steps, *playbook.lines.values()) for step in line]
        work = [step for step in steps if not isinstance(step, Wait)]
        if any(role in roles for step in work for role in (step.role, step.second)):
            yield playbook.key
    for matrix in book.all(Escalation):
        levels = [level for path in matrix.paths.values() for level in path.levels]
        if any(role in roles for level in levels for role in (*level.page, *level.tell)):
            yield matrix.key
    for runbook in book.all(Runbook):
        if roles.intersection(runbook.role):
            yield runbook.key
