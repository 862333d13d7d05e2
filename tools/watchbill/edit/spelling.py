"""Fixes of how something is written: characters, quotes, the order of dates."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from watchbill.edit.blocks import blocks, source
from watchbill.edit.case import Case
from watchbill.edit.edits import Edit, cut
from watchbill.edit.order import option_for, shape_below
from watchbill.edit.scalar import quoted
from watchbill.load.examine import examine
from watchbill.load.fault import Span
from watchbill.load.validate import kind_of
from watchbill.model.kinds import KINDS
from watchbill.model.shape import Choice, Leaf, Shape, shape_of

_TRUE = frozenset(("true", "yes", "on", "y"))
_FALSE = frozenset(("false", "no", "off", "n"))


def composed(case: Case) -> Iterator[Edit]:
    """Every line in Unicode's composed form."""
    for number, line in enumerate(case.text.split("\n")):
        if not unicodedata.is_normalized("NFC", line):
            span = Span(number, 0, number, len(line))
            yield Edit(span, unicodedata.normalize("NFC", line))


def unambiguous(case: Case) -> Iterator[Edit]:
    """Quotes around what is meant as text; true or false where one of these is meant."""
    front, offset = case.front
    where = examine(front)
    kind = kind_of(where.data)
    if kind not in KINDS:
        return
    span = case.span
    inside = Span(span.line - offset, span.column, span.end_line - offset, span.end_column)
    word = cut(case.text, span)
    for path, spot in where.spots.items():
        if spot.key == inside:
            yield Edit(span, quoted(word))
        elif spot.value == inside and not spot.style:
            types = set(_types(_shape_at(shape_of(KINDS[kind]), where.data, path)))
            if types == {str}:
                yield Edit(span, quoted(word))
            elif types == {bool} and word.lower() in _TRUE | _FALSE:
                yield Edit(span, "true" if word.lower() in _TRUE else "false")


def _shape_at(shape: Shape | None, data: Any, path: tuple[str | int, ...]) -> Shape | None:
    """The shape of what stands at a path of data that may not fit it."""
    for part in path:
        if not isinstance(data, dict | list):
            return None
        if isinstance(shape, Choice):
            shape = option_for(shape, data)
        shape = shape_below(shape, part)
        data = data[part]  # type: ignore[index]
    return shape


def _types(shape: Shape | None) -> Iterator[Any]:
    """The types of the scalars that may stand there."""
    options = shape.options if isinstance(shape, Choice) else (shape,)
    for option in options:
        if isinstance(option, Leaf):
            yield option.type


def by_date(case: Case) -> Iterator[Edit]:
    """Holidays in order of date, each with its comments."""
    where = examine(case.text)
    root = blocks(source(case.text, where))
    for field in root.entries if root else ():
        if field.name == "holidays" and field.inner:
            lines = case.text.split("\n")
            entries = field.inner.entries
            days = field.inner.data
            inorder = sorted(entries, key=lambda one: str(days[int(one.name)]["date"]))
            text = [line for one in inorder for line in lines[one.start : one.end]]
            start, end = entries[0].start, entries[-1].end
            yield Edit(Span(start, 0, end - 1, len(lines[end - 1])), "\n".join(text))
