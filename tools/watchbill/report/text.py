"""Findings as text: place, what is wrong, the source line under a caret, how to mend it."""

from collections.abc import Callable, Sequence

from watchbill.finding import Finding, Level

# What these rules found must not be repeated in a log.
UNSHOWN = frozenset(("audience/personal-data", "audience/secret-in-text"))
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
    parts = [f"{place}: {level}: {finding.message} [{finding.rule}]"]
    source = "" if finding.rule in UNSHOWN else line_of(place.file, place.line)
    if source:
        shown, column = _window(source, place.column)
        width = max(
            1,
            (place.end_column if place.end_line == place.line else len(source) + 1) - place.column,
        )
        width = min(width, max(1, len(shown) - column + 1))
        number = str(place.line)
        parts.append(f"  {number} | {shown}")
        parts.append(f"  {' ' * len(number)} | {' ' * (column - 1)}{'^' * width}")
    if finding.mend:
        parts.append(f"  mend: {finding.mend}")
    if page:
        parts.append(f"  page: {page}{finding.rule}/")
    return "\n".join(parts) + "\n"


def _window(source: str, column: int) -> tuple[str, int]:
    """At most 110 characters of a line around a column, and the column in them."""
    if len(source) <= 110:
        return source, column
    start = max(0, min(column - 40, len(source) - 104))
    head = "..." if start else ""
    tail = "..." if start + 104 < len(source) else ""
    return head + source[start : start + 104] + tail, column - start + len(head)


def summary(findings: Sequence[Finding], documents: int) -> str:
    """`120 documents: 2 errors, 0 warnings, 5 notes`."""
    counts = [sum(finding.level is level for finding in findings) for level in Level]
    words = ", ".join(
        f"{count} {level}{'' if count == 1 else 's'}"
        for count, level in zip(counts, Level, strict=True)
    )
    return f"{documents} document{'' if documents == 1 else 's'}: {words}"
