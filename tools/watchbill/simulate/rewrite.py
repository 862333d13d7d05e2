"""Expectations rewritten to what came, as edits of a scenario's text; comments and layout stay."""

from collections.abc import Callable, Iterable

from watchbill.edit.edits import Edit
from watchbill.edit.scalar import scalar
from watchbill.load.fault import Span
from watchbill.simulate.scenario import Run
from watchbill.where import Address, Place

_LISTS = ("late", "visited", "not_visited", "told", "messages")
Path = tuple[str | int, ...]


def edits(runs: Iterable[Run], where: Callable[[Address], Place]) -> list[Edit]:
    """The edits that make one scenario's expectations those that came.

    Where several runs of the scenario came to different ends, or nothing would be met, the expectation
    is left as it is: a person must decide.
    """
    wanted: dict[Path, list[str | tuple[str, ...] | None]] = {}
    scenario, played = "", 0
    for run in runs:
        scenario, played = run.scenario, played + 1
        for miss in run.misses:
            path = miss.path[:2] if miss.path[1] in _LISTS else miss.path
            wanted.setdefault(path, []).append(miss.new)
    found = []
    for path, news in wanted.items():
        if news[0] is not None and len(set(news)) == 1:
            place = where(Address(f"scenario:{scenario}", path))
            found.append(Edit(_span(place), _text(news[0])))
    return found


def _span(place: Place) -> Span:
    return Span(place.line - 1, place.column - 1, place.end_line - 1, place.end_column - 1)


def _text(new: str | tuple[str, ...]) -> str:
    if isinstance(new, str):
        return scalar(new, flow=True)
    return f"[{', '.join(scalar(one, flow=True) for one in new)}]"
