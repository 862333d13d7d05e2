"""Who must agree to a change: by the rows of the book that stood before it, and the approvers of each document."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from watchbill.diff.books import Books
from watchbill.diff.change import Change, Direction, Weight
from watchbill.diff.speakers import KIND as SPEAKERS
from watchbill.diff.speakers import spoke
from watchbill.model.approvals import Approval, Approvals
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.commitments import Harm
from watchbill.model.organization import Organization
from watchbill.model.response import Playbook
from watchbill.model.tiers import Tiers

_POLICY = "approvals/row"
_APPROVERS = "document/approvers"


class Needed(NamedTuple):
    """Who must agree: each team by id with the changes it must agree to, and how many people in all.

    `first` is the first of its changes: the worst, where they come worst first.
    """

    teams: dict[str, tuple[str, ...]]
    people: int
    first: Mapping[str, Change] = MappingProxyType({})


def needed(books: Books, changes: Iterable[Change]) -> Needed:
    """Who must agree to these changes. A change that carries no weight needs nobody."""
    teams: dict[str, list[str]] = {}
    first: dict[str, Change] = {}
    people = 0
    for change in changes:
        for row in _rows(books, change):
            people = max(people, row.people)
            for team in row.by:
                teams.setdefault(team, []).append(_named(change))
                first.setdefault(team, change)
    return Needed(
        {team: tuple(dict.fromkeys(names)) for team, names in sorted(teams.items())}, people, first
    )


def _named(change: Change) -> str:
    return f"{change.subject}: {change.what}"


def _rows(books: Books, change: Change) -> Iterator[Approval]:
    if change.direction is Direction.NEUTRAL and change.weight is Weight.INFO:
        return
    document = _document(books, change)
    approvers = document.approvers if document else ()
    if change.kind == _APPROVERS and change.new:
        after = books.after.find(change.new.document)
        approvers += after.approvers if after else ()
    if approvers:
        yield Approval(by=approvers)
    for row in _policy(books.before):
        if document and _fits(books, row, change, document):
            yield row
    if change.kind == SPEAKERS:
        yield from _of_speakers(books, change)
    if change.kind == _POLICY or (document and document.kind == "approvals"):
        yield from _of_policy(books, change)


def _document(books: Books, change: Change) -> Document | None:
    """The document that changed, as it was; as it is where it is new."""
    old = books.before.find(change.old.document) if change.old else None
    return old or (books.after.find(change.new.document) if change.new else None)


def _policy(book: Book) -> Iterator[Approval]:
    for policy in book.all(Approvals):
        yield from policy.rows


def _of_policy(books: Books, change: Change) -> Iterator[Approval]:
    """Of a change of the policy, the row that went and the row that came."""
    for book, address in ((books.before, change.old), (books.after, change.new)):
        document = book.find(address.document) if address else None
        if isinstance(document, Approvals) and address and len(address.path) > 1:
            yield document.rows[int(address.path[1])]
        elif isinstance(document, Approvals):
            yield from document.rows


def _of_speakers(books: Books, change: Change) -> Iterator[Approval]:
    """Of a change of who speaks for a team, those who spoke for it, and those who guard the policy."""
    if spoke(change):
        yield Approval(by=(spoke(change),))
    for policy in books.before.all(Approvals):
        if policy.approvers:
            yield Approval(by=policy.approvers)


def _fits(books: Books, row: Approval, change: Change, document: Document) -> bool:
    return (
        change.direction.value in row.direction
        and change.weight.rank <= Weight(row.at_least).rank
        and (not row.of or document.kind in row.of)
        and (not row.harm or _harm(document) in row.harm)
        and (row.tier is None or _above(books, document, row.tier))
    )


def _harm(document: Document) -> str:
    if isinstance(document, Playbook):
        return document.harm or ""
    return document.id if isinstance(document, Harm) else ""


def _above(books: Books, document: Document, tier: str) -> bool:
    """Whether a document is for a tier or one above it, before the change or after it."""
    for book in books:
        state = book.find(document.key)
        for organization in book.all(Organization):
            audience = (state.audience if state else None) or organization.default_audience
            reads = Tiers({one.id: one.reads for one in organization.audiences})
            if state and reads.may_read(audience, tier):
                return True
    return False
