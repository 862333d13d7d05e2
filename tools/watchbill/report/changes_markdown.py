"""A comparison as the comment on a pull request: the verdict first, the worst in front, within a budget.

GitHub refuses a comment as a whole that has more than 65,536 characters, so rows are left out from the end,
never in the middle of one, and the last line says how many are shown.
"""

from watchbill.diff.change import Change, Direction, Weight
from watchbill.report.around import plural
from watchbill.report.changes import (
    Comparison,
    Placed,
    around,
    brief,
    feels,
    headline,
    values,
)
from watchbill.report.inert import BUDGET
from watchbill.report.inert import inert as _text
from watchbill.report.inert import size as _size

MARK = "<!-- watchbill:report v1 -->"
_SIGN = {
    Direction.WEAKER: "▼ weaker",
    Direction.UNKNOWN: "? to be read",
    Direction.STRONGER: "▲ stronger",
    Direction.NEUTRAL: "= neutral",
}
_HEAD = (
    "| | Commitment | Before | After | Worked example | Who feels it |\n|---|---|---|---|---|---|\n"
)
_MORE = "<details><summary>{}</summary>\n\n"
_END = "\n</details>\n"


def markdown(found: Comparison, *, budget: int = BUDGET) -> str:
    """The whole comment."""
    top = f"{MARK}\n### watchbill: {_text(headline(found))}\n\n{_compared(found)}\n"
    below = f"{_below(found)}{_unchanged(found)}"
    if not found.placed:
        return f"{top}{below}{_foot(found, 0)}"
    loud = [one for one in found.placed if _is_loud(one.change)]
    rest = [one for one in found.placed if not _is_loud(one.change)]
    left = budget - _size(top + below + _foot(found, len(found.placed))) - 200
    first, left = _rows(loud, left)
    second, _ = (
        _rows(rest, left - _size(_HEAD + _MORE + _END)) if len(first) == len(loud) else ([], 0)
    )
    parts = [top]
    if first:
        parts.append(f"\n{_HEAD}{''.join(first)}")
    parts.append(below)
    if second:
        title = f"{plural(len(rest), 'more change')}: minor, stronger or without weight"
        parts.append(f"\n{_MORE.format(title)}{_HEAD}{''.join(second)}{_END}")
    return "".join([*parts, _foot(found, len(first) + len(second))])


def could_not(reason: str) -> str:
    """The comment where nothing could be compared. It never says that nothing changed."""
    return f"{MARK}\n### watchbill: COULD NOT COMPARE\n\n{_text(reason)}\n"


def _is_loud(change: Change) -> bool:
    """Whether it must be seen without opening anything."""
    return change.direction in (Direction.WEAKER, Direction.UNKNOWN) and change.weight in (
        Weight.CRITICAL,
        Weight.MAJOR,
    )


def _rows(placed: list[Placed], left: int) -> tuple[list[str], int]:
    """As many rows from the front as fit, and what is left of the budget."""
    found: list[str] = []
    left -= _size(_HEAD)
    for one in placed:
        row = _row(one.change)
        if _size(row) > left:
            break
        found.append(row)
        left -= _size(row)
    return found, left


def _row(change: Change) -> str:
    cells = (
        f"{_SIGN[change.direction]}, {change.weight.value}",
        f"{_text(change.subject)}: {_text(change.what)}",
        _text(change.before or "nothing") if values(change) else "",
        _text(change.after or "nothing") if values(change) else "",
        _text(change.example),
        _text(feels(change)),
    )
    return f"| {' | '.join(cells)} |\n"


def _compared(found: Comparison) -> str:
    """The line under the headline: who must agree, and what was compared with what."""
    what = f"base {_text(brief(found.base))} → head {_text(brief(found.head))}"
    agreement = [_titled(*one) for one in around(found) if one[0].endswith(":")]
    return " · ".join([*agreement, what])


def _below(found: Comparison) -> str:
    return "".join(f"\n{_titled(*one)}\n" for one in around(found) if not one[0].endswith(":"))


def _titled(title: str, words: str) -> str:
    return f"**{title}** {_text(words)}"


def _unchanged(found: Comparison) -> str:
    if not found.unchanged:
        return ""
    return (
        f"\n**Unchanged in meaning** {plural(len(found.unchanged), 'document')} (written anew).\n"
    )


def _foot(found: Comparison, number: int) -> str:
    of = len(found.placed)
    whole = (
        f"report complete ({of} of {of})"
        if number == of
        else f"shown {number} of {of}, worst first; the full report is in the artifact"
    )
    return f"\n<sub>{_text(found.tool)} · tz {_text(found.tz)} · {whole}</sub>\n"
