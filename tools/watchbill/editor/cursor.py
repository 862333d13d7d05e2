"""What stands at a spot of a text, and what may be written there, by the shape of its kind.

What may be written is found by writing it: a word that stands for what the author is about to type is put
at the cursor, the text is cut off behind it, and the reader of all documents says where the word is.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from watchbill.edit.order import option_for, shape_below
from watchbill.editor.sheet import Sheet, below, holds
from watchbill.load.reader import examine
from watchbill.load.spots import Examined, Path
from watchbill.load.validate import kind_of
from watchbill.model.kinds import KINDS
from watchbill.model.shape import Choice, Field, Fields, Many, Shape, shape_of

_HERE = "zz9cursor9zz"
_WORD = re.compile(r"[A-Za-z0-9:_#.-]*$")
_LINK = re.compile(r"\[\[([^\[\]\n]*)$")
_PAIRS = {"[": "]", "{": "}"}


class Wanted(NamedTuple):
    """What may be written at the cursor.

    `start` is the column where the word under the cursor begins. `link` is set inside `[[` of prose. `value`
    is the shape of a value that may stand there, `fields` the form whose fields may, `taken` those it has.
    """

    start: int
    link: bool = False
    value: Shape | None = None
    fields: tuple[Fields, ...] = ()
    taken: frozenset[str] = frozenset()
    kind: str = ""


def wanted(sheet: Sheet, line: int, column: int) -> Wanted | None:
    """What may be written at a spot; None where nothing can be told."""
    before = sheet.lines[line][:column] if line < len(sheet.lines) else ""
    link = _LINK.search(before)
    if link:
        return Wanted(link.start(1), link=True)
    if line >= sheet.body_line or line < sheet.offset:
        return None
    start = _word_start(before)
    above = sheet.lines[sheet.offset : line]
    for ending in ("", ": 0"):
        text = "\n".join([*above, _written(before[:start], ending)])
        found = examine(text)
        path = _path_of(found, by_name=bool(ending))
        if path is not None:
            rest = sheet.lines[line + 1 : sheet.body_line]
            whole = examine("\n".join([text, *rest])).data
            return _at(_Cut(sheet.kind, found.data, whole, path), start, before[:start])
    return None


class _Cut(NamedTuple):
    """A text with the word at the cursor: its kind, its data cut off there and in whole, and where the word is."""

    kind: str
    data: Any
    whole: Any
    path: Path


def _word_start(before: str) -> int:
    found = _WORD.search(before)
    return found.start() if found else len(before)


def _written(before: str, ending: str) -> str:
    """The line with the word at the cursor, its quotes and brackets closed."""
    quote, closing = "", list[str]()
    for place, letter in enumerate(before):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'" and not before[:place].rstrip(" ")[-1:].isalnum():
            quote = letter
        elif letter in _PAIRS:
            closing.append(_PAIRS[letter])
        elif closing and letter == closing[-1]:
            closing.pop()
    return f"{before}{_HERE}{quote}{ending}{''.join(reversed(closing))}"


def _path_of(found: Examined, *, by_name: bool) -> Path | None:
    """Where the word is: the path of a value, or of a field by its name."""
    for path in reversed(found.spots):
        if by_name and path and path[-1] == _HERE:
            return path
        value = below(found.data, path) if path and not by_name else ""
        # A condition has words before its fact: `not x`.
        if isinstance(value, str) and (value == _HERE or value.endswith(f" {_HERE}")):
            return path
    return None


def _at(cut: _Cut, start: int, before: str) -> Wanted | None:
    path = cut.path
    # Whoever writes above `kind:` has written it further down.
    kinds = (kind_of(cut.data), kind_of(cut.whole), cut.kind)
    kind = next((one for one in kinds if one in KINDS), "")
    if path == ("kind",) or (not kind and path == (_HERE,)):
        return Wanted(start, kind="?", taken=frozenset((path[0],)))
    if not kind:
        return None
    shape = shape_of(KINDS[kind])
    if path[-1:] == (_HERE,):
        holder = below(cut.data, path[:-1])
        forms = tuple(_forms(shape_at(shape, cut.data, path[:-1]), holder))
        return Wanted(start, fields=forms, taken=_fields_there(cut), kind=kind)
    value = shape_at(shape, cut.data, path)
    # Behind a name on its line only a value may stand; on a line of its own, or behind a dash, a form.
    own_line = not before.strip(" -")
    forms = tuple(_forms(value, {})) if own_line or before.rstrip(" ").endswith("{") else ()
    return Wanted(start, value=value, fields=forms, kind=kind)


def _fields_there(cut: _Cut) -> frozenset[str]:
    """The names that a form has already, above the cursor and below it."""
    found = [below(data, cut.path[:-1]) for data in (cut.data, cut.whole)]
    return frozenset(name for one in found if isinstance(one, dict) for name in one) - {_HERE}


def _forms(shape: Shape | None, data: Any) -> Iterator[Fields]:
    """The forms that may be meant: where several may, those that have all fields that are there."""
    if isinstance(shape, Fields):
        yield shape
    elif isinstance(shape, Choice):
        options = [option for option in shape.options if isinstance(option, Fields)]
        there = {name for name in data if name != _HERE} if isinstance(data, dict) else set()
        yield from [one for one in options if there <= one.fields.keys()] or options


def shape_at(shape: Shape | None, data: Any, path: Path) -> Shape | None:
    """The shape of what stands at a path of data that may not fit it."""
    for part in path:
        if isinstance(shape, Choice):
            shape = option_for(shape, data)
        shape = shape_below(shape, part)
        data = below(data, (part,))
        if isinstance(shape, Choice) and isinstance(data, dict | list):
            shape = option_for(shape, data)
    if isinstance(shape, Many) and isinstance(data, str):
        return Choice((shape, shape.item))
    return shape


def field_at(sheet: Sheet, line: int, column: int) -> tuple[Field, Path] | None:
    """The field whose name stands at a spot, and its path."""
    for path in sheet.where.spots:
        span = sheet.name_of(path)
        if span is not None and holds(span, line, column) and sheet.shape is not None:
            holder = shape_at(sheet.shape, sheet.where.data, path[:-1])
            if isinstance(holder, Choice):
                holder = option_for(holder, below(sheet.where.data, path[:-1]))
            if isinstance(holder, Fields) and path[-1] in holder.fields:
                return holder.fields[str(path[-1])], path
    return None
