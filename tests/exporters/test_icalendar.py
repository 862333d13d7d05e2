"""iCalendar files: read back by other hands they say who is on call at every minute."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import recurring_ical_events
from icalendar import Calendar

from tests import smallest
from tests.exporters.build import golden, shipped
from tests.timeline import oracle
from tests.timeline.build import at, schedule, shift
from tests.timeline.test_schedules import swap
from watchbill.errors import CannotRun
from watchbill.exporters import icalendar
from watchbill.exporters.icalendar.calendar import Frame, calendar
from watchbill.exporters.icalendar.pieces import whole_watches
from watchbill.exporters.protocol import Settings
from watchbill.model.time import Schedule
from watchbill.timeline.zones import moment

STAMP = datetime(2026, 11, 23, 12, 0, 30, tzinfo=UTC)
DAY = 86_400
# A week with a change of the clock in each kind of zone.
WEEKS = [
    ("Europe/Dublin", "2027-03-25"),
    ("Europe/Dublin", "2026-10-22"),
    ("America/Los_Angeles", "2027-03-11"),
    ("America/Los_Angeles", "2026-10-29"),
    ("Australia/Lord_Howe", "2027-04-01"),
    ("Australia/Lord_Howe", "2026-10-01"),
    ("Africa/Cairo", "2027-04-27"),
    ("Antarctica/Troll", "2026-10-22"),
    ("Pacific/Chatham", "2027-04-01"),
    ("Asia/Singapore", "2027-04-01"),
    ("Pacific/Apia", "2011-12-27"),
]


def rota(zone: str, first: str) -> Schedule:
    """A night watch, a pager that turns in the small hours and a desk, with a swap."""
    start = {"from": str(datetime.fromisoformat(first).date() - timedelta(days=20))}
    return schedule(
        shift(zone, "22:15-01:30", id="night", members=["n1", "n2"], turn="1d", **start),
        shift(zone, id="pager", handover="01:15", turn="2d", **start),
        shift(zone, "01:30-09:45", id="desk", members=["d"], **start),
        overrides=[swap("x", f"{first}T05:00", f"{first}T23:30", "pager")],
    )


def made(watch: Schedule, start: int, end: int, clock: str) -> str:
    frame = Frame(STAMP, "2026f", clock, "watch.example")
    return calendar(watch, whole_watches(watch, {}, start, end), {"emea": "Dublin"}, frame)


def on_call(text: str, start: int, end: int) -> Iterator[set[str]]:
    """Who is on call at each minute, by what other libraries make of a calendar."""
    found = recurring_ical_events.of(Calendar.from_ical(text)).between(moment(start), moment(end))
    spans = [
        (one.start.timestamp(), one.end.timestamp(), str(one["summary"]).partition(":")[0])
        for one in found
    ]
    for instant in range(start, end, 60):
        yield {who for begin, finish, who in spans if begin <= instant < finish}


@pytest.mark.parametrize(("zone", "first"), WEEKS)
def test_every_minute_of_a_week_of_change_reads_back_as_the_oracle_says(
    zone: str, first: str
) -> None:
    watch, start = rota(zone, first), at(f"{first}T00:00")
    end = start + 7 * DAY
    minutes = range(start, end, 60)
    local, utc = (made(watch, start, end, clock) for clock in ("local", "utc"))
    # Read under a name that nobody knows, the file's own definition of the clock is all there is.
    own = local.replace(zone, f"Our own clock {zone} {first}")
    stepped = oracle.on_watch(watch, {}, minutes)
    read = [on_call(text, start, end) for text in (local, utc, own)]
    for instant, expected, *found in zip(minutes, stepped, *read, strict=True):
        names = {one.partition(" ")[2] for one in expected}
        assert found == [names] * 3, moment(instant).isoformat()


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_uids_are_stable_when_the_range_moves_and_when_a_member_changes() -> None:
    watch, start = rota("Europe/Dublin", "2027-03-25"), at("2027-03-25T00:00")
    first = {
        str(one["uid"]): one.start for one in events(made(watch, start, start + 7 * DAY, "utc"))
    }
    later = {
        str(one["uid"]): one.start
        for one in events(made(watch, start + DAY + 4000, start + 8 * DAY, "utc"))
    }
    shared = {one for one, begin in first.items() if begin.timestamp() > start + 3 * DAY}
    assert shared and shared <= later.keys()
    assert len(first) == len(events(made(watch, start, start + 7 * DAY, "utc")))
    other = watch.model_copy(
        update={"shifts": tuple(s.model_copy(update={"members": ("z",)}) for s in watch.shifts)}
    )
    assert {str(one["uid"]) for one in events(made(other, start, start + 7 * DAY, "utc"))} == set(
        first
    )


def test_a_watch_at_the_ends_of_the_range_is_whole() -> None:
    watch = schedule(shift("UTC", handover="10:00", turn="7d", **{"from": "2026-11-02"}))
    found = events(made(watch, at("2026-11-25T00:00"), at("2026-12-01T00:00"), "utc"))
    assert [(f"{one.start:%d %H}", f"{one.end:%d %H}") for one in found] == [
        ("23 10", "30 10"),
        ("30 10", "07 10"),
    ]


def test_a_turn_that_never_ends_is_cut_at_the_end_of_the_range() -> None:
    watch = schedule(shift("UTC", turn="0d", **{"from": "2020-01-01"}))
    (one,) = events(made(watch, at("2026-11-25T00:00"), at("2026-12-01T00:00"), "utc"))
    assert (f"{one.start:%Y-%m-%d}", f"{one.end:%Y-%m-%d}") == ("2020-01-01", "2026-12-01")


def test_no_word_of_the_book_breaks_out_of_its_line() -> None:
    odd = "Odd\u2028; title, with\\ é and END:VEVENT " + "ü" * 60
    reason = "Swap; for, him \\n or her" + "é" * 70
    watch = rota("Europe/Dublin", "2027-03-25")
    swaps = tuple(
        one.model_copy(update={"reason": f"{reason}\rX:1\r\nY:2"}) for one in watch.overrides
    )
    watch = watch.model_copy(update={"title": odd, "overrides": swaps})
    start = at("2027-03-25T00:00")
    raw = made(watch, start, start + DAY, "local").encode()
    assert b"\r" not in raw.replace(b"\r\n", b"") and b"\n" not in raw.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    found = events(raw.decode())
    assert {str(one["summary"]).partition(": ")[2] for one in found} == {odd}
    assert not any("X" in one or "Y" in one for one in found)
    assert any("Y:2" in str(one["description"]) for one in found)


def test_the_smallest_book_is_exported_as_kept() -> None:
    wanted = icalendar.wanted(smallest.book(), Settings(tz="2026f", until=at("2026-12-20T00:00")))
    assert [file.name for file in wanted.files] == ["legal-watch.ics", "watch.ics"]
    golden("icalendar/watch.ics.txt", wanted.files[1].text.replace("\r\n", "\n"))
    assert wanted == icalendar.wanted(
        smallest.book(), Settings(tz="2026f", until=at("2026-12-20T00:00"))
    )


def test_left_out_the_range_is_90_days_from_the_day_of_the_commit() -> None:
    wanted = icalendar.wanted(smallest.book(), Settings())
    (line,) = (one for one in wanted.losses if one.startswith("Only the watches"))
    assert "of 2026-11-23 to 2027-02-20 are there" in line
    assert any("give it only to readers of internal" in one for one in wanted.losses)
    assert not any(
        "--clock utc" in one
        for one in icalendar.wanted(smallest.book(), Settings(clock="utc")).losses
    )


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(CannotRun, match="--from comes before --to"):
        icalendar.wanted(
            smallest.book(), Settings(since=at("2027-01-02T00:00"), until=at("2027-01-01T00:00"))
        )


def test_the_shipped_book_says_each_schedule_once() -> None:
    start = at("2027-03-25T00:00")
    wanted = icalendar.wanted(shipped(), Settings(since=start, until=start + 7 * DAY))
    schedules = [one.id for one in shipped().all(Schedule)]
    assert [file.name for file in wanted.files] == [f"{id}.ics" for id in schedules]
    uids = [str(one["uid"]) for file in wanted.files for one in events(file.text)]
    assert len(uids) == len(set(uids))
