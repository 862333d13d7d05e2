"""Another id for a document: every name of it in the book, its own id, and the name of its file."""

import re
from pathlib import Path
from typing import NamedTuple

from watchbill.edit.edits import Edit, cut
from watchbill.editor.definitions import naming
from watchbill.editor.desk import View
from watchbill.editor.names import name_at, own_name, resolved
from watchbill.editor.sheet import Sheet
from watchbill.load.fault import Span
from watchbill.model.types import ID_PATTERN

_LONGEST = 64


class Refused(Exception):
    """Why a document cannot be renamed: one line for the author."""


class Renaming(NamedTuple):
    """What a rename changes: edits by file, the document's file, and the name that this file gets."""

    edits: dict[str, tuple[Edit, ...]]
    file: str
    new: Path


def renamable(view: View, sheet: Sheet, line: int, column: int) -> tuple[str, Span]:
    """The document that would be renamed at a spot, and its id there. Raises Refused."""
    one = name_at(sheet, line, column)
    key = resolved(view.book, one) if one else ""
    if one is None or not key:
        raise Refused(
            "put the cursor on the id of a document: in its own file, or where it is named"
        )
    if view.book.card(key) is None:
        raise Refused(f"{key} cannot be read as it is; mend it first")
    return key, one.span


def rename(view: View, sheet: Sheet, line: int, column: int, new: str) -> Renaming:
    """The changes that give a document another id. Raises Refused where a reference might be lost."""
    key, _ = renamable(view, sheet, line, column)
    old = key.partition(":")[2]
    _sound(view, key, new)
    file = view.files[key]
    path = view.held[file].path
    target = path.with_name(f"{new}{path.suffix}")
    if target.exists() or view.name(target):
        raise Refused(f"there is a file {target.name} already")
    edits: dict[str, list[Edit]] = {}
    itself = view.sheet(file)
    own = [(file, one) for one in own_name(itself)] if itself else []
    for name, one in [*naming(view, key), *own]:
        text = view.sheet(name)
        if text is None or cut(text.text, one.span) != old:
            raise Refused(f"`{old}` is written with escapes in {name}; write it plainly first")
        meant = [other for other in one.kinds if view.book.has(f"{other}:{new}")]
        if meant:
            raise Refused(f"{name} would then name {meant[0]} `{new}` as well; take another id")
        edits.setdefault(name, []).append(Edit(one.span, new))
    return Renaming({name: tuple(sorted(set(made))) for name, made in edits.items()}, file, target)


def _sound(view: View, key: str, new: str) -> None:
    """Raises Refused for an id that is none or is taken, and where a text that has the old one cannot be read."""
    kind, _, old = key.partition(":")
    if not re.fullmatch(ID_PATTERN, new) or len(new) > _LONGEST:
        raise Refused(f"`{new}` is no id: lower-case words joined by hyphens, at most 64 letters")
    if new == old:
        raise Refused("that is its id already")
    if view.book.has(f"{kind}:{new}"):
        raise Refused(f"there is a {kind} `{new}` already")
    word = re.compile(rf"(?<![a-z0-9-]){re.escape(old)}(?![a-z0-9-])".encode())
    for name, one in view.held.items():
        sheet = view.sheet(name) if word.search(one.raw) else None
        if sheet and (sheet.where.faults or not sheet.text or one.record.key.startswith("?")):
            raise Refused(f"{name} has `{old}` in it and cannot be read; mend it first")
