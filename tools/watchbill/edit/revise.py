"""A YAML text that says something else: only what differs is written anew, comments and layout stay.

A comment stays with the field or item below it. Where that goes, the comment goes to the next one.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from watchbill.edit.align import aligned, arranged
from watchbill.edit.blocks import Block, Entry, Source, blocks, source
from watchbill.edit.dump import entry, listed
from watchbill.edit.flow import Flow, flow, settled
from watchbill.edit.order import put_dash, shape_below
from watchbill.edit.scalar import quoted, scalar
from watchbill.load.examine import examine
from watchbill.load.spots import Path
from watchbill.model.shape import Shape

# A new item is written on one line where its neighbours are, and where it fits there.
_WIDTH = 120


class Unwritable(Exception):
    """The text cannot be changed so by a program; a person has to write it."""


class _Chunk(NamedTuple):
    """Lines of one entry, and which of them its key or dash is on."""

    lines: list[str]
    key: int


def revised(text: str, data: Any, shape: Shape | None = None) -> str:
    """The text with its data replaced by these. Raises Unwritable.

    `shape` is that of the kind, by which new fields find their places. The text's line ends are `\\n`.
    """
    where = examine(text)
    if where.faults:
        raise Unwritable(f"line {where.faults[0].span.line + 1}: {where.faults[0].message}")
    if where.data == data:
        return text
    now = source(text, where)
    root = blocks(now)
    if root is None or not isinstance(data, type(root.data)) or not data:
        raise Unwritable("it is written on one line")
    made = "\n".join(_Reviser(now, text).whole(root, data, shape))
    again = examine(made)
    if again.faults or again.data != data:
        raise Unwritable("it is written in a way that a program does not see through")
    return made


class _Reviser:
    def __init__(self, now: Source, text: str) -> None:
        self._now, self._lines = now, now.lines
        self._spots = now.where.spots
        self._flow = Flow(text, now.where)

    def whole(self, root: Block, data: Any, shape: Shape | None) -> list[str]:
        """All lines of the text."""
        start, end = root.entries[0].start, root.entries[-1].end
        inner = self._block(root, (), data, shape)
        return [*self._lines[:start], *inner, *self._lines[end:]]

    def _block(self, block: Block, path: Path, new: Any, shape: Shape | None) -> list[str]:
        """The lines of a block that says something else."""
        shape = settled(shape, new)
        chunks = self._fields if isinstance(new, dict) else self._items
        dash = self._lines[block.entries[0].line][: block.column] if block.inline else ""
        made = list(chunks(block, path, new, shape))
        if dash:
            first = made[0]
            put_dash(first.lines, first.key, dash)
        return [line for chunk in made for line in chunk.lines]

    def _fields(
        self, block: Block, path: Path, new: dict[str, Any], shape: Shape | None
    ) -> Iterator[_Chunk]:
        known = {str(one.name): one for one in block.entries}
        lost = [known[name] for name in known if name not in new]
        for name in arranged(list(known), list(new), shape):
            below = shape_below(shape, name)
            if name in known:
                above = [one for one in lost if one.line < known[name].line]
                lost = lost[len(above) :]
                chunk = self._chunk(block, known[name], (*path, name), new[name], below)
                yield self._under(above, chunk)
            else:
                yield self._new_field(block, name, new[name])
        yield self._under(lost, _Chunk([], 0))

    def _items(
        self, block: Block, path: Path, new: list[Any], shape: Shape | None
    ) -> Iterator[_Chunk]:
        stays = aligned(block.data, new)
        lost = [one for at, one in enumerate(block.entries) if at not in stays]
        oneline = any(
            isinstance(one, dict) and known.inner is None
            for one, known in zip(block.data, block.entries, strict=True)
        )
        for at, item in zip(stays, new, strict=True):
            if at is None:
                yield self._new_item(block, item, oneline)
            else:
                known = block.entries[at]
                above = [one for one in lost if one.line < known.line]
                lost = lost[len(above) :]
                below = shape_below(shape, at)
                yield self._under(above, self._chunk(block, known, (*path, at), item, below))
        yield self._under(lost, _Chunk([], 0))

    def _under(self, gone: list[Entry], chunk: _Chunk) -> _Chunk:
        """An entry below the comments of those that are gone from above it."""
        kept = [
            line
            for one in gone
            for number, line in enumerate(self._lines[one.start : one.line], one.start)
            if self._now.comment(number)
        ]
        if kept and chunk.lines and not chunk.lines[0].strip():
            return _Chunk([chunk.lines[0], *kept, *chunk.lines[1:]], chunk.key + len(kept))
        return _Chunk([*kept, *chunk.lines], chunk.key + len(kept))

    def _chunk(
        self, block: Block, known: Entry, path: Path, new: Any, shape: Shape | None
    ) -> _Chunk:
        """The lines of an entry that stays, with what is changed in it. A dash before a first field is taken off."""
        lead = self._lines[known.start : known.line]
        body = self._body(block, known, path, new, shape)
        if block.inline and known.line == block.entries[0].line:
            body[0] = " " * block.column + body[0][block.column :]
        return _Chunk([*lead, *body], len(lead))

    def _body(
        self, block: Block, known: Entry, path: Path, new: Any, shape: Shape | None
    ) -> list[str]:
        old = block.data[known.name]
        spot, lines = self._spots[path], self._lines
        if type(old) is type(new) and old == new:
            return lines[known.line : known.end]
        if known.inner is not None and isinstance(new, type(old)) and new:
            start, end = known.inner.entries[0].start, known.inner.entries[-1].end
            inner = self._block(known.inner, path, new, shape)
            return [*lines[known.line : start], *inner, *lines[end : known.end]]
        if known.inner is None and _on_line(old, new, spot.style):
            span = spot.value
            before = lines[span.line][: span.column]
            after = lines[span.end_line][span.end_column :]
            text = f"{before}{self._value(path, old, new, shape)}{after}"
            head, tail = lines[known.line : span.line], lines[span.end_line + 1 : known.end]
            return [*head, *text.split("\n"), *tail]
        return [*self._anew(block, known, new), *lines[self._last(known) : known.end]]

    def _value(self, path: Path, old: Any, new: Any, shape: Shape | None) -> str:
        """A value in the place of one that stands on the line of its key."""
        if isinstance(new, dict | list):
            return self._flow.changed(path, old, new, shape)
        styled = self._spots[path].style == '"' and isinstance(new, str)
        return quoted(new) if styled else scalar(new)

    def _anew(self, block: Block, known: Entry, new: Any) -> Iterator[str]:
        """The lines of an entry whose value is written anew, what stood behind it on the line lost."""
        if isinstance(known.name, int):
            return listed([new], block.column)
        before = self._lines[known.line][: block.column]
        return iter(_field(f"{before}{scalar(known.name)}:", new, block.column))

    def _last(self, known: Entry) -> int:
        """The line behind the last one of an entry's own."""
        end = known.end
        while end > known.line + 1 and (self._now.blank(end - 1) or self._now.comment(end - 1)):
            end -= 1
        return end

    def _new_field(self, block: Block, name: str, value: Any) -> _Chunk:
        head = f"{' ' * block.column}{scalar(name)}:"
        return _Chunk(_field(head, value, block.column), 0)

    def _new_item(self, block: Block, item: Any, oneline: bool) -> _Chunk:
        line = f"{' ' * block.column}- {flow(item)}"
        if oneline and len(line) <= _WIDTH:
            return _Chunk([line], 0)
        return _Chunk(list(listed([item], block.column)), 0)


def _field(head: str, value: Any, column: int) -> list[str]:
    """The lines of a field that is written anew: a mapping of a few words on the line of its key."""
    small = isinstance(value, dict) and not any(
        isinstance(one, dict | list) for one in value.values()
    )
    line = f"{head} {flow(value)}"
    return [line] if small and len(line) <= _WIDTH else list(entry(head, value, column))


def _on_line(old: Any, new: Any, style: str) -> bool:
    """Whether the new value may stand where the old one stands."""
    if isinstance(old, dict | list) or isinstance(new, dict | list):
        return isinstance(new, type(old)) and bool(old) and bool(new)
    return style not in ("|", ">") and "\n" not in str(new)
