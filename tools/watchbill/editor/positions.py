"""Columns as an editor counts them (UTF-16 units, unless both sides agree on others), and as we do (characters)."""

from watchbill.load.fault import Span

UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"


def units(line: str, column: int, encoding: str = UTF16) -> int:
    """The editor's column of a character's column in this line; one behind the end stays that much behind."""
    before = line[:column]
    return _length(before, encoding) + column - len(before)


def column(line: str, count: int, encoding: str = UTF16) -> int:
    """The character's column of the editor's; inside a character its start, behind the end the end."""
    taken = 0
    for place, letter in enumerate(line):
        taken += _length(letter, encoding)
        if taken > count:
            return place
    return len(line)


def in_units(lines: list[str], span: Span, encoding: str = UTF16) -> Span:
    """A span with its columns as the editor counts them."""
    return Span(
        span.line,
        units(_line(lines, span.line), span.column, encoding),
        span.end_line,
        units(_line(lines, span.end_line), span.end_column, encoding),
    )


def _line(lines: list[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""


def _length(text: str, encoding: str) -> int:
    if text.isascii() or encoding == UTF32:
        return len(text)
    if encoding == UTF8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(letter > "\uffff" for letter in text)
