"""alertmanager.yml: the tree of routes, a receiver a path, and the hours of the calendars."""

from collections.abc import Iterator
from typing import Any

from watchbill.exporters.alertmanager.intervals import intervals
from watchbill.exporters.alertmanager.routes import DIMENSIONS, UNROUTED, Route, Rule, tree
from watchbill.exporters.protocol import Settings
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation, EscalationPath, PageLevel, Row
from watchbill.model.time import Calendar
from watchbill.model.types import Duration

# A path that names no repeat is paged again after this long, as long as the alert lasts.
_REPEAT = 4 * 3600
# A warning is told once, and again each day that it lasts.
_REMIND = 24 * 3600
# What the receiver of a path's warnings is called behind the path's name.
WARNED = "/warned"


def config(book: Book, settings: Settings) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The configuration as a tree, and in words what it cannot say."""
    matrices = book.all(Escalation)
    paths = {
        receiver(book, matrix, name): path
        for matrix in matrices
        for name, path in sorted(matrix.paths.items())
    }
    rows = [rule(book, matrix, row) for matrix in matrices for row in matrix.matrix]
    names = sorted({row.hours for row in rows if row.hours})
    calendars = [found for name in names if (found := book.get(Calendar, name))]
    pager = settings.pager_url.rstrip("/")
    routing: dict[str, Any] = {
        "route": {
            "receiver": UNROUTED,
            "group_by": ["..."],
            "group_wait": "0s",
            "group_interval": "15s",
            "repeat_interval": f"{_REPEAT}s",
            "routes": [_warnings(rows), *(_timed(route, paths) for route in tree(rows))],
        },
        "receivers": list(_receivers(pager, paths)),
    }
    if calendars:
        routing["time_intervals"] = [
            {"name": calendar.id, "time_intervals": intervals(calendar)} for calendar in calendars
        ]
    return routing, tuple(_losses(paths, calendars))


def _warnings(rows: list[Rule]) -> Route:
    """The way of warnings: the same paths at the same hours, but nobody is woken for them."""
    told = [row._replace(receiver=row.receiver + WARNED) for row in rows]
    return {
        "matchers": ['alertname=~"Watchbill(Promise|Guard)Warning"'],
        "receiver": UNROUTED,
        "repeat_interval": f"{_REMIND}s",
        "routes": tree(told),
    }


def _receivers(pager: str, paths: dict[str, EscalationPath]) -> Iterator[dict[str, Any]]:
    yield {"name": UNROUTED, "webhook_configs": [_hook(pager, "page", UNROUTED)]}
    for name, path in paths.items():
        yield {"name": name, "webhook_configs": _hooks(pager, path)}
        yield {"name": name + WARNED, "webhook_configs": [_hook(pager, "tell", path.decides)]}


def receiver(book: Book, matrix: Escalation, path: str) -> str:
    """The receiver of a path: the path's name, below its matrix where a book has several."""
    return path if len(book.ids(Escalation.KIND)) == 1 else f"{matrix.id}/{path}"


def rule(book: Book, matrix: Escalation, row: Row) -> Rule:
    """A row as routes see it."""
    fits = {
        name: frozenset(values) for name in DIMENSIONS if (values := getattr(row, name)) is not None
    }
    return Rule(fits, row.hours or "", receiver(book, matrix, row.path))


def first_levels(path: EscalationPath) -> tuple[PageLevel, ...]:
    """The levels that are paged first, together."""
    earliest = min(_seconds(level.after) for level in path.levels)
    return tuple(level for level in path.levels if _seconds(level.after) == earliest)


def _seconds(duration: Duration) -> int:
    return duration.nominal_seconds


def _timed(route: Route, paths: dict[str, EscalationPath]) -> Route:
    """A route with when its path is paged first and how often again."""
    inner = [_timed(one, paths) for one in route.get("routes", ())]
    path = paths.get(route["receiver"])
    timed = {key: value for key, value in route.items() if key != "routes"}
    if path is not None and not inner:
        first = first_levels(path)
        repeats = [_seconds(level.repeat) for level in first if level.repeat]
        timed["group_wait"] = f"{_seconds(first[0].after)}s"
        timed["repeat_interval"] = f"{max(1, min(repeats, default=_REPEAT))}s"
    return {**timed, "routes": inner} if inner else timed


def _hooks(pager: str, path: EscalationPath) -> list[dict[str, Any]]:
    """A call to the pager for each role: `/page/ROLE` (or chat, ticket), `/tell/ROLE`."""
    first = first_levels(path)
    calls = [(str(level.channel), role) for level in first for role in level.page]
    calls += [("tell", role) for level in first for role in level.tell]
    return [_hook(pager, channel, role) for channel, role in dict.fromkeys(calls)]


def _hook(pager: str, channel: str, role: str) -> dict[str, Any]:
    return {"url": f"{pager}/{channel}/{role}", "send_resolved": True}


def _losses(paths: dict[str, EscalationPath], calendars: list[Calendar]) -> Iterator[str]:
    for name, path in paths.items():
        later = [level for level in path.levels if level not in first_levels(path)]
        if later:
            levels = "; ".join(f"{' and '.join(level.page)} after {level.after}" for level in later)
            yield f"Path `{name}`: only its first level is paged. The pager must page {levels}."
    yield (
        "Alertmanager knows no answer: a page is repeated for as long as the alert lasts, not until "
        "somebody answers, and who told is not told apart from who must answer but by the address called."
    )
    if calendars:
        yield (
            "A case whose alert is still firing when the hours change is paged again on the path of the new "
            "hours; the book reads the matrix once, at the start. What ends after the change is not told to "
            "the path of the old hours."
        )
        yield (
            "Alertmanager reads wall clocks by the tz database of its own machine: keep it at the version "
            "that heads the file."
        )
    for calendar in calendars:
        yield (
            f"Calendar `{calendar.id}`: holidays are known for {calendar.covers}; in other years only its "
            "weekdays count."
        )
