"""Books for the exporters' tests, and what they must come to: first fit, and Alertmanager's own reading."""

import itertools
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests import smallest
from tests.support import ROOT
from watchbill.load.library import load
from watchbill.model.book import Book
from watchbill.model.commitments import Harm
from watchbill.model.escalation import Escalation, Row
from watchbill.model.response import Playbook

GOLDEN = Path(__file__).parent / "golden"
Cell = Mapping[str, str]

# Rows with hours and without, a holiday, words that mean something to YAML and to templates.
ODD = """\
kind: organization
regions:
  - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Dublin}
  - {id: apac, title: Asia, hub: Singapore, timezone: Asia/Singapore}
---
kind: calendar
id: night
timezone: Australia/Lord_Howe
hours:
  - {days: [fri, sat], hours: "22:15-06:00"}
  - {days: [mon], hours: 24h}
holidays:
  - {date: 2026-12-25, name: Christmas Day}
  - {date: 2027-12-31, name: Last day}
  - {date: 2028-02-28, name: Day before the leap day}
---
kind: obligation
id: odd-law
title: 'Say "{{ .Labels }}" and \\{{ no: % more `$value` | yes'
due: 10d
counting: calendar-days
timezone: Europe/Dublin
---
kind: obligation
id: monthly-law
title: Report each month
due: 1mo
counting: months
timezone: Europe/Dublin
---
kind: guard-bands
bands:
  - {obligation: answer-law, within: 1h, only_if: [eu-linked]}
  - {obligation: answer-law, within: 12h, only_if: [not eu-linked]}
  - {obligation: odd-law, within: 5d}
  - {obligation: monthly-law, within: 1mo}
---
kind: service-level
targets:
  P0: {acknowledged: 5m, resolved: {within: 2bd, calendar: office}}
  P1: {acknowledged: 10m, contained: 4h, resolved: 3d}
---
kind: escalation
paths:
  hours:
    title: The desk
    decides: analyst
    levels:
      - {after: 0m, page: [analyst], tell: [counsel], channel: chat, repeat: 10m}
      - {after: 30m, page: [counsel], repeat: 5m}
  night:
    title: Counsel
    decides: counsel
    levels:
      - {after: 1m, page: [counsel]}
  desk-first:
    title: The desk, then counsel
    decides: analyst
    levels:
      - {after: 0m, page: [analyst], repeat: 2m}
      - {after: 0m, page: [counsel], repeat: 5m}
matrix:
  - {playbook: fraud-ring, severity: P0, path: desk-first}
  - {severity: [P1, P2], hours: office, path: hours}
  - {severity: P1, region: emea, path: night}
  - {severity: P1, hours: night, path: night}
  - {region: apac, hours: night, path: hours}
  - {path: desk-first}
"""


def odd() -> Book:
    """A small book with every trap of an export in it."""
    return smallest.book(smallest.overlaid(ODD))


@cache
def shipped() -> Book:
    """The book of this repository."""
    return load([str(ROOT)], cached=False).book


def cells(book: Book) -> Iterator[Cell]:
    """Every cell of the matrix: each playbook with its harm and each harm alone, by severity and region."""
    cases = [
        {"playbook": one.id} | ({"harm": one.harm} if one.harm else {})
        for one in book.all(Playbook)
    ]
    cases += [{"harm": one.id} for one in book.all(Harm)]
    for case, severity, region in itertools.product(cases, book.severities(), book.regions()):
        yield {**case, "severity": severity, "region": region}


def fits(row: Row, cell: Cell) -> bool:
    return all(
        values is None or cell.get(name) in values
        for name in ("playbook", "harm", "severity", "region")
        for values in [getattr(row, name)]
    )


def first_fit(rows: Iterable[Row], cell: Cell, open_: frozenset[str]) -> str:
    """The path of the first row that fits while just these calendars are open."""
    for row in rows:
        if fits(row, cell) and (row.hours is None or row.hours in open_):
            return row.path
    return "unrouted"


def calendars(rows: Iterable[Row], cell: Cell) -> list[str]:
    """The calendars on which the path of a cell depends."""
    found = []
    for row in rows:
        if fits(row, cell):
            if row.hours is None:
                break
            found.append(row.hours)
    return found


def union(rows: tuple[Row, ...], cell: Cell) -> set[str]:
    """The paths that a cell takes at some hour or other."""
    known = calendars(rows, cell)
    sides = itertools.product([True, False], repeat=len(known))
    opens = (frozenset(c for c, on in zip(known, side, strict=True) if on) for side in sides)
    return {first_fit(rows, cell, open_) for open_ in opens}


def matrix(book: Book) -> tuple[Row, ...]:
    return tuple(row for one in book.all(Escalation) for row in one.matrix)


def delivered(config: dict[str, Any], labels: Cell, open_: frozenset[str]) -> list[str]:
    """The receivers that Alertmanager tells while just these time intervals hold, by its own rules."""
    found = _matched(config["route"], labels) or [config["route"]]
    return [
        route["receiver"]
        for route in found
        if (active := route.get("active_time_intervals")) is None or open_ & set(active)
        if not open_ & set(route.get("mute_time_intervals", ()))
    ]


def _matched(route: dict[str, Any], labels: Cell) -> list[dict[str, Any]]:
    if not all(_fits(matcher, labels) for matcher in route.get("matchers", ())):
        return []
    found: list[dict[str, Any]] = []
    for child in route.get("routes", ()):
        matched = _matched(child, labels)
        found += matched
        if matched and not child.get("continue"):
            break
    return found or [route]


def _fits(matcher: str, labels: Cell) -> bool:
    name, sign, value = re.fullmatch(r'(\w+)(=~|=)"(.*)"', matcher).groups()  # type: ignore[union-attr]
    text = labels.get(name, "")
    return bool(re.fullmatch(value, text)) if sign == "=~" else text == value


def golden(name: str, text: str) -> None:
    """Compares with the kept file; WATCHBILL_UPDATE_GOLDEN=1 writes it anew."""
    path = GOLDEN / name
    if os.environ.get("WATCHBILL_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert path.is_file(), f"{path} is missing; write it: make golden"
    assert text == path.read_text("utf-8")
