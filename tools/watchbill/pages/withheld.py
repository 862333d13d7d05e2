"""Rows about somebody whom an edition does not show: a crew, a certificate, a gate, a task go with their people."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from watchbill.model.base import Document
from watchbill.model.escalation import Escalation, Row
from watchbill.model.operations import ExposureLimit, Queue, Training
from watchbill.model.readiness import Drill, Held, PolicyChange
from watchbill.pages.hide import WITHHELD

R = TypeVar("R")


def without_their_rows(before: Document, after: Document, hidden: frozenset[str]) -> Document:
    """A document whose hidden names are taken out already, without the rows that were about these.

    `hidden` are the keys of the documents that are not shown. A list that is left out to mean everybody is
    never emptied: it keeps WITHHELD, so that what holds for somebody hidden is not said to hold for all.
    """
    update: dict[str, Any] = {}
    if isinstance(after, Escalation) and isinstance(before, Escalation):
        return _matrix(before, after)
    if isinstance(after, Queue):
        update = {"worked_by": _kept(after.worked_by, lambda one: one.who)}
    elif isinstance(after, Training):
        update = {"certified": _kept(after.certified, lambda one: one.who)}
    elif isinstance(after, PolicyChange) and isinstance(before, PolicyChange):
        update = {"gates": _gates(before, after, hidden)}
    elif isinstance(after, ExposureLimit) and isinstance(before, ExposureLimit):
        update = {"applies_to": _never_all(before.applies_to, after.applies_to)}
    elif isinstance(after, Drill) and isinstance(before, Drill):
        pairs = zip(before.held, after.held, strict=True)
        update = {"held": tuple(_held(old, new, hidden) for old, new in pairs)}
    return after.model_copy(update=update) if update else after


def _kept(rows: Sequence[R], who: Callable[[R], str]) -> tuple[R, ...]:
    return tuple(row for row in rows if who(row) != WITHHELD)


def _never_all(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    return (WITHHELD,) if before and not after else after


def _gates(before: PolicyChange, after: PolicyChange, hidden: frozenset[str]) -> tuple[Any, ...]:
    """A vendor's gates go with the vendor; those of a team stay, without who did it and where that is kept."""
    shown = []
    for old, new in zip(before.gates, after.gates, strict=True):
        if new.who != WITHHELD:
            shown.append(new)
        elif f"vendor:{old.who}" not in hidden and old.gate != "vendor-certification":
            shown.append(new.model_copy(update={"site": None, "record": None}))
    return tuple(shown)


def _held(before: Held, after: Held, hidden: frozenset[str]) -> Held:
    pairs = zip(before.actions, after.actions, strict=True)
    actions = tuple(new for old, new in pairs if f"vendor:{old.owner}" not in hidden)
    playbooks = _never_all(before.playbooks, after.playbooks)
    return after.model_copy(update={"actions": actions, "playbooks": playbooks})


def _matrix(before: Escalation, after: Escalation) -> Escalation:
    """Rows of the matrix that lost what they were about go, and so do paths that no row takes."""
    pairs = zip(before.matrix, after.matrix, strict=True)
    rows = tuple(row for old, row in pairs if not _emptied(old, row))
    taken = {row.path for row in rows}
    if len(rows) == len(before.matrix):
        return after
    paths = {name: path for name, path in after.paths.items() if name in taken}
    return after.model_copy(update={"matrix": rows, "paths": paths})


def _emptied(old: Row, new: Row) -> bool:
    return any(getattr(old, field) and not getattr(new, field) for field in ("playbook", "harm"))
