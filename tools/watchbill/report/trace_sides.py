"""Expected and got as two timelines side by side; what differs is marked."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.model.scenario import Expect
from watchbill.simulate.expect import Miss, offset, offset_text
from watchbill.simulate.trace import Trace

Path = tuple[str | int, ...]


class _Side(NamedTuple):
    at: int
    key: str
    words: str


class _Wanted(NamedTuple):
    key: str
    words: str
    path: Path
    at: int | None = None


def sides(expect: Expect, trace: Trace, found: tuple[Miss, ...]) -> list[tuple[str, str, str]]:
    """Lines of (mark, expected, got): the mark is `!` where an expectation is not met, else "".

    Everything that came stands on the right in order of time; an expectation stands beside what meets
    it, or what should have, and one that nothing is like stands alone after the expectation before it.
    """
    got = list(_got(trace))
    beside: dict[int, _Wanted] = {}
    alone: dict[int, list[_Wanted]] = {}
    last = -1
    for want in _wanted(expect):
        in_order = want.path[1] == "visited"
        free = (n for n, one in enumerate(got) if one.key == want.key and n not in beside)
        place = next((n for n in free if n > last or not in_order), None)
        if place is not None:
            beside[place] = want
            last = place if in_order else last
        elif want.path[1] != "not_visited":
            spot = last if want.at is None else _before(got, want.at)
            alone.setdefault(spot, []).append(want)
    return list(_lines(got, beside, alone, {miss.path for miss in found}))


def _before(got: list[_Side], at: int) -> int:
    """The last line that is not after an instant."""
    return max((n for n, one in enumerate(got) if one.at <= at), default=-1)


def _lines(
    got: list[_Side],
    beside: dict[int, _Wanted],
    alone: dict[int, list[_Wanted]],
    missed: set[Path],
) -> Iterator[tuple[str, str, str]]:
    for number in range(-1, len(got)):
        if number >= 0:
            want, one = beside.get(number), got[number]
            bad = want is not None and _missed(want, missed)
            yield (
                "!" if bad else "",
                want.words if want else "",
                f"{offset_text(one.at):<9} {one.words}",
            )
        for want in alone.get(number, ()):
            yield "!" if _missed(want, missed) else "", want.words, ""


def _missed(want: _Wanted, missed: set[Path]) -> bool:
    return any(path[: len(want.path)] == want.path for path in missed)


def _got(trace: Trace) -> Iterator[_Side]:
    start = trace.incident.at
    found = [_Side(0, "path", f"path {trace.path}")]
    for page in trace.pages:
        words = f"paged {page.role} ({page.member or 'nobody'})"
        found.append(_Side(page.at - start, f"page {page.role}", words))
    answered = trace.acknowledged - start
    found.append(_Side(answered, "reach acknowledged", "reached acknowledged"))
    for one in trace.happenings:
        if one.kind in ("begin", "wait"):
            found.append(_Side(one.at - start, f"visit {one.step}", one.step))
        elif one.kind == "reach":
            found.append(_Side(one.at - start, f"reach {one.what}", f"reached {one.what}"))
        elif one.kind == "halt":
            found.append(_Side(one.at - start, "halt", f"STANDS STILL at {one.step}"))
    found.extend(
        _Side(duty.due - start, f"due {duty.id}", f"due {duty.id}")
        for duty in trace.duties
        if duty.due is not None
    )
    yield from sorted(found, key=lambda one: one.at)
    end = (trace.ended or max(one.at for one in trace.happenings)) - start
    yield _Side(end, "late", f"late: {', '.join(trace.late) or 'nothing'}")


def _wanted(expect: Expect) -> Iterator[_Wanted]:
    if expect.path is not None:
        yield _Wanted("path", f"path {expect.path}", ("expect", "path"))
    for number, page in enumerate(expect.paged):
        when = page.at or page.by or ""
        words = f"{'by ' if page.by and not page.at else ''}{when} paged {page.who}".strip()
        words += f" ({page.member})" if page.member else ""
        at = offset(when) if when else None
        yield _Wanted(f"page {page.who}", words, ("expect", "paged", number), at)
    for number, step in enumerate(expect.visited):
        yield _Wanted(f"visit {step}", step, ("expect", "visited", number))
    for number, step in enumerate(expect.not_visited):
        yield _Wanted(f"visit {step}", f"not {step}", ("expect", "not_visited", number))
    for id, milestone in expect.milestones.items():
        when = milestone.at or milestone.by or "+0m"
        words = f"{'by ' if not milestone.at else ''}{when} reached {id}"
        yield _Wanted(f"reach {id}", words, ("expect", "milestones", id), offset(when))
    for id, due in expect.due.items():
        yield _Wanted(f"due {id}", f"{due} due {id}", ("expect", "due", id), offset(due))
    if expect.late is not None:
        words = f"late: {', '.join(expect.late) or 'nothing'}"
        yield _Wanted("late", words, ("expect", "late"))
