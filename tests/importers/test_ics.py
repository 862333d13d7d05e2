"""Calendar feeds of who is on call, and who is on call there and here, half hour by half hour."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from tests.cli.book import smallest_book
from tests.cli.run import Ran, run
from tests.support import ROOT
from watchbill.importers.ics.rule import rule_of
from watchbill.load.document import read_document
from watchbill.model.time import Schedule
from watchbill.timeline.oncall import on_call
from watchbill.timeline.shifts import watches

DUBLIN = ZoneInfo("Europe/Dublin")
FIRST, LAST = date(2026, 9, 7), date(2026, 11, 30)
NAMES = ("Ann Ash", "Bob Birch", "Cy Cedar", "Di Dogwood", "Ed Elm")


def feed(*events: str) -> str:
    body = "\n".join(
        f"BEGIN:VEVENT\nUID:{number}@x\n{one}\nEND:VEVENT" for number, one in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\n{body}\nEND:VCALENDAR\n".replace(
        "\n", "\r\n"
    )


def event(name: str, start: str, end: str, *more: str) -> str:
    zone = ";TZID=Europe/Dublin" if "T" in start and not start.endswith("Z") else ""
    zone = ";VALUE=DATE" if "T" not in start else zone
    return "\n".join((f"SUMMARY:{name}", f"DTSTART{zone}:{start}", f"DTEND{zone}:{end}", *more))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "book").mkdir()
    return smallest_book(tmp_path / "book")


def import_(book: Path, text: str | bytes, *more: str, since: str = "", until: str = "") -> Ran:
    file = book.parent / "duty.ics"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    common = ("--owner", "desk", "--root", str(book), "--no-cache", "--at", "2026-11-23T12:00:00Z")
    range_ = ("--from", since or str(FIRST), "--to", until or str(LAST))
    region = () if "--region" in more else ("--region", "emea")
    return run("import", "ics", str(file), *range_, *common, *region, *more)


def schedule(book: Path) -> Schedule:
    path = book / "duty.yaml"
    document = read_document(path.read_bytes(), str(path)).document
    assert isinstance(document, Schedule)
    return document


def same_everywhere(book: Path, ran: Ran, who: Callable[[datetime], str]) -> Schedule:
    """The schedule, which has at each half hour whom `who` names for the local time ("" for nobody)."""
    assert ran.code == 0, ran.err
    made = schedule(book)
    text = ran.out.split("stays out of the book.\n")[1]
    known = {"": "", **yaml.safe_load(text)}
    instant = datetime(2026, 9, 7, 0, tzinfo=DUBLIN).astimezone(UTC)
    while instant < datetime(2026, 11, 30, 0, tzinfo=DUBLIN):
        watches = on_call(made, {}, int(instant.timestamp()))
        assert len(watches) < 2
        local = instant.astimezone(DUBLIN).replace(tzinfo=None)
        assert (watches[0].member if watches else "") == known[who(local)], local
        instant += timedelta(minutes=30)
    return made


SIXTY = ",".join(map(str, range(60)))
WEEKS = [
    event(
        NAMES[number],
        f"202609{7 + 7 * number:02d}T090000",
        f"202609{14 + 7 * number:02d}T090000",
        "RRULE:FREQ=WEEKLY;INTERVAL=3",
    )
    for number in range(3)
]


def week_by_week(local: datetime) -> str:
    """Monday 09:00 begins a week; before the first one nobody."""
    weeks = (local - datetime(2026, 9, 7, 9)) // timedelta(days=7)  # noqa: DTZ001
    return NAMES[weeks % 3] if weeks >= 0 else ""


def test_weeks_of_three_people_are_found_across_a_change_of_the_clocks(book: Path) -> None:
    made = same_everywhere(book, import_(book, feed(*WEEKS)), week_by_week)
    shift = made.shifts[0]
    assert (len(made.shifts), str(shift.hours), str(shift.turn), made.overrides) == (
        1,
        "09:00-09:00",
        "7d",
        (),
    )
    assert (shift.members, str(shift.anchor)) == (("duty-01", "duty-02", "duty-03"), "2026-09-07")
    assert made.cover == "24x7"


def test_what_is_written_names_nobody_and_is_canonical(book: Path) -> None:
    ran = import_(book, feed(*WEEKS), "--title", "On duty")
    text = (book / "duty.yaml").read_text("utf-8")
    assert "title: On duty\n" in text and "status: draft\n" in text
    assert not any(part in text for name in NAMES for part in name.split())
    assert "Ann Ash: duty-01\n" in ran.out
    assert run("fmt", "--check", "--root", str(book), str(book / "duty.yaml")).code == 0
    assert ran.err.endswith("next: add to the `handles` of desk: duty-01, duty-02, duty-03\n")


def test_an_exception_and_a_moved_occurrence_become_stand_ins(book: Path) -> None:
    excepted = f"{WEEKS[0]}\nEXDATE;TZID=Europe/Dublin:20260928T090000"
    instead = event("Di Dogwood", "20260928T090000", "20261005T090000")
    which = "RECURRENCE-ID;TZID=Europe/Dublin:20261005T090000"
    moved = event("Ed Elm", "20261005T090000", "20261012T090000", which)
    # The moved one is of the second series.
    text = feed(excepted, *WEEKS[1:], instead, moved).replace("UID:4@x", "UID:1@x")

    def who(local: datetime) -> str:
        if date(2026, 9, 28) <= (local - timedelta(hours=9)).date() < date(2026, 10, 5):
            return "Di Dogwood"
        if date(2026, 10, 5) <= (local - timedelta(hours=9)).date() < date(2026, 10, 12):
            return "Ed Elm"
        return week_by_week(local)

    made = same_everywhere(book, import_(book, text), who)
    assert [str(swap.start) for swap in made.overrides] == [
        "2026-09-28 08:00:00+00:00",
        "2026-10-05 08:00:00+00:00",
    ]
    assert made.shifts[0].members == ("duty-01", "duty-02", "duty-03")


def test_days_and_nights_with_turns_of_their_own(book: Path) -> None:
    days = [
        event(
            NAMES[one],
            f"202609{7 + one:02d}T080000",
            f"202609{7 + one:02d}T200000",
            "RRULE:FREQ=DAILY;INTERVAL=2",
        )
        for one in range(2)
    ]
    nights = [
        event(
            NAMES[2 + week],
            f"202609{7 + 7 * week + day:02d}T200000",
            f"202609{8 + 7 * week + day:02d}T080000",
            "RRULE:FREQ=WEEKLY;INTERVAL=2",
        )
        for week in range(2)
        for day in range(7)
    ]

    def who(local: datetime) -> str:
        start = datetime(2026, 9, 7, 8)  # noqa: DTZ001
        if local < start:
            return ""
        past = local - start
        if past % timedelta(days=1) < timedelta(hours=12):
            return NAMES[past.days % 2]
        return NAMES[2 + past.days // 7 % 2]

    made = same_everywhere(book, import_(book, feed(*days, *nights)), who)
    found = {(str(shift.hours), str(shift.turn), len(shift.members)) for shift in made.shifts}
    assert found == {("08:00-20:00", "1d", 2), ("20:00-08:00", "7d", 2)} and made.overrides == ()


def test_office_hours_and_weekends_leave_holes_that_are_stated(book: Path) -> None:
    office = [
        event(
            NAMES[one],
            f"202609{7 + 7 * one:02d}T090000",
            f"202609{7 + 7 * one:02d}T173000",
            "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR",
        )
        for one in range(2)
    ]
    weekend = [event(NAMES[4], "20260911T220000", "20260914T060000", "RRULE:FREQ=WEEKLY")]

    def who(local: datetime) -> str:
        if local.weekday() < 5 and timedelta(hours=9) <= local - datetime.combine(
            local, datetime.min.time()
        ) < timedelta(hours=17, minutes=30):
            return NAMES[(local.date() - FIRST).days // 7 % 2]
        since = (local - datetime(2026, 9, 11, 22)) % timedelta(days=7)  # noqa: DTZ001
        return NAMES[4] if local.date() > date(2026, 9, 10) and since < timedelta(hours=56) else ""

    made = same_everywhere(book, import_(book, feed(*office, *weekend)), who)
    assert made.cover == "as-listed" and str(made.limits).startswith(
        "TODO: nobody is on call outside"
    )


def test_whole_days_are_days_of_the_schedule_s_clock(book: Path) -> None:
    events = [
        event(
            NAMES[one],
            f"202609{7 + one:02d}",
            f"202609{8 + one:02d}",
            "RRULE:FREQ=DAILY;INTERVAL=3",
        )
        for one in range(3)
    ]
    made = same_everywhere(
        book, import_(book, feed(*events)), lambda local: NAMES[(local.date() - FIRST).days % 3]
    )
    assert [(str(one.hours), str(one.turn)) for one in made.shifts] == [("24h", "1d")]


def test_without_turns_everybody_but_one_stands_in(book: Path) -> None:
    order = "abcadbcaabdcbdacbbadcaacdbdbacdcabdbacdabbcdaddcbacabdcabbdacdcbadbcabdcbadcabdbcaad"
    start = datetime(2026, 9, 7)  # noqa: DTZ001
    events = [
        event(
            one,
            f"{start + timedelta(days=day):%Y%m%d}T000000",
            f"{start + timedelta(days=day + 1):%Y%m%d}T000000",
        )
        for day, one in enumerate(order)
    ]
    ran = import_(book, feed(*events))
    assert "no turns are behind the watches 00:00-00:00: all but one are stand-ins" in ran.out
    made = same_everywhere(book, ran, lambda local: order[(local.date() - FIRST).days])
    assert len(made.overrides) > 40 and len(made.shifts) == 1


def test_a_day_without_anybody_is_told(book: Path) -> None:
    events = [f"{one}\nEXDATE;TZID=Europe/Dublin:20261019T090000" for one in WEEKS]
    ran = import_(book, feed(*events))
    assert ran.code == 0
    assert (
        "duty.ics: from 2026-10-19T08:00:00Z to 2026-10-26T09:00:00Z the feed has nobody,"
        " the schedule has duty-01\n"
    ) in ran.out
    assert (
        "at every minute from 2026-09-07T08:00:00Z to 2026-11-30T00:00:00Z, but for what" in ran.out
    )


def test_what_is_cancelled_does_not_count(book: Path) -> None:
    more = event("Di Dogwood", "20260928T090000", "20261005T090000", "STATUS:CANCELLED")
    same_everywhere(book, import_(book, feed(*WEEKS, more)), week_by_week)


def test_two_people_at_once_in_the_same_hours_are_refused(book: Path) -> None:
    more = event("Di Dogwood", "20260928T090000", "20261005T090000")
    ran = import_(book, feed(*WEEKS, more))
    assert (ran.code, ran.out) == (2, "") and not (book / "duty.yaml").exists()
    assert "two people are on call at once at 2026-09-28T08:00:00Z, in the same hours" in ran.err


def test_times_without_a_zone_are_on_the_clock_of_the_schedule(book: Path) -> None:
    text = feed(*WEEKS).replace(";TZID=Europe/Dublin", "")
    same_everywhere(book, import_(book, text), week_by_week)


def test_a_shipped_schedule_that_is_exported_comes_back_minute_by_minute(book: Path) -> None:
    """Three regions on their own clocks that overlap, weekends with an order of their own, a change of the clocks."""
    shipped = ROOT / "playbooks" / "organization" / "schedules" / "child-safety-second.yaml"
    source = read_document(shipped.read_bytes(), shipped.name).document
    assert isinstance(source, Schedule)
    start, end = (
        int(datetime(*day, tzinfo=UTC).timestamp()) for day in ((2026, 11, 2), (2027, 4, 5))
    )
    zones = {shift.id: shift.timezone for shift in source.shifts}
    events = []
    for watch in watches(source, {}, start, end):
        zone = zones[watch.shift]
        first, last = (
            f"{datetime.fromtimestamp(at, ZoneInfo(zone)):%Y%m%dT%H%M%S}" for at in watch[:2]
        )
        events.append(event(watch.member, first, last).replace("Europe/Dublin", zone))
    regions = "  - {id: apac, title: Asia, hub: Singapore, timezone: Asia/Singapore}\n"
    regions += "  - {id: amer, title: America, hub: SF, timezone: America/Los_Angeles}\naudiences:"
    org = book / "org.yaml"
    org.write_text(org.read_text("utf-8").replace("audiences:", regions), "utf-8")
    ran = import_(book, feed(*events), since="2026-11-02", until="2027-04-05")
    assert ran.code == 0, ran.err
    made = schedule(book)
    text = ran.out.split("stays out of the book.\n")[1]
    known = yaml.safe_load(text)
    theirs = {(one.start, one.end, known[one.member]) for one in watches(source, {}, start, end)}
    assert theirs == {(one.start, one.end, one.member) for one in watches(made, {}, start, end)}
    assert {shift.region for shift in made.shifts} == {"apac", "emea", "amer"}
    assert {str(shift.turn) for shift in made.shifts} == {"7d"} and made.overrides == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no iCalendar file"),
        ("BEGIN:VEVENT\r\nEND:VEVENT\r\n", "is no iCalendar file"),
        (b"\xff\xfe\x00", "is no iCalendar file"),
        (feed(), "nobody is on call in that range"),
        (feed(event("", "20260907T090000", "20260908T090000")), "has no summary"),
        (
            feed(event("x", "20260907T090000", "20260907T090001", "RRULE:FREQ=SECONDLY")),
            "more often than daily",
        ),
        (
            feed(event("x", "20260907T090000", "20260907T090001", "RRULE:FREQ=NEVER")),
            "a repetition that cannot be read",
        ),
        (
            feed(
                event(
                    "x", "20260907T090000", "20260907T090001", f"RRULE:FREQ=DAILY;BYSECOND={SIXTY}"
                )
            ),
            "more often than daily",
        ),
        (feed(event("x", "2026", "20260907T090001")), "feed"),
    ],
)
def test_a_feed_that_cannot_be_read_is_one_clear_line(
    book: Path, text: str | bytes, said: str
) -> None:
    ran = import_(book, text)
    assert (ran.code, ran.out) == (2, ""), ran
    assert said in ran.err and ran.err.startswith("watchbill: ") and ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--region", "emae"), "there is no region `emae`; did you mean `emea`?"),
        (("--timezone", "Mars/Base"), "`Mars/Base` is no zone"),
        (("--id", "watch"), "there is a schedule `watch` already"),
        (("--id", "../x"), "`../x` is no id"),
        (("--answers-within", "soon"), "`soon` is no duration"),
    ],
)
def test_what_the_book_does_not_have_is_said(book: Path, more: tuple[str, ...], said: str) -> None:
    ran = import_(book, feed(*WEEKS), *more)
    assert (ran.code, ran.out) == (2, "") and said in ran.err


def test_a_range_ends_after_it_begins(book: Path) -> None:
    assert "--from comes before --to" in import_(book, feed(*WEEKS), since="2026-12-01").err
    assert "at most 800 days" in import_(book, feed(*WEEKS), until="2036-12-01").err


def test_a_rule_is_seen_twice_around_or_is_none() -> None:
    days = [FIRST + timedelta(days=day) for day in range(28)]
    by_week = [(day, "abc"[(day - FIRST).days // 7 % 3]) for day in days]
    assert rule_of(by_week) is None
    by_week += [
        (day + timedelta(days=28), "abc"[((day - FIRST).days // 7 + 4) % 3]) for day in days
    ]
    found = rule_of(by_week)
    assert found is not None and (found.days, found.members, found.broken) == (
        7,
        ("a", "b", "c"),
        0,
    )
