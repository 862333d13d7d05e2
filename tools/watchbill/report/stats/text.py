"""The figures of a book as columns; of long lists the ten that somebody should look at first."""

from collections.abc import Iterable, Sequence
from datetime import UTC

from watchbill.report.stats.figures import Clock, Proven, Stats
from watchbill.simulate.proof.when import FAR
from watchbill.simulate.touched import WHAT, total
from watchbill.timeline.spoken import length

_MOST = 10


def text(found: Stats) -> str:
    """Every part, under its name."""
    parts = [_rows(subject, counts.items()) for subject, counts in found.counts.items()]
    parts += [_oldest(found), _cover(found), _tightest(found.proven), _scenarios(found)]
    parts += [_hardest(found)]
    return f"{found.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}\n\n" + "\n".join(parts)


def _rows(head: str, rows: Iterable[tuple[str, int]]) -> str:
    rows = list(rows)
    return _columns(head, [(name, f"{number:>7,}") for name, number in rows])


def _columns(head: str, rows: Sequence[tuple[str, ...]]) -> str:
    """Columns as wide as what is in them, the last one as it is."""
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    lines = [
        "  ".join(["", *(f"{cell:<{width}}" for cell, width in zip(row, wide, strict=False))])
        + f"  {row[-1]}"
        for row in rows
    ]
    return "\n".join([head, *(line.rstrip() for line in lines)]) + "\n"


def _first(head: str, of: int) -> str:
    """A heading that says how many of all are shown."""
    return f"{head}: the first {_MOST} of {of}" if of > _MOST else f"{head}: {of}"


def _oldest(found: Stats) -> str:
    rows = [(one.document, f"read {one.last}", f"due {one.due}") for one in found.reviews[:_MOST]]
    return _columns(_first("oldest reviews", len(found.reviews)), rows)


def _cover(found: Stats) -> str:
    whole = [total(found.shares, what) for what in WHAT]
    rows = [(one.what, f"{one.touched:>5,} of {one.all:,}", f"{one.per_cent} %") for one in whole]
    missing = [one for one in found.shares if one.missing]
    lines = [f"  {one.of} {one.what}: {', '.join(one.missing)}\n" for one in missing]
    named = "touched by none\n" + "".join(lines) if lines else ""
    return _columns("touched by a scenario", rows) + named


def _tightest(found: Proven) -> str:
    head = _first("least slack of legal clocks", len(found.clocks))
    rows = [(_left(one), one.row.id, f"of {one.row.within}", one.playbook) for one in found.clocks]
    unproven = f"  not proven: {', '.join(found.unproven)}\n" if found.unproven else ""
    return _columns(head, rows[:_MOST]) + unproven


def _left(one: Clock) -> str:
    slack = one.row.slack
    if slack <= -FAR:
        return "never met"
    return length(slack) if slack >= 0 else f"{length(-slack)} LATE"


def _scenarios(found: Stats) -> str:
    rows = [
        (one.playbook, f"{one.scenarios:>4} scenarios", f"{one.runs:>4} runs")
        for one in found.scenarios
    ]
    return _columns("scenarios by playbook", rows)


def _hardest(found: Stats) -> str:
    head = _first("hardest to read, by school grade (ARI)", len(found.plain))
    rows = [
        (f"{one.grade:>4.1f}", one.document, f"{one.words:,} words in {one.sentences:,} sentences")
        for one in found.plain[:_MOST]
    ]
    return _columns(head, rows)
