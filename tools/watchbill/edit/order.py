"""Fields in the order of their kind, each with the comments above it."""

from typing import Any

from watchbill.edit.blocks import Block, Entry, Source, blocks
from watchbill.edit.modeline import MODELINE
from watchbill.model.shape import Choice, Fields, Many, Shape, Table


def ordered(text: Source, shape: Shape) -> str:
    """A YAML text with the fields of its block mappings in canonical order."""
    root = blocks(text)
    lines = list(text.lines)
    if root is not None:
        first = root.entries[0]
        root = root._replace(entries=(_below_head(text, first), *root.entries[1:]))
        _sort(root, shape, lines)
    return "\n".join(lines)


def _below_head(text: Source, first: Entry) -> Entry:
    """The first field without what heads the file: the modeline, and comments that a blank line sets off."""
    start = first.line
    while start > 0 and text.comment(start - 1) and not MODELINE.match(text.lines[start - 1]):
        start -= 1
    return first._replace(start=start)


def _sort(block: Block, shape: Shape | None, lines: list[str]) -> None:
    """Sorts the lines of a block in place, what is deepest first; ranges keep their lengths."""
    if isinstance(shape, Choice):
        shape = option_for(shape, block.data)
    for entry in block.entries:
        if entry.inner is not None:
            _sort(entry.inner, shape_below(shape, entry.name), lines)
    if isinstance(shape, Fields):
        order = {name: place for place, name in enumerate(shape.fields)}
        wanted = sorted(block.entries, key=lambda one: order.get(str(one.name), len(order)))
        if wanted != list(block.entries):
            _rearrange(block, wanted, lines)


def _rearrange(block: Block, wanted: list[Entry], lines: list[str]) -> None:
    first = block.entries[0]
    chunks = {entry.name: lines[entry.start : entry.end] for entry in block.entries}
    dash = ""
    if block.inline:
        key = chunks[first.name][0]
        dash = key[: block.column]
        chunks[first.name][0] = " " * block.column + key[block.column :]
    head = chunks[wanted[0].name]
    blanks = next(place for place, line in enumerate(head) if line.strip())
    # A blank line that parted the first two still does.
    chunks[first.name][:0] = head[:blanks]
    del head[:blanks]
    if dash:
        put_dash(head, wanted[0].line - wanted[0].start - blanks, dash)
    start, end = first.start, block.entries[-1].end
    lines[start:end] = [line for entry in wanted for line in chunks[entry.name]]


def put_dash(chunk: list[str], key: int, dash: str) -> None:
    """The dash before the new first field, and that field's comments above the dash."""
    outer = " " * (len(dash) - len(dash.lstrip()))
    for place in range(key):
        chunk[place] = outer + chunk[place].lstrip() if chunk[place].strip() else ""
    chunk[key] = dash + chunk[key][len(dash) :]


def option_for(choice: Choice, data: Any) -> Shape | None:
    """Of several shapes the one that the data was written for."""
    if isinstance(data, dict):
        fields = [option for option in choice.options if isinstance(option, Fields)]
        tables = [option for option in choice.options if isinstance(option, Table)]
        best = max(fields, key=lambda one: len(one.fields.keys() & data.keys()), default=None)
        return best or next(iter(tables), None)
    return next((option for option in choice.options if isinstance(option, Many)), None)


def shape_below(shape: Shape | None, name: str | int) -> Shape | None:
    """The shape of a field or an item; None where none is known."""
    if isinstance(shape, Fields):
        return shape.fields[str(name)].shape if name in shape.fields else None
    if isinstance(shape, Many):
        return shape.item  # type: ignore[no-any-return]
    return shape.value if isinstance(shape, Table) else None
