"""An edit of a text: a stretch and what stands there instead; and many of them at once."""

from collections.abc import Iterable
from typing import NamedTuple

from watchbill.load.fault import Span


class Edit(NamedTuple):
    """What stands in a stretch of the text from now on. Lines and columns from 0, the end exclusive."""

    span: Span
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. Of two that overlap the first is made, the other left for another run."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    parts, done = [], 0
    for span, new in sorted(set(edits)):
        begin = starts[span.line] + span.column
        end = starts[span.end_line] + span.end_column
        if begin < done:
            continue
        parts += [text[done:begin], new]
        done = end
    return "".join([*parts, text[done:]])


def cut(text: str, span: Span) -> str:
    """What stands in a stretch of the text."""
    lines = text.split("\n")[span.line : span.end_line + 1]
    lines[-1] = lines[-1][: span.end_column]
    lines[0] = lines[0][span.column :]
    return "\n".join(lines)
