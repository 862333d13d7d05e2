"""Which paths of the matrix a playbook's cases take, and when somebody answers, for every start at once."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from watchbill.model.book import Book
from watchbill.model.escalation import Escalation, EscalationPath
from watchbill.model.memo import once
from watchbill.model.time import Calendar
from watchbill.simulate.matrix import Case
from watchbill.simulate.paging import Paging, page_out, ready
from watchbill.simulate.proof.people import People
from watchbill.simulate.proof.when import When
from watchbill.timeline.spans import Spans, common, merged, without
from watchbill.timeline.track import Piece, Track


class Taken(NamedTuple):
    """A path that cases from some regions take, and at which starts."""

    matrix: str
    name: str
    path: EscalationPath
    regions: tuple[str, ...]
    starts: Spans


class Answered(NamedTuple):
    """When a path is acknowledged at the starts at which the same roles come to be there.

    `ready` says from when on a role is there; None: from the acknowledgement on.
    """

    starts: Spans
    at: When
    ready: Mapping[str, When | None]


def taken(book: Book, people: People, case: Case, starts: Spans) -> list[Taken]:
    """The paths of a case, whatever its region, at these starts."""
    found: dict[tuple[str, str, Spans], Taken] = {}
    for region in book.regions() or ("",):
        for one in _taken(book, people, case._replace(region=region), starts):
            key = one.matrix, one.name, one.starts
            before = found.get(key)
            regions = (*before.regions, region) if before else (region,)
            found[key] = one._replace(regions=regions)
    return list(found.values())


def _taken(book: Book, people: People, case: Case, starts: Spans) -> Iterator[Taken]:
    left = starts
    for matrix in book.all(Escalation):
        for row in matrix.matrix:
            path = matrix.paths.get(row.path)
            if path is None or not path.levels or not _asks(row, case):
                continue
            here = left
            if row.hours is not None:
                calendar = book.get(Calendar, row.hours)
                here = common(left, people.open(calendar)) if calendar else ()
            if here:
                yield Taken(matrix.key, row.path, path, (case.region,), here)
                left = without(left, here) if here != left else ()
            if not left:
                return


def _asks(row: object, case: Case) -> bool:
    return all(
        (asked := getattr(row, name)) is None or getattr(case, name) in asked
        for name in ("playbook", "harm", "severity", "region")
    )


def answers(people: People, one: Taken, silent: int) -> list[Answered]:
    """When a path is acknowledged with so many silent levels."""
    known, key = _known(people), (one.matrix, one.name, one.starts, silent)
    if key not in known:
        first, end = one.starts[0].start, one.starts[-1].end
        edges = _edges(people, one.path, first, end)
        known[key] = _grouped(people, one, silent, edges)
    return known[key]


@once
def _known(_: People) -> dict[tuple[str, str, Spans, int], list[Answered]]:
    return {}


def _late(ready: int, acknowledged: int) -> int | None:
    return ready if ready > acknowledged else None


def _edges(people: People, path: EscalationPath, first: int, end: int) -> list[int]:
    """The starts at which the answer of any level changes."""
    found = {first}
    for level in path.levels:
        after = level.after.nominal_seconds
        for role in level.page:
            if not isinstance(people.call(role), int):
                for lead in people.station(role).leads:
                    found.update((lead.start - after, lead.end - after))
    return sorted(edge for edge in found if first <= edge < end)


class _Group:
    """The pieces at which the same roles come to be there."""

    def __init__(self) -> None:
        self.spans: list[tuple[int, int]] = []
        self.times: dict[str, list[Piece]] = {}

    def add(self, start: int, end: int, times: Mapping[str, tuple[int, int]]) -> None:
        self.spans.append((start, end))
        for name, (value, slope) in times.items():
            self.times.setdefault(name, []).append(Piece(start, value, slope))

    def when(self, name: str, end: int) -> When:
        pieces = self.times[name]
        offsets = {piece.value - piece.start if piece.slope else None for piece in pieces}
        if len(offsets) == 1 and (only := offsets.pop()) is not None:
            return only
        return Track(tuple(pieces), end)


def _grouped(people: People, one: Taken, silent: int, edges: list[int]) -> list[Answered]:
    groups: dict[tuple[str, ...], _Group] = {}
    end = one.starts[-1].end
    for start, until in zip(edges, [*edges[1:], end], strict=True):
        cuts = _crossings(people, one, silent, start, until)
        for begin, stop in zip(cuts, [*cuts[1:], until], strict=True):
            paging = page_out(one.name, one.path, begin, people, frozenset(), silent)
            there = ready(paging, begin)
            times = {
                role: (when, _slope(people, paging, role, when)) for role, when in there.items()
            }
            times[""] = (paging.acknowledged, _slope(people, paging, "", paging.acknowledged))
            groups.setdefault(tuple(sorted(times)), _Group()).add(begin, stop, times)
    found = []
    for names, group in groups.items():
        starts = common(one.starts, merged(group.spans))
        if starts:
            at = group.when("", end)
            rest = {name: _unless(group.when(name, end), at) for name in names if name}
            found.append(Answered(starts, at, rest))
    return found


def _crossings(people: People, one: Taken, silent: int, start: int, until: int) -> list[int]:
    """The starts from `start` on at which an answer that moves along meets one that waits for an opening."""
    paging = page_out(one.name, one.path, start, people, frozenset(), silent)
    still, moving = set[int](), set[int]()
    for page in paging.pages:
        if page.answers is not None:
            closed = people.lead(page.role, page.at) is None
            (still if closed else moving).add(page.answers - (0 if closed else start))
    met = {when - late for when in still for late in moving}
    return [start, *sorted(at for one in met for at in (one, one + 1) if start < at < until)]


def _slope(people: People, paging: Paging, role: str, when: int) -> int:
    """1 where an answer moves along with the start, 0 where it waits for an opening."""
    for page in paging.pages:
        if page.answers == when and (not role or page.role == role):
            return 0 if people.lead(page.role, page.at) is None else 1
    return 1


def _unless(ready: When, acknowledged: When) -> When | None:
    """The instant, or None where it never lies behind the acknowledgement."""
    if isinstance(ready, int) and isinstance(acknowledged, int):
        return _late(ready, acknowledged)
    return ready
