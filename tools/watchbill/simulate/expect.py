"""What a scenario expects against what came: each expectation that is not met, with what would be."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from watchbill.model.scenario import Expect, MilestoneExpectation, PagedExpectation
from watchbill.model.types import parse_duration
from watchbill.simulate.trace import Trace

Path = tuple[str | int, ...]


class Miss(NamedTuple):
    """An expectation that is not met: where it stands in the scenario, what it says, what came.

    `new` is what would be met there: a text, or a list of texts; None where nothing would be.
    """

    path: Path
    expected: str
    got: str
    new: str | tuple[str, ...] | None = None


def offset(text: str) -> int:
    """`+1h30m` in seconds."""
    return parse_duration(text.removeprefix("+")).nominal_seconds


def offset_text(seconds: int) -> str:
    """Seconds as a scenario writes them: `+1h30m`."""
    hours, rest = divmod(max(0, seconds), 3600)
    minutes, odd = divmod(rest, 60)
    parts = [(hours, "h"), (minutes, "m"), (odd, "s")]
    return "+" + ("".join(f"{amount}{unit}" for amount, unit in parts if amount) or "0m")


def misses(expect: Expect, trace: Trace) -> Iterator[Miss]:
    """Every expectation that is not met, in the order of the fields. What is not said is not checked."""
    if expect.path is not None and expect.path != trace.path:
        yield Miss(("expect", "path"), f"path {expect.path}", f"path {trace.path}", trace.path)
    for number, page in enumerate(expect.paged):
        yield from _page(page, ("expect", "paged", number), trace)
    told = [one.role for one in trace.told]
    yield from _all("told", expect.told, told, "told {}")
    yield from _visited(expect.visited, trace)
    still = tuple(step for step in expect.not_visited if step not in trace.visited)
    for number, step in enumerate(expect.not_visited):
        if step in trace.visited:
            at = ("expect", "not_visited", number)
            yield Miss(at, f"{step} not visited", f"{step} visited", still)
    for id, due in expect.due.items():
        yield from _due(id, due, trace)
    for id, milestone in expect.milestones.items():
        yield from _milestone(id, milestone, trace)
    if expect.late is not None and set(expect.late) != set(trace.late):
        yield Miss(
            ("expect", "late"),
            f"late: {_list(expect.late)}",
            f"late: {_list(trace.late)}",
            trace.late,
        )
    yield from _all("messages", expect.messages, trace.messages, "message {}")


def _list(words: Sequence[str]) -> str:
    return ", ".join(words) or "nothing"


def _all(field: str, wanted: tuple[str, ...], found: Sequence[str], words: str) -> Iterator[Miss]:
    """Each of the wanted must be among what was found."""
    met = tuple(one for one in wanted if one in found)
    for number, one in enumerate(wanted):
        if one not in found:
            got = f"{field}: {_list(tuple(dict.fromkeys(found)))}"
            yield Miss(("expect", field, number), words.format(one), got, met)


def _visited(wanted: tuple[str, ...], trace: Trace) -> Iterator[Miss]:
    """The steps come in this order; others may lie between."""
    at = 0
    for number, step in enumerate(wanted):
        if step not in trace.visited[at:]:
            seen = "earlier only" if step in trace.visited else "not at all"
            after = f" after {wanted[number - 1]}" if number else ""
            path = ("expect", "visited", number)
            yield Miss(path, f"{step} visited{after}", f"{step} visited {seen}", trace.visited)
            return
        at = trace.visited.index(step, at) + 1


def _page(wanted: PagedExpectation, path: Path, trace: Trace) -> Iterator[Miss]:
    start = trace.incident.at
    pages = [page for page in trace.pages if page.role == wanted.who]
    if not pages:
        yield Miss(path, f"{wanted.who} paged", f"{wanted.who} not paged")
        return
    first = pages[0]
    came = f"{wanted.who} paged {offset_text(first.at - start)}"
    if wanted.at is not None:
        exact = [page for page in pages if page.at == start + offset(wanted.at)]
        if not exact:
            new = offset_text(first.at - start)
            yield Miss((*path, "at"), f"{wanted.who} paged at {wanted.at}", came, new)
        first = (exact or pages)[0]
    if wanted.by is not None and first.at > start + offset(wanted.by):
        new = offset_text(first.at - start)
        yield Miss((*path, "by"), f"{wanted.who} paged by {wanted.by}", came, new)
    if wanted.member is not None and first.member != wanted.member:
        got = f"{wanted.who} is {first.member or 'nobody'}"
        expected = f"{wanted.who} is {wanted.member}"
        yield Miss((*path, "member"), expected, got, first.member or None)


def _due(id: str, wanted: str, trace: Trace) -> Iterator[Miss]:
    duty = next((one for one in trace.duties if one.id == id), None)
    at = ("expect", "due", id)
    if duty is None:
        yield Miss(at, f"{id} due {wanted}", f"{id} does not arise")
    elif duty.due is None:
        yield Miss(at, f"{id} due {wanted}", f"{id} has no due instant ({duty.status})")
    elif duty.due != trace.incident.at + offset(wanted):
        came = offset_text(duty.due - trace.incident.at)
        yield Miss(at, f"{id} due {wanted}", f"{id} due {came}", came)


def _milestone(id: str, wanted: MilestoneExpectation, trace: Trace) -> Iterator[Miss]:
    reached = met(trace, id)
    for word, text in (("at", wanted.at), ("by", wanted.by)):
        if text is None:
            continue
        at = ("expect", "milestones", id, word)
        expected = f"{id} {word} {text}"
        if reached is None:
            yield Miss(at, expected, f"{id} not reached")
            continue
        limit = trace.incident.at + offset(text)
        if reached > limit or (word == "at" and reached != limit):
            came = offset_text(reached - trace.incident.at)
            yield Miss(at, expected, f"{id} {came}", came)


def met(trace: Trace, milestone: str) -> int | None:
    """When a milestone was reached first, promised or not."""
    if milestone == "acknowledged":
        return trace.acknowledged
    found: Any = (
        one.at for one in trace.happenings if one.kind == "reach" and one.what == milestone
    )
    return next(found, None)
