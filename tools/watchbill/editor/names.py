"""Every name of a document in a text, and where exactly it stands: in fields and in prose.

The text is read by its kind's shape and need not be a valid document: names are found in what is
half written too. Names that no mark of the model tells are told here: `replaced_by`, and duties.
"""

import re
import typing
from collections.abc import Iterator
from typing import Any, NamedTuple

from watchbill.edit.edits import cut
from watchbill.edit.order import option_for, shape_below
from watchbill.editor.sheet import Sheet, holds
from watchbill.load.fault import Span
from watchbill.load.spots import Path
from watchbill.model.base import Inner, Prose, Ref
from watchbill.model.book import Book
from watchbill.model.prose import GOOD_LINK, LINK
from watchbill.model.shape import Choice, Fields, Leaf, Many, Mark, Shape, Table

# Where a kind names laws among milestones, without a mark of its own.
_DUTIES = (
    ("playbook", ("answers", "*", "excuses", "*")),
    ("scenario", ("expect", "due", "*")),
    ("scenario", ("expect", "late", "*")),
)


class Named(NamedTuple):
    """A document named: the kinds that may stand there, the id, where the id stands, and the whole of it.

    `step` is the step that a link leads to, "" for none.
    """

    kinds: tuple[str, ...]
    id: str
    span: Span
    whole: Span
    step: str = ""


class _Marked(NamedTuple):
    """A scalar with its mark; `named` where it is the name of a field."""

    path: Path
    mark: Mark
    value: str
    named: bool


def names(sheet: Sheet) -> Iterator[Named]:
    """Every document that a text names. The document's own id is not one of them."""
    if sheet.shape is None:
        return
    for one in _walk(sheet.shape, sheet.where.data, ()):
        span = sheet.name_of(one.path) if one.named else sheet.value(one.path)
        if span is None:
            continue
        if isinstance(one.mark, Prose):
            yield from _links(sheet, span)
        elif isinstance(one.mark, Ref):
            yield _named(sheet, one, one.mark, span)
    yield from _untold(sheet)
    if sheet.body_line < len(sheet.lines):
        last = len(sheet.lines) - 1
        yield from _links(sheet, Span(sheet.body_line, 0, last, len(sheet.lines[last])))


def inner_names(sheet: Sheet) -> Iterator[tuple[str, str, Span]]:
    """Every name of an entry inside a document: of what it is (`role`), the id, and where it stands."""
    for one in _walk(sheet.shape, sheet.where.data, ()) if sheet.shape else ():
        span = sheet.name_of(one.path) if one.named else sheet.value(one.path)
        if span is not None and isinstance(one.mark, Inner):
            yield one.mark.of, one.value, span


def name_at(sheet: Sheet, line: int, column: int) -> Named | None:
    """The document named at a spot, its own id among them."""
    found = [*names(sheet), *own_name(sheet)]
    return next((one for one in found if holds(one.whole, line, column)), None)


def own_name(sheet: Sheet) -> Iterator[Named]:
    """The text's own id, where it stands."""
    span = sheet.value(("id",))
    if sheet.key and span is not None:
        yield _named(sheet, _Marked(("id",), Ref((sheet.kind,)), sheet.id, False), None, span)


def resolved(book: Book, one: Named) -> str:
    """The key of the document that is meant: of the kinds that may stand there, the one that exists; or ""."""
    keys = [f"{kind}:{one.id}" for kind in one.kinds]
    return next((key for key in keys if book.has(key)), "")


def _named(sheet: Sheet, one: _Marked, mark: Ref | None, span: Span) -> Named:
    kinds, id = (mark.kinds if mark else (sheet.kind,)), one.value
    if kinds == ("*",):
        kind, _, id = one.value.partition(":")
        kinds = (kind,)
    return Named(kinds, id, _word(sheet, span, id), span)


def _word(sheet: Sheet, span: Span, id: str) -> Span:
    """The id inside a value that may be quoted or begin with a kind; the whole value where it is not there."""
    found = list(re.finditer(rf"(?<![a-z0-9-]){re.escape(id)}(?![a-z0-9-])", cut(sheet.text, span)))
    if not id or not found or span.line != span.end_line:
        return span
    start = span.column + found[-1].start()
    return Span(span.line, start, span.line, start + len(id))


def _links(sheet: Sheet, span: Span) -> Iterator[Named]:
    """The links of the prose in a span."""
    for number in range(span.line, min(span.end_line + 1, len(sheet.lines))):
        line = sheet.lines[number]
        begin = span.column if number == span.line else 0
        end = span.end_column if number == span.end_line else len(line)
        for found in LINK.finditer(line, begin, end):
            good = GOOD_LINK.match(found[1])
            if good:
                start = found.start(1) + good.start(2)
                id = Span(number, start, number, start + len(good[2]))
                whole = Span(number, found.start(), number, found.end())
                yield Named((good[1],), good[2], id, whole, good[3] or "")


def _untold(sheet: Sheet) -> Iterator[Named]:
    """The names that no mark tells."""
    for path, spot in sheet.where.spots.items():
        if path == ("replaced_by",):
            kinds: tuple[str, ...] = (sheet.kind,)
        elif _is_duty(sheet.kind, path):
            kinds = ("obligation",)
        else:
            continue
        by_name = spot.key is not None and isinstance(path[-1], str) and path != ("replaced_by",)
        span = sheet.name_of(path) if by_name else sheet.value(path)
        if span is not None:
            word = str(path[-1]) if by_name else cut(sheet.text, span).strip("\"'")
            yield _named(sheet, _Marked(path, Ref(kinds), word, by_name), Ref(kinds), span)


def _is_duty(kind: str, path: Path) -> bool:
    for wanted, pattern in _DUTIES:
        end = path[-len(pattern) :]
        fits = all(b in ("*", a) for a, b in zip(end, pattern, strict=False))
        if kind == wanted and len(end) == len(pattern) and fits:
            return True
    return False


def _walk(shape: Shape | None, data: Any, path: Path) -> Iterator[_Marked]:
    """Every marked scalar of data that may not fit its shape."""
    if isinstance(shape, Choice):
        yield from _choice(shape, data, path)
    elif isinstance(shape, Leaf):
        if isinstance(data, str):
            yield from (_Marked(path, mark, data, False) for mark in shape.marks)
    elif isinstance(shape, Many):
        # One alone may stand for a list of one.
        rows = enumerate(data) if isinstance(data, list) else ()
        for place, one in rows:
            yield from _walk(shape.item, one, (*path, place))
        if isinstance(data, str):
            yield from _walk(shape.item, data, path)
    elif isinstance(shape, Table | Fields) and isinstance(data, dict):
        for name, one in data.items():
            if isinstance(shape, Table):
                yield from (_Marked((*path, name), mark, name, True) for mark in shape.key.marks)
            yield from _walk(shape_below(shape, name), one, (*path, name))


def _choice(shape: Choice, data: Any, path: Path) -> Iterator[_Marked]:
    if isinstance(data, dict | list):
        yield from _walk(option_for(shape, data), data, path)
        return
    leaves = [option for option in shape.options if isinstance(option, Leaf)]
    words = {word for leaf in leaves for word in typing.get_args(leaf.type)}
    for leaf in leaves if data not in words else ():
        yield from _walk(leaf, data, path)
