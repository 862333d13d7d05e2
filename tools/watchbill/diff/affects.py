"""Which documents rest on one that changes, whether the change touches them or not."""

from collections.abc import Callable, Iterator

from watchbill.diff.books import Books, Twice
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation, Row
from watchbill.model.exposed import holds_for, weight_of
from watchbill.model.law import GuardBands
from watchbill.model.operations import Crew, ExposureLimit, Queue
from watchbill.model.organization import Organization
from watchbill.model.response import Playbook, Wait
from watchbill.model.runbook import Runbook

# Which documents that name one in a field do what it says. Who only links to it, or owns it, does not change.
_FOLLOW = {
    "calendar": ("schedule", "service-level", "obligation", "escalation"),
    "harm": ("playbook", "escalation", "queue"),
    "indicator": ("vendor",),
    "message": ("playbook",),
    "obligation": ("playbook", "guard-bands", "obligation", "queue"),
    "playbook": ("playbook", "scenario", "drill"),
    "queue": ("quality-program", "policy-change", "indicator"),
    "runbook": ("playbook", "quality-program"),
    "service-level": ("playbook", "queue", "indicator"),
    "training": ("queue", "policy-change"),
}
_STAFF = frozenset(("schedule", "team", "vendor", "partner"))
# What every playbook stands on, in itself; where something reaches them through it, only those it reaches.
GROUND = frozenset(("escalation", "facts", "organization", "severity"))
# What is felt, but hands nothing on: who rests on its other parts does not feel this one.
_ENDS = frozenset(("escalation", "guard-bands", "playbook", "queue", "vendor"))


def affected(books: Books, twice: Twice) -> tuple[str, ...]:
    """The keys of what rests on a document in either book, sorted, itself left out."""
    found: set[str] = set()
    for book, document in zip(books, twice, strict=True):
        if document is not None:
            found.update(resting_on(book, document.key))
    return tuple(sorted(found - {one.key for one in twice if one is not None}))


def resting_on(book: Book, key: str) -> set[str]:
    """The keys of what rests on a document in one book, itself among them."""
    found, pending = {key}, [key]
    while pending:
        one = pending.pop()
        if one != key and one.partition(":")[0] in _ENDS:
            continue
        for other in _resting(book, one):
            if other not in found:
                found.add(other)
                pending.append(other)
    return found


def _resting(book: Book, key: str) -> Iterator[str]:
    kind, _, id = key.partition(":")
    follow = _FOLLOW.get(kind, ())
    for card in book.referrers(key) if follow else ():
        named = (ref for ref in card.references if ref.id == id and kind in ref.kinds)
        if card.kind in follow and any(not ref.word and ref.path[0] != "related" for ref in named):
            yield card.key
    if kind in _STAFF:
        yield from users(book, roles_of(book, id))
        yield from _worked(book, lambda _, crew: crew.who == id)
    if kind == "exposure-limit":
        yield from _limited(book, id)
    if kind == "calendar":
        yield from _routed(book, lambda row: row.hours == id)
    if kind == "guard-bands":
        yield from _guarded(book, id)
    if kind in GROUND:
        yield from (one for one in book.keys if one.startswith("playbook:"))


def _guarded(book: Book, id: str) -> Iterator[str]:
    """The playbooks in which a law may arise that these have a limit for."""
    bands = book.get(GuardBands, id)
    laws = {band.obligation for band in bands.bands} if bands else set()
    yield from (one.key for one in book.all(Playbook) if laws.intersection(one.obligations))


def _worked(book: Book, wanted: Callable[[Queue, Crew], bool]) -> Iterator[str]:
    """The queues with a wanted crew."""
    for queue in book.all(Queue):
        if any(wanted(queue, crew) for crew in queue.worked_by):
            yield queue.key


def _limited(book: Book, id: str) -> Iterator[str]:
    """The queues with a crew that must keep to a limit, for material as heavy as theirs."""
    limit = book.get(ExposureLimit, id)
    if limit is None:
        return
    levels = {one.level for one in limit.levels}
    yield from _worked(
        book,
        lambda queue, crew: weight_of(book, queue) in levels and holds_for(book, limit, crew),
    )


def roles_of(book: Book, staff: str) -> frozenset[str]:
    """The roles that a schedule, team, vendor or partner fills."""
    return frozenset(
        role.id
        for organization in book.all(Organization)
        for role in organization.roles
        if role.staffed_by == staff
    )


def users(book: Book, roles: frozenset[str]) -> Iterator[str]:
    """The keys of the documents in which one of these roles works or is called, or that call it over the matrix."""
    if not roles:
        return
    for playbook in book.all(Playbook):
        steps = [step for line in (playbook.steps, *playbook.lines.values()) for step in line]
        work = [step for step in steps if not isinstance(step, Wait)]
        if any(role in roles for step in work for role in (step.role, step.second)):
            yield playbook.key
    for matrix in book.all(Escalation):
        paths = {
            name
            for name, path in matrix.paths.items()
            if any(role in roles for level in path.levels for role in (*level.page, *level.tell))
        }
        if paths:
            yield matrix.key
        yield from _routed(book, _into(paths))
    for runbook in book.all(Runbook):
        if roles.intersection(runbook.role):
            yield runbook.key


def _into(paths: set[str]) -> Callable[[Row], bool]:
    """Whether a row leads into one of these paths."""
    return lambda row: row.path in paths


def _routed(book: Book, wanted: Callable[[Row], bool]) -> Iterator[str]:
    """The keys of the playbooks for which a wanted row of a matrix may be the one that fits."""
    for playbook in book.all(Playbook):
        for matrix in book.all(Escalation):
            if any(wanted(row) for row in rows_for(matrix, playbook)):
                yield playbook.key


def rows_for(matrix: Escalation, playbook: Playbook) -> Iterator[Row]:
    """The rows that may fit a case of a playbook at some severity, region and hour; none below one that always fits."""
    for row in matrix.matrix:
        if row.playbook is not None and playbook.id not in row.playbook:
            continue
        if row.harm is not None and playbook.harm not in row.harm:
            continue
        yield row
        if row.severity is None and row.region is None and row.hours is None:
            return
