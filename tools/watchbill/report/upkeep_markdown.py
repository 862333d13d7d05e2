"""What a book asks for as the body of an issue: the worst first, within a budget.

The first line is a mark that says how many entries are left to do. Entries are left out from the end, never in the
middle of one, and the last line says how many are shown.
"""

from collections.abc import Sequence

from watchbill.report.inert import BUDGET, inert, size
from watchbill.report.upkeep import Upkeep, headline, instant, when
from watchbill.upkeep.entry import Entry, Urgency

_HEAD = "| When | What | To do | Owner | Where |\n|---|---|---|---|---|\n"
_TITLES = {
    Urgency.OVERDUE: "Overdue, or wrong today",
    Urgency.SOON: "Due soon",
    Urgency.STANDING: "Standing",
}
# Room for the titles and the last line.
_ROOM = 600


def markdown(found: Upkeep, *, budget: int = BUDGET) -> str:
    """The whole body."""
    top = (
        f"<!-- watchbill:upkeep v1 left={found.left} -->\n"
        f"### Upkeep of the book: {headline(found)}\n\nJudged as at {instant(found)}.\n"
    )
    left, told = budget - size(top) - _ROOM, 0
    parts = [top]
    for urgency in Urgency:
        entries = found.of(urgency)
        rows, left = _rows(entries, left)
        if rows:
            parts.append(_part(urgency, rows))
        told += len(rows)
        if len(rows) < len(entries):
            # Nothing that is less urgent is told in the place of what was cut.
            break
    return "".join([*parts, _foot(found, told)])


def _part(urgency: Urgency, rows: list[str]) -> str:
    title = _TITLES[urgency]
    if urgency is Urgency.STANDING:
        number = f"{len(rows)} without a near day"
        return f"\n<details><summary>{title}: {number}</summary>\n\n{_HEAD}{''.join(rows)}\n</details>\n"
    return f"\n#### {title}\n\n{_HEAD}{''.join(rows)}"


def _rows(entries: Sequence[Entry], left: int) -> tuple[list[str], int]:
    """As many rows from the front as fit, and what is left of the budget."""
    found: list[str] = []
    left -= size(_HEAD)
    for entry in entries:
        row = _row(entry)
        if size(row) > left:
            break
        found.append(row)
        left -= size(row)
    return found, left


def _row(entry: Entry) -> str:
    place = entry.place
    where = f"{place.file}:{place.line}" if place else ""
    about = inert(f"{entry.document}: " if entry.document else "")
    cells = (
        inert(when(entry)),
        f"{about}{inert(entry.what)}",
        inert(entry.mend),
        inert(entry.owner),
        inert(where),
    )
    return f"| {' | '.join(cells)} |\n"


def _foot(found: Upkeep, told: int) -> str:
    of = len(found.entries)
    whole = f"complete, {told} of {of}" if told == of else f"{told} of {of} shown, worst first"
    return f"\n<sub>{inert(found.tool)}, tz database {inert(found.tz)}; {whole}</sub>\n"
