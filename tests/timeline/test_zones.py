"""Wall clocks: every style of change, from the wheel's tz database alone."""

import struct
import zoneinfo
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from importlib.resources import files
from itertools import pairwise

import pytest

from tests.timeline.build import ZONES, at
from tests.timeline.oracle import local
from watchbill.model.types import zones
from watchbill.timeline.zones import (
    Recorded,
    as_recorded,
    at_wall,
    changes,
    day_of,
    moment,
    offset_at,
    reading,
    seconds,
    stretches,
    tz_version,
    wall,
)

DAY = 86_400


def wall_at(zone: str, text: str) -> int:
    """The first instant at which the zone's clock shows this or is past it."""
    return at_wall(zone, at(text))


def test_only_the_wheel_is_asked() -> None:
    assert zoneinfo.TZPATH == ()


def test_the_version_is_written_as_its_publishers_do() -> None:
    year, number = version("tzdata").split(".")[:2]
    assert tz_version() == f"{year}{'abcdefghijklmnop'[int(number) - 1]}"


def test_british_columbia_stays_on_summer_time_since_2026() -> None:
    assert offset_at("America/Vancouver", at("2026-12-01T00:00")) == -7 * 3600


def table(name: str) -> Iterator[tuple[int, int]]:
    """(instant, offset) of each change that a zone's file lists since 1970, read from its bytes."""
    data = files("tzdata.zoneinfo").joinpath(name).read_bytes()
    isut, isstd, leap, count, kinds, chars = struct.unpack(">6l", data[20:44])
    base = 44 + count * 5 + kinds * 6 + chars + leap * 8 + isstd + isut
    _, _, _, count, kinds, _ = struct.unpack(">6l", data[base + 20 : base + 44])
    base += 44
    instants = struct.unpack(f">{count}q", data[base : base + 8 * count])
    index = data[base + 8 * count : base + 9 * count]
    base += 9 * count
    offsets = [struct.unpack(">l", data[base + 6 * i : base + 6 * i + 4])[0] for i in range(kinds)]
    before = None
    for instant, kind in zip(instants, index, strict=True):
        if before is not None and offsets[kind] != before and instant >= 0:
            yield instant, offsets[kind]
        before = offsets[kind]


def test_no_two_changes_of_any_zone_lie_within_five_days() -> None:
    nearest = {}
    for zone in sorted(zones()):
        instants = [instant for instant, _ in table(zone)]
        gaps = [b - a for a, b in pairwise(instants)]
        nearest[zone] = min(gaps, default=DAY * 365)
    assert len(nearest) > 500
    assert {zone: gap for zone, gap in nearest.items() if gap <= 5 * DAY} == {}


@pytest.mark.parametrize("zone", ZONES)
def test_the_changes_are_those_of_the_zones_file(zone: str) -> None:
    listed = [(when, offset) for when, offset in table(zone) if when < at("2007-01-01T00:00")]
    found = [change for year in range(1970, 2007) for change in changes(zone, year)]
    # Behind its last entry a file gives a rule for all years to come.
    assert found[: len(listed)] == listed


def test_a_change_at_the_turn_of_a_year_is_found_once_and_in_its_own_year() -> None:
    seen = 0
    for zone in sorted(zones()):
        for instant, offset in table(zone):
            moved = moment(instant)
            days = moved.timetuple().tm_yday
            if days < 12 or days > 355:
                seen += 1
                around = [(y, one) for y in range(-1, 2) for one in changes(zone, moved.year + y)]
                assert [y for y, one in around if one == (instant, offset)] == [0], (zone, moved)
    assert seen > 50


@pytest.mark.parametrize("second", [-2, -1, 0, 1])
def test_a_change_at_the_very_second_of_a_new_year_is_found_once(second: int) -> None:
    turn = at("2027-01-01T00:00") + second
    with as_recorded({"UTC": Recorded(((0, 0), (turn, 3600)), at("2030-01-01T00:00"))}):
        found = {year: changes("UTC", year) for year in range(2025, 2029)}
    own = 2026 if second < 0 else 2027
    assert {year: rows for year, rows in found.items() if rows} == {own: ((turn, 3600),)}


@pytest.mark.parametrize("zone", ZONES)
def test_every_hour_of_twenty_years_reads_as_zoneinfo_reads_it(zone: str) -> None:
    start, end = at("2010-01-01T00:00"), at("2030-01-01T00:00")
    found = list(stretches(zone, start, end))
    assert [one.start for one in found[1:]] == [one.end for one in found[:-1]]
    assert (found[0].start, found[-1].end) == (start, end)
    for one in found:
        for instant in {one.start, one.end - 1, (one.start + one.end) // 2}:
            assert (
                local(zone, instant).isoformat() == local("UTC", instant + one.offset).isoformat()
            )


def test_a_wall_time_in_a_gap_is_the_first_instant_after_it() -> None:
    assert wall_at("Europe/Dublin", "2027-03-28T01:30") == at("2027-03-28T01:00")
    assert wall_at("Europe/Dublin", "2027-03-28T00:59") == at("2027-03-28T00:59")
    assert wall_at("Europe/Dublin", "2027-03-28T02:00") == at("2027-03-28T01:00")


def test_a_wall_time_in_the_repeated_hour_is_the_first_occurrence() -> None:
    assert wall_at("Europe/Dublin", "2026-10-25T01:30") == at("2026-10-25T00:30")
    assert wall_at("Europe/Dublin", "2026-10-25T02:00") == at("2026-10-25T02:00")


def test_lord_howe_moves_by_half_an_hour() -> None:
    assert wall_at("Australia/Lord_Howe", "2026-10-04T02:15") == at("2026-10-03T15:30")
    assert wall_at("Australia/Lord_Howe", "2027-04-04T01:45") == at("2027-04-03T14:45")


def test_cairo_has_a_day_without_midnight() -> None:
    assert wall_at("Africa/Cairo", "2026-04-24T00:00") == at("2026-04-23T22:00")
    assert local("Africa/Cairo", at("2026-04-23T22:00")).isoformat() == "2026-04-24T01:00:00"


def test_apia_has_no_thirtieth_of_december_2011() -> None:
    begin = at("2011-12-30T10:00")
    for hour in ("00:00", "12:00", "23:59"):
        assert wall_at("Pacific/Apia", f"2011-12-30T{hour}") == begin
    assert str(day_of(wall("Pacific/Apia", begin))) == "2011-12-31"
    assert str(day_of(wall("Pacific/Apia", begin - 1))) == "2011-12-29"


def test_dublin_is_ahead_in_summer_whatever_its_law_calls_standard() -> None:
    assert offset_at("Europe/Dublin", at("2026-07-01T00:00")) == 3600
    assert offset_at("Europe/Dublin", at("2026-12-01T00:00")) == 0


def test_a_range_between_two_changes_is_one_stretch_and_an_empty_one_is_none() -> None:
    (spring, summer), (autumn, winter) = changes("Europe/Dublin", 2027)
    assert list(stretches("Europe/Dublin", spring, autumn)) == [(spring, autumn, summer)]
    assert list(stretches("Europe/Dublin", autumn, autumn + DAY)) == [
        (autumn, autumn + DAY, winter)
    ]
    assert list(stretches("Europe/Dublin", spring, spring)) == []
    assert list(stretches("Europe/Dublin", autumn, spring)) == []


def test_a_part_of_a_second_belongs_to_the_second_that_it_is_in() -> None:
    for second in (-2, -1, 0, 1):
        late = datetime.fromtimestamp(second, UTC).replace(microsecond=999_999)
        assert seconds(late) == second


def test_a_reading_and_its_day_belong_together() -> None:
    day = day_of(at("2028-02-29T23:00"))
    assert str(day) == "2028-02-29"
    assert reading(day, 90) == at("2028-02-29T01:30")


# A zone's own file by a way that leads out of the wheel, or to it from the root.
WHEEL = str(files("tzdata.zoneinfo"))


@pytest.mark.parametrize(
    "name",
    [
        *("Europe/Nowhere", "Europe", "../zones", "/etc/localtime", "zone.tab", ""),
        *("../zoneinfo/Europe/Dublin", "Europe/../Europe/Dublin", f"{WHEEL}/Europe/Dublin"),
    ],
)
def test_what_is_no_zone_of_the_wheel_is_refused(name: str) -> None:
    with pytest.raises(zoneinfo.ZoneInfoNotFoundError):
        offset_at(name, 0)
