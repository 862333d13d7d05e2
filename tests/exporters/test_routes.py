"""Routes say what the matrix says: at every instant exactly one path, the first that fits."""

import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exporters.build import (
    calendars,
    cells,
    delivered,
    first_fit,
    matrix,
    odd,
    shipped,
)
from watchbill.exporters.alertmanager.config import config
from watchbill.exporters.alertmanager.routes import Rule, tree
from watchbill.exporters.protocol import Settings
from watchbill.model.book import Book
from watchbill.model.escalation import Row

NAMES = ("office", "night", "third")
VALUES = {"playbook": "pq", "harm": "hij", "severity": "xyz", "region": "rs"}


def some(values: str) -> Any:
    return st.one_of(st.none(), st.lists(st.sampled_from(values), min_size=1, unique=True))


rows = st.builds(
    lambda hours, path, **fits: Row.model_construct(
        hours=hours,
        path=path,
        **{name: tuple(values) if values else None for name, values in fits.items()},
    ),
    hours=st.one_of(st.none(), st.sampled_from(NAMES)),
    path=st.sampled_from(["one", "two", "three", "four"]),
    **{name: some(values) for name, values in VALUES.items()},
)


def opens(names: Any) -> list[frozenset[str]]:
    return [
        frozenset(some)
        for size in range(len(names) + 1)
        for some in itertools.combinations(names, size)
    ]


@settings(max_examples=200, deadline=None)
@given(st.lists(rows, max_size=7))
def test_any_matrix_reaches_exactly_the_first_path_that_fits(matrix: list[Row]) -> None:
    rules = [
        Rule(
            {name: frozenset(v) for name in VALUES if (v := getattr(row, name)) is not None},
            row.hours or "",
            row.path,
        )
        for row in matrix
    ]
    built = {"route": {"receiver": "unrouted", "routes": tree(rules)}}
    for values in itertools.product(*(("", *some) for some in VALUES.values())):
        cell = {name: value for name, value in zip(VALUES, values, strict=True) if value}
        for open_ in opens(NAMES):
            assert delivered(built, cell, open_) == [first_fit(matrix, cell, open_)]


def holds(book: Book) -> int:
    """Checks every cell under every state of the calendars; the number of cells that depend on the hour."""
    built, _ = config(book, Settings())
    depending = 0
    for cell in cells(book):
        known = calendars(matrix(book), cell)
        depending += len(known) > 0
        for open_ in opens(known):
            path = first_fit(matrix(book), cell, open_)
            assert delivered(built, cell, open_) == [path], cell
            for name in ("WatchbillPromiseWarning", "WatchbillGuardWarning"):
                warned = {**cell, "alertname": name}
                assert delivered(built, warned, open_) == [f"{path}/warned"], cell
            broken = {**cell, "alertname": "WatchbillLawBroken"}
            assert delivered(built, broken, open_) == [path], cell
    return depending


def test_every_cell_of_a_matrix_of_traps_reaches_one_path_at_any_hour() -> None:
    assert holds(odd()) > 5


def test_every_cell_of_the_shipped_matrix_reaches_one_path_at_any_hour() -> None:
    assert holds(shipped()) > 50


def test_a_row_below_one_that_fits_all_makes_no_route() -> None:
    built = tree([Rule({}, "", "all"), Rule({"severity": frozenset({"P0"})}, "", "never")])
    assert built == [{"receiver": "all"}]


def test_a_row_with_hours_passes_on_and_what_lies_below_is_mute_in_them() -> None:
    first = Rule({"severity": frozenset({"P2"})}, "office", "day")
    (route, last) = tree([first, Rule({}, "", "night")])
    assert route["routes"] == [
        {"receiver": "day", "continue": True, "active_time_intervals": ["office"]},
        {"receiver": "night", "mute_time_intervals": ["office"]},
    ]
    assert last == {"receiver": "night"}
