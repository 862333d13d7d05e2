"""Findings as text: place, what is wrong, the source line under a caret, how to mend it."""

import unicodedata
from collections.abc import Callable, Sequence

from watchbill.finding import Finding, Level
from watchbill.load.text import shown, unseen_at

# What these rules found must not be repeated in a log.
UNSHOWN = frozenset(("audience/personal-data", "audience/secret-in-text"))
MOST_OF_A_LINE = 104
_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}


def text(
    findings: Sequence[Finding],
    line_of: Callable[[str, int], str],
    *,
    colour: bool = False,
    page: str = "",
) -> str:
    """The findings one after another.

    `line_of(file, number)` gives a source line; `page` is the address below which rule pages lie.
    """
    return "".join(_one(finding, line_of, colour, page) for finding in findings)


def _one(finding: Finding, line_of: Callable[[str, int], str], colour: bool, page: str) -> str:
    place = finding.place
    level = (
        f"\x1b[1;{_COLOURS[finding.level]}m{finding.level}\x1b[0m"
        if colour
        else finding.level.value
    )
    # A line that begins with `::` would be a command to a runner of CI.
    where = f"./{place}" if place.file.startswith("::") else str(place)
    parts = [f"{where}: {level}: {_line(finding.message)} [{finding.rule}]"]
    source = "" if finding.rule in UNSHOWN else line_of(place.file, place.line)
    if source:
        end = place.end_column if place.end_line == place.line else len(source) + 1
        drawn, before, width = _drawn(source, place.column, end)
        number = str(place.line)
        parts.append(f"  {number} | {drawn}")
        parts.append(f"  {' ' * len(number)} | {' ' * before}{'^' * width}")
    if finding.mend:
        parts.append(f"  mend: {_line(finding.mend)}")
    if page:
        parts.append(f"  page: {page}{finding.rule}/")
    return "\n".join(parts) + "\n"


def _line(text: str) -> str:
    return shown(text, len(text))


def _drawn(source: str, column: int, end: int) -> tuple[str, int, int]:
    """A source line as a terminal shows it, how many cells stand before the span, and its width in cells.

    Of a long line at most a hundred characters around the column are drawn.
    """
    first, last = 0, len(source)
    if len(source) > MOST_OF_A_LINE:
        first = max(0, min(column - 40, len(source) - MOST_OF_A_LINE))
        last = first + MOST_OF_A_LINE
    head, tail = "..." if first else "", "..." if last < len(source) else ""
    part = source[first:last]
    hidden = unseen_at(part)
    cells = [_cells(char, place in hidden) for place, char in enumerate(part)]
    start = max(0, min(column - 1, last) - first)
    stop = max(start, min(end - 1, last) - first)
    before = len(head) + sum(width for _, width in cells[:start])
    width = sum(width for _, width in cells[start:stop])
    return head + "".join(char for char, _ in cells) + tail, before, max(1, width)


def _cells(char: str, hidden: bool) -> tuple[str, int]:
    """A character as it is drawn, and the cells of a terminal that it takes."""
    if char == "\t":
        return "    ", 4
    if hidden:
        return "\ufffd", 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return char, 0
    return char, 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings there are of each level."""
    return {level.value: sum(finding.level is level for finding in findings) for level in Level}


def summary(findings: Sequence[Finding], documents: int) -> str:
    """`120 documents: 2 errors, 0 warnings, 5 notes`."""
    words = ", ".join(
        f"{count} {level}{'' if count == 1 else 's'}" for level, count in counts(findings).items()
    )
    return f"{documents} document{'' if documents == 1 else 's'}: {words}"
