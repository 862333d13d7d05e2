"""Nested blocks two spaces further in than what they belong to, list dashes too."""

from watchbill.edit.blocks import Block, Source, blocks

_STEP = 2


def indented(text: Source) -> str:
    """A YAML text with its block mappings and lists indented alike; all else moves with them."""
    root = blocks(text)
    if root is None:
        return "\n".join(text.lines)
    shifts = [0] * len(text.lines)
    _shift(root, -root.column, shifts)
    return "\n".join(_moved(line, shift) for line, shift in zip(text.lines, shifts, strict=True))


def _shift(block: Block, shift: int, shifts: list[int]) -> None:
    """Notes by how much each line of a block moves: to the right, or to the left below zero."""
    for entry in block.entries:
        shifts[entry.start : entry.end] = [shift] * (entry.end - entry.start)
        inner = entry.inner
        if inner is None:
            continue
        if inner.inline or isinstance(entry.name, int):
            _shift(inner, shift, shifts)
        else:
            _shift(inner, block.column + shift + _STEP - inner.column, shifts)


def _moved(line: str, shift: int) -> str:
    if shift >= 0:
        return " " * shift + line if line else line
    return line[min(-shift, len(line) - len(line.lstrip(" "))) :]
