from collections.abc import Callable

from watchbill.model.book import Book
from watchbill.pages.desk import Desk
from watchbill.pages.paging import Case, fits, tables

MATRIX = """
kind: escalation
paths:
  day: {title: By day, decides: analyst, levels: [{after: 0m, page: [analyst]}]}
  night: {title: By night, decides: analyst, levels: [{after: 0m, page: [counsel]}]}
  other: {title: Other, decides: analyst, levels: [{after: 0m, page: [counsel]}]}
matrix:
  - {harm: fraud, severity: P1, hours: office, path: day}
  - {harm: fraud, severity: P1, path: night}
  - {path: other}
"""
CASE = Case("fraud-ring", "fraud", "P1")


def test_the_first_row_that_fits_at_any_hour_ends_the_search(
    with_example: Callable[[str], Book], desk_for: Callable[..., Desk]
) -> None:
    desk = desk_for(with_example(MATRIX))
    assert [fit.name for fit in fits(desk, CASE)] == ["day", "night"]
    assert [fit.name for fit in fits(desk, CASE._replace(severity="P2"))] == ["other"]
    assert [fit.name for fit in fits(desk, Case("", "", "P1"))] == ["other"]


def test_paths_that_depend_on_the_hour_say_when(
    with_example: Callable[[str], Book], desk_for: Callable[..., Desk]
) -> None:
    said = tables(desk_for(with_example(MATRIX)), CASE)
    assert 'while <a href="~/calendars/office/">Dublin office</a> is open' in said
    assert "at all other times" in said


def test_a_single_path_needs_no_condition(
    with_example: Callable[[str], Book], desk_for: Callable[..., Desk]
) -> None:
    assert "Reports" not in tables(desk_for(with_example(MATRIX)), Case("", "", "P0"))
