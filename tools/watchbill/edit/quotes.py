"""Double quotes where single ones are written and nothing needs an escape."""

from collections.abc import Iterator

from watchbill.edit.blocks import Source
from watchbill.edit.edits import Edit, cut
from watchbill.load.fault import Span


def doubled(text: Source) -> list[Edit]:
    """The edits that give every such text double quotes."""
    whole = "\n".join(text.lines)
    edits = []
    for span in _spans(text):
        if span.line == span.end_line and text.lines[span.line][span.column] == "'":
            inner = cut(whole, span)[1:-1].replace("''", "'")
            if not {'"', "\\"} & set(inner):
                edits.append(Edit(span, f'"{inner}"'))
    return edits


def _spans(text: Source) -> Iterator[Span]:
    for spot in text.where.spots.values():
        if spot.key is not None:
            yield spot.key
        if spot.style == "'":
            yield spot.value
