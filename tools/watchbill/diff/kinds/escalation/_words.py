"""Cells of a matrix in as few words as are exact."""

from collections.abc import Iterator

from watchbill.diff.kinds.escalation._cells import Cell, Subject

_Hours = frozenset[frozenset[str]]
_Places = frozenset[tuple[str, frozenset[str]]]
_Cases = frozenset[tuple[str, str, frozenset[str]]]


def said(cells: set[Cell], whole: set[Cell]) -> list[str]:
    """Some cells in as few words as are exact: `csae, minor-safety at P0 in emea`. `whole` are all that there are."""
    by_subject: dict[_Cases, list[Subject]] = {}
    for subject in sorted({cell.subject for cell in cells}):
        rest = frozenset(cell[1:] for cell in cells if cell.subject == subject)
        by_subject.setdefault(rest, []).append(subject)
    every = {cell.subject for cell in whole}
    found: list[str] = []
    for rest, subjects in by_subject.items():
        names = _subjects({*subjects}, every)
        found.extend(f"{names}{more}" for more in _at(rest, frozenset(cell[1:] for cell in whole)))
    return found


def _subjects(some: set[Subject], every: set[Subject]) -> str:
    if some == every:
        return "every case"
    if some == {one for one in every if not one.playbook}:
        return "every case of a playbook that no row names"
    return ", ".join(one.said for one in sorted(some))


def _at(rest: _Cases, whole: _Cases) -> Iterator[str]:
    """At which severities, in which regions and at which hours; nothing where that is always."""
    by_region: dict[_Places, list[str]] = {}
    for severity in sorted({one[0] for one in rest}):
        there = frozenset(one[1:] for one in rest if one[0] == severity)
        by_region.setdefault(there, []).append(severity)
    for there, severities in by_region.items():
        at = (
            ""
            if {*severities} == {one[0] for one in whole}
            else f" at {', '.join(filter(None, severities))}"
        )
        yield from (f"{at}{more}" for more in _in(there, frozenset(one[1:] for one in whole)))


def _in(there: _Places, whole: _Places) -> Iterator[str]:
    by_hours: dict[_Hours, list[str]] = {}
    for region in sorted({one[0] for one in there}):
        by_hours.setdefault(frozenset(one[1] for one in there if one[0] == region), []).append(
            region
        )
    opens = frozenset(one[1] for one in whole)
    for hours, regions in by_hours.items():
        names = [region or "a region that is not known" for region in regions]
        place = "" if {*regions} == {one[0] for one in whole} else f" in {', '.join(names)}"
        yield f"{place}{_while(hours, opens)}"


def _while(hours: _Hours, opens: _Hours) -> str:
    """While which calendar is open or closed, where one alone decides it."""
    if hours == opens:
        return ""
    for calendar in sorted({one for some in opens for one in some}):
        if hours == {some for some in opens if calendar in some}:
            return f" while {calendar} is open"
        if hours == {some for some in opens if calendar not in some}:
            return f" while {calendar} is closed"
    return " at some hours"
