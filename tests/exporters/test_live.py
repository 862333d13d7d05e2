"""A running Alertmanager tells the right path, and only it, at both sides of every change of hours.

It goes by the machine's clock, and so must these tests: the calendars are laid around the present minute.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.exporters.build import Cell, calendars, cells, first_fit, matrix, shipped
from tests.exporters.live import Pager, alertmanager, fire, pager
from tests.timeline.build import calendar
from watchbill.exporters.alertmanager import wanted
from watchbill.exporters.alertmanager.config import config
from watchbill.exporters.alertmanager.intervals import intervals
from watchbill.exporters.protocol import Settings
from watchbill.exporters.yaml import dump
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.model.time import Calendar
from watchbill.timeline.calendars import is_open

HOUR = timedelta(hours=1)


def window(zone: str, start: datetime, end: datetime) -> str:
    """Wall-clock hours in a zone from one instant to another."""
    local = [one.astimezone(ZoneInfo(zone)) for one in (start, end)]
    return f"{local[0]:%H:%M}-{local[1]:%H:%M}"


def around(book: Book, change: datetime, opens: bool) -> Book:
    """The book with every calendar open for the hour behind an instant, or for the one before it."""
    span = (change, change + HOUR) if opens else (change - HOUR, change)

    def moved(document: Document) -> Document:
        if not isinstance(document, Calendar):
            return document
        return calendar(
            document.timezone, ("every-day", window(document.timezone, *span))
        ).model_copy(update={"id": document.id})

    return Book.of([moved(found) for key in book.keys if (found := book.find(key))])


def settings(told: Pager) -> Settings:
    return Settings(pager_url=told.url)


def routing(book: Book, told: Pager) -> str:
    (file,) = (one for one in wanted(book, settings(told)).files if one.name == "alertmanager.yml")
    return file.text


def numbered(every: list[Cell], name: str) -> list[dict[str, str]]:
    return [{**cell, "case": f"{name}-{number}"} for number, cell in enumerate(every)]


def sleep_until(instant: float) -> None:
    time.sleep(max(0.0, instant - time.time()))


def test_each_cell_that_depends_on_the_hour_is_told_right_before_and_after_the_change(
    tmp_path: Path,
) -> None:
    book = shipped()
    every = [cell for cell in cells(book) if calendars(matrix(book), cell)]
    assert len(every) > 50
    # The next full minute that leaves time to start two Alertmanagers and to be told of every case.
    change = (int(time.time()) + 12) // 60 * 60 + 60
    with pager() as opening, pager() as closing, ExitStack() as running:
        sides = []
        for told, opens in ((opening, True), (closing, False)):
            moved = around(book, datetime.fromtimestamp(change, UTC), opens)
            folder = tmp_path / ("opens" if opens else "closes")
            url = running.enter_context(alertmanager(routing(moved, told), folder))
            sides.append((told, url, opens))
        assert time.time() < change - 6, "the machine is too slow to stand before the change"
        for _, url, _ in sides:
            fire(url, numbered(every, "before"))
        for told, _, _ in sides:
            _heard(told, every, "before", change)
        sleep_until(change + 0.5)
        for _, url, _ in sides:
            fire(url, numbered(every, "after"))
        for told, _, _ in sides:
            _heard(told, every, "after", change + 40)
        for told, _, opens in sides:
            _right(book, told, every, "before", not opens, change)
            _right(book, told, every, "after", opens, 9e18)


def _heard(told: Pager, every: list[Cell], name: str, end: float) -> None:
    """Waits until every case was told to somebody, and a second more for what should not come."""
    cases = [one["case"] for one in numbered(every, name)]
    told.wait(lambda: all(told.receivers(case) for case in cases), end - time.time() - 2)
    time.sleep(1)


def _right(
    book: Book, told: Pager, every: list[Cell], name: str, open_: bool, before: float
) -> None:
    """Each case went to the one path that the matrix says, and to each of its addresses."""
    for cell, alert in zip(every, numbered(every, name), strict=True):
        hours = frozenset(calendars(matrix(book), cell) if open_ else ())
        path = first_fit(matrix(book), cell, hours)
        assert told.receivers(alert["case"], before) == [path], (name, cell)


def test_the_pager_is_called_for_each_role_of_the_first_level(tmp_path: Path) -> None:
    book = shipped()
    with pager() as told, alertmanager(routing(book, told), tmp_path / "am") as url:
        fire(url, [{"playbook": "terrorist-removal-order", "severity": "P0", "case": "1"}])
        level = book.all(Escalation)[0].paths["removal-order"].levels[0]
        addresses = sorted(
            [*(f"/page/{role}" for role in level.page), *(f"/tell/{role}" for role in level.tell)]
        )
        told.wait(lambda: told.paths("1") == addresses, 10)
        assert told.paths("1") == addresses


def test_the_shipped_routes_tell_the_right_path_at_this_very_hour(tmp_path: Path) -> None:
    """The calendars as they are: their own zones, windows and holidays."""
    book = shipped()
    every = [cell for cell in cells(book) if calendars(matrix(book), cell)]

    def paths() -> list[str]:
        now = int(time.time())
        open_ = frozenset(one.id for one in book.all(Calendar) if is_open(one, now))
        return [first_fit(matrix(book), cell, open_) for cell in every]

    before = paths()
    with pager() as told, alertmanager(routing(book, told), tmp_path / "am") as url:
        fire(url, numbered(every, "case"))
        warning = {"alertname": "WatchbillGuardWarning"}
        fire(url, [{**one, **warning} for one in numbered(every, "warning")])
        _heard(told, every, "case", time.time() + 20)
        _heard(told, every, "warning", time.time() + 20)
        cases = [told.receivers(f"case-{number}") for number in range(len(every))]
        warnings = [told.receivers(f"warning-{number}") for number in range(len(every))]
    # Where an office opens or closes just now, either side is right.
    for place, either in enumerate(zip(before, paths(), strict=True)):
        assert cases[place] in [[path] for path in either]
        assert warnings[place] in [[f"{path}/warned"] for path in either]


def offices(now: datetime) -> Iterator[Calendar]:
    """Calendars around the present minute: nights, holidays, other days, in zones of every style."""
    for zone in (
        "UTC",
        "Europe/Dublin",
        "Australia/Lord_Howe",
        "America/St_Johns",
        "Asia/Kathmandu",
    ):
        local = now.astimezone(ZoneInfo(zone))
        today, eve = f"{local:%Y-%m-%d}", f"{local - 24 * HOUR:%Y-%m-%d}"
        day, before = f"{local:%a}".lower(), f"{local - 24 * HOUR:%a}".lower()
        wide = window(zone, now - HOUR, now + HOUR)
        night = window(zone, now + HOUR, now + 2 * HOUR).split("-")[1] + "-" + wide.split("-")[1]
        yield calendar(zone, ("every-day", wide))
        yield calendar(zone, ("every-day", wide), holidays=(today,))
        yield calendar(zone, ("every-day", wide), holidays=(eve,))
        yield calendar(zone, ([day], wide))
        yield calendar(zone, ([before], night))
        yield calendar(zone, ([before], night), holidays=(eve,))
        yield calendar(zone, ("every-day", night), holidays=(today,))
        yield calendar(zone, ("every-day", window(zone, now + HOUR, now - HOUR)))


def test_alertmanager_reads_every_kind_of_calendar_as_the_book_does(tmp_path: Path) -> None:
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    known = {f"c{number}": one for number, one in enumerate(offices(now))}
    with pager() as told:
        hook = [{"url": told.url}]
        built: dict[str, Any] = {
            "route": {
                "receiver": "open",
                "group_by": ["..."],
                "group_wait": "0s",
                "routes": [
                    {
                        "matchers": [f'case="{id}"'],
                        "receiver": "open",
                        "active_time_intervals": [id],
                    }
                    for id in known
                ],
            },
            "receivers": [{"name": "open", "webhook_configs": hook}],
            "time_intervals": [
                {"name": id, "time_intervals": intervals(one)} for id, one in known.items()
            ],
        }
        with alertmanager(dump(built), tmp_path / "am") as url:
            fire(url, [{"case": id} for id in known])
            expected = {id for id, one in known.items() if is_open(one, int(now.timestamp()))}
            told.wait(lambda: all(told.receivers(id) for id in expected), 10)
            time.sleep(1)
            assert {id for id in known if told.receivers(id)} == expected
    assert 10 < len(expected) < len(known)


def test_plain_siblings_lose_the_page_and_ours_do_not(tmp_path: Path) -> None:
    """Why rows with hours are a tree: what looks right, and is accepted, tells nobody."""
    now = datetime.now(UTC)
    book = around(shipped(), now + HOUR, opens=True)
    cell = next(cell for cell in cells(book) if calendars(matrix(book), cell))
    with pager() as told:
        ours, _ = config(book, settings(told))
        hours, path = calendars(matrix(book), cell)[0], first_fit(matrix(book), cell, frozenset())
        day = first_fit(matrix(book), cell, frozenset([hours]))
        plain = [
            {"receiver": day, "active_time_intervals": [hours]},
            {"receiver": path, "mute_time_intervals": [hours]},
        ]
        theirs = {**ours, "route": {**ours["route"], "routes": plain}}
        with (
            alertmanager(dump(ours), tmp_path / "ours") as one,
            alertmanager(dump(theirs), tmp_path / "theirs") as other,
        ):
            fire(one, [{**cell, "case": "ours"}])
            fire(other, [{**cell, "case": "theirs"}])
            told.wait(lambda: bool(told.receivers("ours")), 10)
            time.sleep(2)
            assert told.receivers("ours") == [path]
            assert told.receivers("theirs") == []
