"""The clocks that were recorded once, and what another state of the tz database makes of the same book."""

import json

import pytest

import smallest
from watchbill.timeline.zones import DAY, Recorded, as_recorded, offset_at, stretches, tz_version
from watchbill.upkeep.clocks import Record, as_text, moved, read, recorded, zones_of
from watchbill.upkeep.moved import changed_answers, changed_clocks

DUBLIN = "Europe/Dublin"
# 28 March 2027 01:00 UTC, when summer time begins.
SPRING = 1_806_195_600
TWO_HUBS = """
kind: schedule
id: watch
cover: 24x7
shifts:
  - {id: day, region: emea, timezone: Europe/Dublin, hours: "08:00-20:00", members: [desk-01], from: 2026-11-02}
  - {id: night, region: emea, timezone: UTC, hours: "20:00-08:00", members: [desk-02], from: 2026-11-02}
"""


@pytest.fixture
def record() -> Record:
    return recorded(smallest.book(), tz_version())


def spring_at(record: Record, instant: int) -> Record:
    """The record as if summer time of 2027 began at another instant in Dublin."""
    rows = [(instant if at == SPRING else at, ahead) for at, ahead in record.clocks[DUBLIN].rows]
    assert rows != list(record.clocks[DUBLIN].rows)
    clock = Recorded(tuple(rows), record.end)
    return record._replace(tz="2026a", clocks={**record.clocks, DUBLIN: clock})


def test_every_zone_of_the_book_is_written_down(record: Record) -> None:
    book = smallest.book()
    assert zones_of(book) == tuple(sorted(record.clocks))
    for zone, clock in record.clocks.items():
        for piece in stretches(zone, record.start, record.end):
            for instant in (piece.start, piece.end - 1):
                assert clock.at(instant) == offset_at(zone, instant)


def test_a_record_comes_back_as_it_was_written(record: Record) -> None:
    assert read(as_text(record)) == record
    assert as_text(read(as_text(record))) == as_text(record)
    assert '"2027-03-28T01:00:00Z +01:00"' in as_text(record)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"version": 2}',
        '{"version": 1, "from": "2025-01-01T00:00:00Z", "until": "soon", "zones": {}}',
        '{"version": 1, "from": "2025-01-01T00:00:00Z", "until": "2032-01-01T00:00:00Z", "zones": []}',
    ],
)
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w+"):
        read(text)


@pytest.mark.parametrize(
    "row",
    [
        "2027",
        7,
        "2027-03-28T01:00:00Z 01:00",
        "2027-03-28T01:00:00Z +24:00",
        "2027-13-28T01:00:00Z +01:00",
    ],
)
def test_a_row_that_is_none_is_refused(record: Record, row: object) -> None:
    data = json.loads(as_text(record))
    data["zones"][DUBLIN] = [row]
    with pytest.raises(ValueError, match=r"\w+"):
        read(json.dumps(data))


def test_rows_out_of_order_are_refused(record: Record) -> None:
    data = json.loads(as_text(record))
    data["zones"][DUBLIN].reverse()
    with pytest.raises(ValueError, match="not in order"):
        read(json.dumps(data))


def test_recorded_clocks_show_what_was_recorded_and_only_while_it_lasts(record: Record) -> None:
    later = spring_at(record, SPRING + 7 * DAY)
    assert offset_at(DUBLIN, SPRING) == 3600
    with as_recorded(later.clocks):
        assert offset_at(DUBLIN, SPRING) == 0
        assert offset_at(DUBLIN, SPRING + 7 * DAY) == 3600
        assert offset_at(DUBLIN, later.end) == 0
        # Outside of the record, and in other zones, the wheel is asked.
        assert offset_at(DUBLIN, 0) == 3600
        assert offset_at("Asia/Kolkata", SPRING) == 19_800
        assert SPRING + 7 * DAY in {
            one.start for one in stretches(DUBLIN, SPRING, SPRING + 9 * DAY)
        }
    assert offset_at(DUBLIN, SPRING) == 3600
    assert SPRING in {one.start for one in stretches(DUBLIN, SPRING - DAY, SPRING + DAY)}


def test_behind_its_end_a_record_says_nothing(record: Record) -> None:
    clock = record.clocks[DUBLIN]
    assert clock.at(clock.end - 1) == 0
    assert clock.at(clock.end) is None
    assert clock.at(record.start - 1) is None


def test_the_same_data_moves_nothing(record: Record) -> None:
    assert changed_clocks(smallest.book(), record) == ()


@pytest.mark.parametrize("shift", [7 * DAY, -7 * DAY, 60])
def test_the_first_instant_at_which_a_clock_differs_is_told(record: Record, shift: int) -> None:
    (found,) = changed_clocks(smallest.book(), spring_at(record, SPRING + shift))
    assert found.zone == DUBLIN
    assert found.at == min(SPRING, SPRING + shift)
    assert {found.before, found.after} == {0, 3600}


def test_a_zone_that_is_none_or_that_the_book_does_not_reckon_in_is_not_looked_at(
    record: Record,
) -> None:
    clock = Recorded(((record.start, 7 * 3600),), record.end)
    odd = record._replace(clocks={**record.clocks, "Mars/Phobos": clock, "Asia/Tokyo": clock})
    assert changed_clocks(smallest.book(), odd) == ()
    assert list(changed_answers(smallest.book(), odd, "2026b")) == []


def test_what_differs_outside_of_the_days_ahead_is_not_told(record: Record) -> None:
    other = spring_at(record, SPRING + 7 * DAY)
    assert not list(moved(other, [DUBLIN], SPRING + 7 * DAY, SPRING + 99 * DAY))
    assert not list(moved(other, [DUBLIN], SPRING - 99 * DAY, SPRING))
    assert list(moved(other, [DUBLIN], SPRING, SPRING + 1))


def test_the_first_minute_of_another_watch_is_told(record: Record) -> None:
    book = smallest.book(smallest.overlaid(TWO_HUBS))
    found = list(changed_answers(book, spring_at(record, SPRING + 7 * DAY), "2026b"))
    words = {str(one.hit.at.document): one.hit.message for one in found}
    # Summer time a week late: the day watch still began at 08:00 UTC on the first seven days.
    assert words["schedule:watch"].startswith(
        "tz data 2026a → 2026b: from 2027-03-28 07:00 UTC on `desk-01`, `desk-02` is on watch,"
        " and not `desk-02`; 13 more stretches differ"
    )


def test_the_first_start_of_a_clock_that_is_met_or_due_otherwise_is_told(record: Record) -> None:
    example = f"kind: obligation\ncounting: calendar-days\ndue: 2d\ntimezone: {DUBLIN}"
    book = smallest.book(smallest.overlaid(example))
    found = list(changed_answers(book, spring_at(record, SPRING + 7 * DAY), "2026b"))
    proofs = [one.hit for one in found if one.kind == "clocks/proof"]
    assert [one.at.document for one in proofs] == ["playbook:fraud-ring"]
    # 01:01 on the wall two days later is skipped by the new clock: due when it is put forward, at 01:00 UTC.
    assert proofs[0].message == (
        "tz data 2026a → 2026b: `answer-law` (law) that begins 2027-03-26 01:01 UTC is due"
        " 2027-03-28 01:00 UTC, and not 2027-03-28 01:01 UTC"
    )


def test_a_clock_that_is_due_later_is_told_as_well(record: Record) -> None:
    example = f"kind: obligation\ncounting: calendar-days\ndue: 2d\ntimezone: {DUBLIN}"
    book = smallest.book(smallest.overlaid(example))
    found = list(changed_answers(book, spring_at(record, SPRING - 7 * DAY), "2026b"))
    (proof,) = (one.hit.message for one in found if one.kind == "clocks/proof")
    # By the old clock the hour was skipped a week before.
    assert proof == (
        "tz data 2026a → 2026b: `answer-law` (law) that begins 2027-03-19 01:01 UTC is due"
        " 2027-03-21 01:01 UTC, and not 2027-03-21 01:00 UTC"
    )


def test_what_rests_on_no_moved_clock_is_not_told(record: Record) -> None:
    example = (
        "kind: schedule\nid: watch\nshifts: [{id: all, region: emea, timezone: UTC, hours: 24h,"
        " members: [desk-01, desk-02], from: 2026-11-02}]"
    )
    book = smallest.book(smallest.overlaid(example))
    found = changed_answers(book, spring_at(record, SPRING + 7 * DAY), "2026b")
    assert "schedule:watch" not in {one.hit.at.document for one in found}
