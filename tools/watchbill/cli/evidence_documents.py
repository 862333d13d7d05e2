"""The documents of a bundle of evidence: each version as a file, what the ones asked for said, what was accepted."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from watchbill.cli.evidence_gate import Gate, Seen
from watchbill.cli.show import plain
from watchbill.diff.affects import rows_for
from watchbill.diff.walked import Point, Walked
from watchbill.edit.dump import dump
from watchbill.model.base import Document
from watchbill.model.escalation import Escalation
from watchbill.model.law import Obligation
from watchbill.model.response import Playbook
from watchbill.pages.hide import every_line
from watchbill.report.evidence.bundle import Accepted, Fact, State, Version, stem

# What is told of a document that was asked for, in this order; of kinds that have it.
_TOLD = (
    ("title", "Title"),
    ("jurisdiction", "Jurisdiction"),
    ("citation", "Citation"),
    ("binding", "Binding"),
    ("trigger", "Set off by"),
    ("starts", "Clock starts with"),
    ("due", "Due within"),
    ("standard", "Standard"),
    ("keep", "Kept for"),
    ("every", "Every"),
    ("as_ordered", "As ordered"),
    ("not_before", "Not before"),
    ("counting", "Counted as"),
    ("timezone", "In the zone"),
    ("recipient", "Owed to"),
    ("in_force", "In force"),
    ("verification", "Verification"),
    ("source", "Source"),
    ("checked_on", "Checked on"),
    ("recheck_by", "To be checked again by"),
    ("quote", "Words of the law"),
    ("summary", "Summary"),
    ("owner", "Owner"),
    ("status", "Status"),
    ("review", "Review"),
)
_BROKEN = "it cannot be read in this state, so nobody can say who may see it"


class Stored(NamedTuple):
    """Files of the bundle by path."""

    files: dict[str, bytes]


def versions(
    gate: Gate, points: Sequence[Point], states: Sequence[State], laid: Stored, audience: str
) -> Iterator[Version]:
    """Every version of every document concerned, from which state on; the files are laid down."""
    known: dict[str, tuple[str | None, bool]] = {}
    for state, point in zip(states, points, strict=False):
        seen = gate.seen(point.loaded.book) if point.loaded else None
        for key in sorted({*point.concern.keys, *known}):
            if point.loaded is None:
                continue
            now = point.loaded.digests.get(key)
            shown = bool(seen and seen.shows(key))
            if known.get(key) == (now, shown):
                continue
            before = known.get(key)
            known[key] = (now, shown)
            if shown and seen is not None:
                yield _laid(gate, state, point, seen, laid, key, audience)
            elif key in point.loaded.book.broken:
                yield Version(key, state.number, "", "", _BROKEN)
            elif now is None and before is not None and before[1]:
                yield Version(key, state.number, "", "", "it is not there any more")


def _laid(
    gate: Gate, state: State, point: Point, seen: Seen, laid: Stored, key: str, audience: str
) -> Version:
    """A version as a file: the bytes that Git has where the readers may see all of them."""
    card = point.loaded.book.card(key) if point.loaded else None
    file = card.file if card else ""
    kind, _, id = key.partition(":")
    base = f"documents/{kind}/{id}/{stem(state)}"
    raw = _raw(point, file)
    # What no tier governs, such as comments, is only for those who may read what names none.
    whole = gate.inside and seen.whole(key)
    if raw is not None and whole and gate.open(raw.decode("utf-8", "replace")):
        path = f"{base}{'.md' if file.lower().endswith('.md') else '.yaml'}"
        laid.files[path] = raw
        return Version(key, state.number, file, path)
    document = seen.document(key)
    text = dump(plain(document, defaults=False)) if document is not None else ""
    laid.files[f"{base}.yaml"] = f"# As {audience} may read it.\n{text}".encode()
    return Version(
        key, state.number, file, f"{base}.yaml", f"not the file itself: as {audience} may read it"
    )


def _raw(point: Point, file: str) -> bytes | None:
    try:
        return point.stand.tree.read(file) if point.stand and file else None
    except OSError:
        return None


def facts(gate: Gate, walk: Walked) -> Iterator[Fact]:
    """What the documents that were asked for said, each time that it was something else."""
    known: dict[str, tuple[tuple[str, str], ...]] = {}
    for number, point in enumerate(walk.points):
        seen = gate.seen(point.loaded.book) if point.loaded else None
        for key in point.concern.subjects:
            document = seen.document(key) if seen else None
            rows = tuple(_rows(document)) if document is not None else ()
            if seen is not None and isinstance(document, Obligation):
                rows += tuple(_discharged(seen, document.id, point.concern.playbooks))
            if seen is not None and isinstance(document, Obligation | Playbook):
                rows += tuple(_paged(seen, point.concern.playbooks))
            if rows and known.get(key) != rows:
                known[key] = rows
                yield Fact(key, number, rows)


def _discharged(seen: Seen, law: str, playbooks: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The steps that discharge a law, in the playbooks as the readers may see them."""
    for key in playbooks:
        playbook = seen.document(key)
        lines = every_line(playbook).values() if isinstance(playbook, Playbook) else ()
        steps = (step for line in lines for step in line)
        for step in steps:
            if law in getattr(step, "discharges", ()):
                title = getattr(step, "title", None) or getattr(step, "ask", "")
                yield "Discharged by", f"{key}, step {step.id}: {title}"


def _paged(seen: Seen, playbooks: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The paths that the rows of the matrix may take for these playbooks, as the readers may see them."""
    for key in playbooks:
        playbook = seen.document(key)
        for id in seen.book.ids("escalation"):
            matrix = seen.document(f"escalation:{id}")
            if not isinstance(playbook, Playbook) or not isinstance(matrix, Escalation):
                continue
            names = (row.path for row in rows_for(matrix, playbook))
            for name in dict.fromkeys(names):
                if name in matrix.paths:
                    yield (
                        "May be paged by",
                        f"{matrix.key}, path {name}: {matrix.paths[name].title} ({key})",
                    )


def _rows(document: Document) -> Iterator[tuple[str, str]]:
    data = plain(document, defaults=True)
    for field, label in _TOLD:
        value = data.get(field)
        if value not in (None, "", [], {}):
            yield label, _said(value)


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_said(one)}" for name, one in value.items() if one is not None)
    return "yes" if value is True else "no" if value is False else str(value)


def accepted(gate: Gate, points: Sequence[Point]) -> Iterator[Accepted]:
    """The findings that were accepted in what the readers may see, from which state to which."""
    found: dict[tuple[str, str, str, date], list[int]] = {}
    for number, point in enumerate(points):
        seen = gate.seen(point.loaded.book) if point.loaded else None
        for key in point.concern.keys:
            document = seen.document(key) if seen else None
            for one in document.silences if document is not None else ():
                found.setdefault((key, one.rule, one.reason, one.until), []).append(number)
    for (key, rule, reason, until), numbers in sorted(found.items()):
        if gate.open(reason):
            yield Accepted(key, rule, reason, until, numbers[0], numbers[-1])
