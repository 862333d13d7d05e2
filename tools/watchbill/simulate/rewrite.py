"""Expectations rewritten to what came, as edits of a scenario's text; comments and layout stay."""

from collections.abc import Iterable

from watchbill.edit.edits import Edit, cut
from watchbill.edit.scalar import scalar
from watchbill.load.fault import Span
from watchbill.load.reader import examine
from watchbill.load.spots import Path, Spot
from watchbill.simulate.scenario import Run

_LISTS = ("late", "visited", "not_visited", "told", "messages")


def missed(runs: Iterable[Run]) -> dict[Path, list[str | tuple[str, ...] | None]]:
    """The expectations of one scenario that are not met, each with what would be in each run; lists as a whole."""
    wanted: dict[Path, list[str | tuple[str, ...] | None]] = {}
    for run in runs:
        for miss in run.misses:
            path = miss.path[:2] if miss.path[1] in _LISTS else miss.path
            wanted.setdefault(path, []).append(miss.new)
    return wanted


def edits(runs: Iterable[Run], text: str) -> list[Edit]:
    """The edits of a scenario's text that make its expectations those that came.

    Where several runs of the scenario came to different ends, or nothing would be met, the expectation
    is left as it is: a person must decide.
    """
    spots = examine(text).spots
    found = []
    for path, news in missed(runs).items():
        if news[0] is not None and len(set(news)) == 1 and path in spots:
            edit = _edit(text, spots, path, _text(news[0]))
            found.extend([edit] if edit else [])
    return found


def _edit(text: str, spots: dict[Path, Spot], path: Path, new: str) -> Edit | None:
    """The new value in the old one's place; None where a comment within a list would be lost."""
    spot = spots[path]
    items = [inner.value for other, inner in spots.items() if other[:-1] == path]
    if spot.style or spot.key is None or spot.value.end_line == spot.value.line or not items:
        span = spot.value
    else:
        last = items[-1]
        span = Span(spot.key.end_line, spot.key.end_column, last.end_line, last.end_column)
        new = f": {new}"
    return None if "#" in cut(text, span) else Edit(span, new)


def _text(new: str | tuple[str, ...]) -> str:
    if isinstance(new, str):
        return scalar(new, flow=True)
    return f"[{', '.join(scalar(one, flow=True) for one in new)}]"
