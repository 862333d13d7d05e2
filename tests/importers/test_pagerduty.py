"""Schedules and policies of PagerDuty's REST API, and who is on call there and here, hour by hour."""

import json
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from tests.cli.book import smallest_book
from tests.cli.run import Ran, run
from watchbill.importers.week import ALWAYS, hours, less, windows
from watchbill.load.document import read_document
from watchbill.model.time import Schedule
from watchbill.timeline.oncall import on_call

NOW, LATER = "2026-10-20T12:00:00Z", "2026-11-23T12:00:00Z"
# Two weeks each with a change of the clocks in the middle: Dublin in March, New York in November.
SPRING, AUTUMN = datetime(2027, 3, 21, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)


def layer(
    users: str, begun: str, turn: int, *restrictions: dict[str, Any], **more: Any
) -> dict[str, Any]:
    """A layer with a user for each letter; `turn` in hours."""
    return {
        "name": "A layer",
        "start": begun,
        "end": None,
        "rotation_virtual_start": begun,
        "rotation_turn_length_seconds": turn * 3600,
        "users": [{"user": {"id": f"P{one}", "type": "user_reference"}} for one in users],
        "restrictions": list(restrictions),
        **more,
    }


def daily(start: str, length: float) -> dict[str, Any]:
    seconds = int(length * 3600)
    return {"type": "daily_restriction", "start_time_of_day": start, "duration_seconds": seconds}


def weekly(day: int, start: str, length: float) -> dict[str, Any]:
    return {**daily(start, length), "type": "weekly_restriction", "start_day_of_week": day}


def roster(name: str, zone: str, *layers: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": f"S{name}",
        "name": name,
        "time_zone": zone,
        "schedule_layers": list(layers),
        **more,
    }


OFFICE = [weekly(day, "09:00:00", 8.5) for day in range(1, 6)]
ROSTERS = {
    "weeks": roster("weeks", "Europe/Dublin", layer("abc", "2026-09-07T09:00:00+01:00", 168)),
    "days-by-night": roster(
        "days-by-night",
        "Europe/Dublin",
        layer("abcde", "2026-09-07T18:30:00+01:00", 24, daily("22:00:00", 8)),
    ),
    "office-over-always": roster(
        "office-over-always",
        "Europe/Dublin",
        layer("ab", "2026-09-07T09:00:00+01:00", 24, *OFFICE),
        layer("cd", "2026-09-04T17:00:00+01:00", 168),
    ),
    "weekend": roster(
        "weekend",
        "America/New_York",
        layer("abc", "2026-09-04T17:00:00-04:00", 336, weekly(5, "17:00:00", 64)),
        layer(
            "d", "2026-01-01T00:00:00-05:00", 24, weekly(7, "20:00:00", 30), daily("12:00:00", 1)
        ),
    ),
    "half-days": roster(
        "half-days", "America/New_York", layer("abc", "2026-09-07T20:00:00-04:00", 12)
    ),
    "thirds-of-days": roster(
        "thirds-of-days",
        "Europe/Dublin",
        layer("abcd", "2026-09-07T06:00:00+01:00", 8, daily("04:00:00", 12)),
    ),
    "hidden": roster(
        "hidden",
        "Europe/Dublin",
        layer("z", "2026-01-01T00:00:00Z", 24, end="2026-03-01T00:00:00Z"),
        layer("a", "2026-01-01T00:00:00Z", 24),
        layer("b", "2026-01-01T00:00:00Z", 24, daily("10:00:00", 2)),
    ),
}


def said(found: dict[str, Any], instant: datetime) -> str:
    """Who is on call by the JSON alone: the first layer that is open, the user whose turn its wall clock counts."""
    zone = ZoneInfo(found["time_zone"])
    now = instant.astimezone(zone).replace(tzinfo=None)
    for one in found["schedule_layers"]:
        begun = datetime.fromisoformat(one["rotation_virtual_start"]).astimezone(zone)
        ended = one["end"] and datetime.fromisoformat(one["end"]) <= instant
        if ended or not any(_open(rule, now) for rule in one["restrictions"] or [None]):
            continue
        turn = timedelta(seconds=one["rotation_turn_length_seconds"])
        number = (now - begun.replace(tzinfo=None)) // turn
        return str(one["users"][number % len(one["users"])]["user"]["id"])
    return ""


def _open(rule: dict[str, Any] | None, now: datetime) -> bool:
    if rule is None:
        return True
    hour, minute, _ = map(int, rule["start_time_of_day"].split(":"))
    weekly = rule["type"] == "weekly_restriction"
    for back in range(8):
        day = now.date() - timedelta(days=back)
        if weekly and day.isoweekday() != rule["start_day_of_week"]:
            continue
        start = datetime.combine(day, time(hour, minute))
        if start <= now < start + timedelta(seconds=rule["duration_seconds"]):
            return True
    return False


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "book").mkdir()
    return smallest_book(tmp_path / "book")


def import_(book: Path, data: Any, *more: str) -> Ran:
    file = book.parent / "export.json"
    file.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    common = ("--owner", "desk", "--region", "emea", "--root", str(book), "--no-cache", "--at", NOW)
    return run("import", "pagerduty", str(file), *common, *more)


def schedule(book: Path, id: str) -> Schedule:
    path = book / f"{id}.yaml"
    document = read_document(path.read_bytes(), str(path)).document
    assert isinstance(document, Schedule)
    return document


def handles(out: str) -> dict[str, str]:
    """The map of handles among what was printed."""
    text = out.split("stays out of the book.\n")[1].split("\n#", maxsplit=1)[0]
    return {str(who): str(handle) for who, handle in yaml.safe_load(text).items()}


@pytest.mark.parametrize("name", ROSTERS)
def test_the_same_person_is_on_call_at_every_hour(book: Path, name: str) -> None:
    ran = import_(book, {"schedule": ROSTERS[name]})
    assert ran.code == 0, ran.err
    made, known = schedule(book, name), {"": "", **handles(ran.out)}
    for begin in (SPRING, AUTUMN):
        for half in range(14 * 48):
            instant = begin + timedelta(minutes=30 * half)
            watches = on_call(made, {}, int(instant.timestamp()))
            assert len(watches) < 2, instant
            ours = watches[0].member if watches else ""
            assert ours == known[said(ROSTERS[name], instant)], instant


def test_what_is_written_is_a_canonical_draft_without_a_fault_of_form(book: Path) -> None:
    ran = import_(book, {"schedules": list(ROSTERS.values())})
    assert ran.code == 0 and "7 schedules imported as drafts" in ran.err
    files = [str(book / f"{name}.yaml") for name in ROSTERS]
    assert run("fmt", "--check", "--root", str(book), *files).code == 0
    desk = book / "desk.yaml"
    text = desk.read_text("utf-8")
    more = ", ".join(sorted(handles(ran.out).values()))
    assert f"next: add to the `handles` of desk: {more}\n" in ran.err
    desk.write_text(text.replace("handles: [", f"handles: [{more}, "), "utf-8")
    lint = run("lint", "--root", str(book), "--no-cache", "--at", LATER)
    errors = [line for line in lint.out.splitlines() if ": error: " in line]
    # One person in two rotations at one hour is so in the source as well.
    assert [line for line in errors if "proof/double-booked" not in line] == []


def test_no_name_and_no_address_comes_into_the_book(book: Path) -> None:
    one = json.loads(json.dumps(ROSTERS["weeks"]))
    one["schedule_layers"][0]["users"][0]["user"] |= {
        "summary": "Maria Keane",
        "email": "m@x.example",
    }
    ran = import_(book, {"schedule": one})
    text = (book / "weeks.yaml").read_text("utf-8")
    assert "members: [weeks-01, weeks-02, weeks-03]" in text and "Keane" not in text + ran.out


def test_handles_may_be_given_and_a_person_has_one_in_all_schedules(book: Path) -> None:
    file = book.parent / "map.yaml"
    file.write_text("Pa: desk-01\n", "utf-8")
    ran = import_(
        book,
        [{"schedule": ROSTERS["weeks"]}, {"schedule": ROSTERS["half-days"]}],
        "--handles",
        str(file),
    )
    assert handles(ran.out) == {"Pa": "desk-01", "Pb": "weeks-01", "Pc": "weeks-02"}
    assert set(schedule(book, "half-days").shifts[0].members) == {"desk-01", "weeks-01", "weeks-02"}
    file.write_text("Pa: x\nPb: x\n", "utf-8")
    assert (
        "two people have the handle `x`"
        in import_(book, {"schedules": [ROSTERS["weeks"]]}, "--handles", str(file)).err
    )
    file.write_text("Pa: Maria Keane\n", "utf-8")
    assert (
        "`Maria Keane` is no handle"
        in import_(book, {"schedules": [ROSTERS["weeks"]]}, "--handles", str(file)).err
    )


def entry(start: str, end: str, user: str) -> dict[str, Any]:
    return {"start": start, "end": end, "user": {"id": user, "summary": "Somebody"}}


def test_stand_ins_become_overrides_and_the_final_schedule_is_compared(book: Path) -> None:
    swap = entry("2026-10-28T10:00:00Z", "2026-10-29T10:00:00Z", "Pz")
    final = [
        entry("2026-10-26T09:00:00Z", "2026-10-28T10:00:00Z", "Pb"),
        swap,
        entry("2026-10-29T10:00:00Z", "2026-11-02T09:00:00Z", "Pb"),
        entry("2026-11-02T09:00:00Z", "2026-11-05T00:00:00Z", "Pc"),
    ]
    one = {
        **ROSTERS["weeks"],
        "overrides_subschedule": {"rendered_schedule_entries": [swap]},
        "final_schedule": {"rendered_schedule_entries": final},
    }
    ran = import_(book, {"schedule": one})
    assert ran.code == 0
    assert "says what its final schedule says from 2026-10-26T09:00:00Z" in ran.out
    made = schedule(book, "weeks")
    assert [(swap.shift, swap.member) for swap in made.overrides] == [("layer-1", "weeks-04")]
    (book / "weeks.yaml").unlink()
    final[3] = entry("2026-11-02T09:00:00Z", "2026-11-05T00:00:00Z", "Pa")
    ran = import_(book, {"schedule": one})
    assert ran.code == 5 and not (book / "weeks.yaml").exists()
    assert (
        "export.json: `weeks` is not imported: its final schedule has another on call"
        " from 2026-11-02T09:00:00Z to 2026-11-05T00:00:00Z"
    ) in ran.err


def test_a_stand_in_when_nobody_is_on_call_is_told(book: Path) -> None:
    one = {
        **ROSTERS["days-by-night"],
        "overrides_subschedule": {
            "rendered_schedule_entries": [
                entry("2026-10-28T20:00:00Z", "2026-10-28T23:00:00Z", "Pz")
            ]
        },
    }
    ran = import_(book, {"schedule": one})
    assert (
        "a stand-in from 2026-10-28T20:00:00Z to 2026-10-28T22:00:00Z when nobody is on" in ran.out
    )
    assert len(schedule(book, "days-by-night").overrides) == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"time_zone": "Eastern Time (US & Canada)"}, "is no zone of the tz database"),
        (
            {"schedule_layers": [layer("ab", "2026-09-07T09:00:00+01:00", 36)]},
            "turns of 1 day, 12:00:00 are neither",
        ),
        ({"schedule_layers": []}, "nobody is on call in it"),
        (
            {
                "schedule_layers": [
                    layer("a", "2026-09-07T09:00:00+01:00", 24, daily("09:00:30", 1))
                ]
            },
            "layer 1 (A layer): hours that begin or end within a minute",
        ),
        (
            {
                "overrides_subschedule": {
                    "rendered_schedule_entries": [
                        entry("2026-10-28T20:00:00Z", "9999-10-28T23:00:00Z", "Pz")
                    ]
                }
            },
            "an entry of it ends more than 800 days ahead",
        ),
        ({"name": "watch"}, "there is a schedule `watch` already"),
    ],
)
def test_what_cannot_be_said_is_listed_with_the_reason(
    book: Path, change: dict[str, Any], why: str
) -> None:
    ran = import_(book, {"schedule": {**ROSTERS["weeks"], **change}})
    assert ran.code == 5 and why in ran.err and "0 schedules" in ran.err


def test_layers_that_begin_or_end_are_told(book: Path) -> None:
    ahead = layer("q", "2026-12-01T00:00:00Z", 24)
    ends = layer("a", "2026-01-01T00:00:00Z", 24, end="2027-01-01T00:00:00Z")
    ran = import_(book, {"schedule": roster("two", "Europe/Dublin", ahead, ends)})
    assert "layer 1 (A layer) begins on 2026-12-01 and is left out; import again then" in ran.out
    assert "layer 2 (A layer) ends on 2027-01-01; the shifts go on" in ran.out


def test_nothing_in_the_export_reaches_the_terminal_as_a_control_character(book: Path) -> None:
    one = layer("a", "2026-09-07T09:00:00Z", 24, name="x\x1b[31m\n::error::y")
    ended = {**one, "end": "2026-10-01T00:00:00Z"}
    odd = roster("weeks\x1b[0m", "Europe/Dublin", ended, one)
    policy = {"id": "E", "name": "p\x1b[0m\n", "escalation_rules": []}
    ran = import_(book, {"schedule": odd, "escalation_policy": policy})
    assert "x\\x1b[31m\\n::error::y" in ran.out
    for said in (ran.out, ran.err, (book / "weeks-0m.yaml").read_text("utf-8")):
        assert "\x1b" not in said and "\n::error::" not in said


def test_a_policy_becomes_a_path_that_is_printed_for_the_matrix(book: Path) -> None:
    rules = [
        {
            "escalation_delay_in_minutes": 5,
            "targets": [{"id": "Sweeks", "type": "schedule_reference"}],
        },
        {
            "escalation_delay_in_minutes": 90,
            "targets": [
                {"id": "Sweekend", "type": "schedule"},
                {"id": "Pq", "type": "user_reference"},
            ],
        },
        {"escalation_delay_in_minutes": 30, "targets": [{"id": "Sweeks"}]},
    ]
    policy = {"id": "E1", "name": "Desk: first", "num_loops": 2, "escalation_rules": rules}
    lone = {
        **policy,
        "name": "Lone",
        "escalation_rules": [{**rules[1], "targets": rules[1]["targets"][1:]}],
    }
    data = {
        "schedules": [ROSTERS["weeks"], ROSTERS["weekend"]],
        "escalation_policies": [policy, lone],
    }
    ran = import_(book, data)
    assert ran.code == 5
    printed = yaml.safe_load(ran.out[ran.out.index("\npaths:") :])
    assert printed == {
        "paths": {
            "desk-first": {
                "title": "Desk: first",
                "decides": "weeks",
                "levels": [
                    {"after": "0m", "page": ["weeks"]},
                    {"after": "5m", "page": ["weekend"]},
                    {"after": "1h35m", "page": ["weeks"], "repeat": "30m"},
                ],
            }
        }
    }
    assert "`Desk: first` level 2 pages a person, not a schedule: give them a role" in ran.out
    assert "begin anew 2 times there; here the last level repeats every 30m" in ran.out
    assert "`weeks` needs a role: add `weeks` to the roles of the organization" in ran.out
    assert "`Lone` is not imported: there is no path for it" in ran.err
    assert str(schedule(book, "weeks").answers_within) == "5m"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"{", "it is no JSON"),
        (b"[" * 100_000, "it is no JSON"),
        (b"7", "this is no answer of the API"),
        (b"[7]", "this is no answer of the API"),
        (b"{}", "there is neither a schedule nor an escalation policy in it"),
        (b'{"schedule": 7}', "schedule `?`, all of it: Input should be"),
        (
            b'{"schedule": {"id": "x", "name": "a\\u001b[31m"}}',
            "schedule `a\\x1b[31m`, time_zone: Field required",
        ),
        ("{}".encode("utf-16"), "it is no JSON"),
    ],
)
def test_a_file_that_is_no_answer_is_one_clear_line(book: Path, raw: bytes, said: str) -> None:
    ran = import_(book, raw)
    assert ran.code == 1 and said in ran.err and ran.err.endswith("nothing is written\n")


def test_a_dry_run_and_a_diff_write_nothing_and_what_is_there_stays(book: Path) -> None:
    before = sorted(path.name for path in book.iterdir())
    data = {"schedule": ROSTERS["weeks"]}
    assert "+members" not in import_(book, data, "--dry-run").out
    assert "+    turn: 7d\n" in import_(book, data, "--diff").out
    assert before == sorted(path.name for path in book.iterdir())
    (book / "weeks.yaml").write_text("# mine\n", "utf-8")
    ran = import_(book, data)
    assert ran.code == 6 and (book / "weeks.yaml").read_text("utf-8") == "# mine\n"


def test_hours_of_the_week_are_cut_into_windows_of_a_day() -> None:
    weekend = hours([(4 * 1440 + 1020, 64 * 60)])
    assert windows(weekend) == [
        ("00:00-09:00", ["mon"]),
        ("17:00-24:00", ["fri"]),
        ("24h", "sat-sun"),
    ]
    assert windows(hours((day * 1440 + 1320, 480) for day in range(7))) == [
        ("22:00-06:00", "every-day")
    ]
    assert windows(ALWAYS) == [("24h", "every-day")] and less(ALWAYS, ALWAYS) == ()
    assert hours([(9_000, 20_000)]) == ALWAYS
