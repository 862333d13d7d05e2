"""Values in one line (`{...}`, `[...]`): written anew, or changed with their layout kept."""

from typing import Any

from watchbill.edit.align import aligned, arranged
from watchbill.edit.edits import cut
from watchbill.edit.order import option_for, shape_below
from watchbill.edit.scalar import quoted, scalar
from watchbill.load.fault import Span
from watchbill.load.spots import Examined, Path
from watchbill.model.shape import Choice, Shape


def flow(value: Any) -> str:
    """Any value as text that may stand inside `{}` or `[]`."""
    if isinstance(value, dict):
        inner = (f"{scalar(name, flow=True)}: {flow(one)}" for name, one in value.items())
        return f"{{{', '.join(inner)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return scalar(value, flow=True)


def settled(shape: Shape | None, data: Any) -> Shape | None:
    """The one shape that data was written for."""
    return option_for(shape, data) if isinstance(shape, Choice) else shape


class Flow:
    """Changes what is written in one line, and leaves alone what stays the same."""

    def __init__(self, text: str, where: Examined) -> None:
        self._text, self._where = text, where

    def changed(self, path: Path, old: Any, new: Any, shape: Shape | None) -> str:
        """The text of the value at a path (`old`) that says `new`."""
        span = self._where.spots[path].value
        if type(old) is type(new) and old == new:
            return cut(self._text, span)
        if isinstance(old, dict) and isinstance(new, dict) and old and new:
            shape = settled(shape, new)
            names = arranged(list(old), list(new), shape)
            places = list(old)
            stays = [places.index(name) if name in old else None for name in names]
            parts = [self._entry(path, name, old, new, shape) for name in names]
            return self._joined(path, span, [(*path, name) for name in old], stays, parts)
        if isinstance(old, list) and isinstance(new, list) and old and new:
            below = shape_below(settled(shape, new), 0)
            stays = aligned(old, new)
            parts = [
                flow(item) if at is None else self.changed((*path, at), old[at], item, below)
                for at, item in zip(stays, new, strict=True)
            ]
            every: list[Path] = [(*path, at) for at in range(len(old))]
            return self._joined(path, span, every, stays, parts)
        styled = self._where.spots[path].style == '"' and isinstance(new, str)
        return quoted(new) if styled else flow(new)

    def _entry(self, path: Path, name: str, old: Any, new: Any, shape: Shape | None) -> str:
        """A key with its value; the text between them stays."""
        if name not in old:
            return f"{scalar(name, flow=True)}: {flow(new[name])}"
        spot = self._where.spots[(*path, name)]
        head = cut(
            self._text,
            self._item((*path, name))._replace(
                end_line=spot.value.line, end_column=spot.value.column
            ),
        )
        return head + self.changed((*path, name), old[name], new[name], shape_below(shape, name))

    def _item(self, path: Path) -> Span:
        """Where an item stands, its key with it."""
        spot = self._where.spots[path]
        start = spot.key or spot.value
        return Span(start.line, start.column, spot.value.end_line, spot.value.end_column)

    def _joined(
        self, path: Path, whole: Span, items: list[Path], stays: list[int | None], parts: list[str]
    ) -> str:
        """The parts between the brackets, with what stood between the old items where it still can."""
        spans = [self._item(one) for one in items]
        first, last = spans[0], spans[-1]
        text = cut(self._text, Span(whole.line, whole.column, first.line, first.column))
        for number, (at, part) in enumerate(zip(stays, parts, strict=True)):
            text += part
            if number + 1 < len(parts):
                text += ", " if at is None or at + 1 == len(spans) else self._gap(spans, at)
        return text + cut(
            self._text, Span(last.end_line, last.end_column, whole.end_line, whole.end_column)
        )

    def _gap(self, spans: list[Span], at: int) -> str:
        here, after = spans[at], spans[at + 1]
        return cut(self._text, Span(here.end_line, here.end_column, after.line, after.column))
