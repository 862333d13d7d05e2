"""The matrix as Alertmanager's tree of routes: at every instant exactly one path gets a case.

A row with hours becomes a route with two kinds of children: its own path, active in these hours and
passing on (`continue`), and the rows below it, mute in them. Were they plain siblings, Alertmanager
would take the first that matches and then stay silent outside its hours.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

DIMENSIONS = ("playbook", "harm", "severity", "region")
UNROUTED = "unrouted"
Route = dict[str, Any]


class Rule(NamedTuple):
    """A row of the matrix: what it fits by dimension (a dimension left out fits all), hours, receiver."""

    fits: Mapping[str, frozenset[str]]
    hours: str
    receiver: str


class _Branch(NamedTuple):
    """What is known of a case on a branch of the tree, and the calendars that are closed there."""

    known: Mapping[str, frozenset[str]]
    closed: tuple[str, ...]


def tree(rows: Sequence[Rule]) -> list[Route]:
    """The children of the root route. A case that no row fits falls to the root's own receiver."""
    return _routes(rows, _Branch({}, ()))


def _routes(rows: Sequence[Rule], branch: _Branch) -> list[Route]:
    found: list[Route] = []
    for place, row in enumerate(rows):
        known = _both(branch.known, row.fits)
        if known is None or row.hours in branch.closed:
            continue
        route: Route = {}
        matchers = _matchers(row.fits, branch.known)
        if matchers:
            route["matchers"] = matchers
        route["receiver"] = row.receiver
        if row.hours:
            inner = _Branch(known, (*branch.closed, row.hours))
            own = {"receiver": row.receiver, "continue": True, **_times(branch, row.hours)}
            route["routes"] = [own, *_closed(_routes(rows[place + 1 :], inner), inner)]
        else:
            route.update(_times(branch))
        found.append(route)
        if not matchers:
            break
    return found


def _closed(routes: list[Route], branch: _Branch) -> list[Route]:
    """The routes with one at their end that takes what none of them fits."""
    if routes and "matchers" not in routes[-1]:
        return routes
    return [*routes, {"receiver": UNROUTED, **_times(branch)}]


def _times(branch: _Branch, hours: str = "") -> Route:
    times: Route = {}
    if hours:
        times["active_time_intervals"] = [hours]
    if branch.closed:
        times["mute_time_intervals"] = list(branch.closed)
    return times


def _both(
    known: Mapping[str, frozenset[str]], fits: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]] | None:
    """What is known of a case of the branch that a row fits; None where there is no such case."""
    both = dict(known)
    for name, values in fits.items():
        both[name] = both[name] & values if name in both else values
        if not both[name]:
            return None
    return both


def _matchers(fits: Mapping[str, frozenset[str]], known: Mapping[str, frozenset[str]]) -> list[str]:
    """Matchers for what the branch does not say already. Ids hold no character with a meaning."""
    found = []
    for name in DIMENSIONS:
        values = fits.get(name)
        if values is None or (name in known and known[name] <= values):
            continue
        ordered = sorted(values & known[name] if name in known else values)
        sign = "=" if len(ordered) == 1 else "=~"
        found.append(f'{name}{sign}"{"|".join(ordered)}"')
    return found
