"""`watchbill coverage` answers a newcomer: who at that hour, where is the hole, when is the next handover."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests import smallest
from tests.cli.run import Ran, run
from tests.support import ROOT

DUTY = """\
kind: organization
regions:
  - {id: apac, title: Asia, hub: Singapore, timezone: Asia/Singapore}
  - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Dublin}
---
kind: schedule
id: watch
overlap: 30m
shifts:
  - id: apac
    region: apac
    timezone: Asia/Singapore
    hours: "07:30-17:00"
    days: mon-fri
    members: [desk-01]
    from: 2026-11-02
  - id: emea
    region: emea
    timezone: Europe/Dublin
    hours: "08:00-24:00"
    days: mon-fri
    members: [desk-02]
    from: 2026-11-02
  - {id: pager, region: emea, timezone: Europe/Dublin, hours: 24h, days: sat-sun, members: [desk-02], from: 2026-11-02}
"""
AT = "2026-11-23T12:00:00Z"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return smallest.write(tmp_path, smallest.overlaid(DUTY))


def coverage(folder: Path, *words: str, at: str = AT) -> Ran:
    return run("coverage", "--root", str(folder), "--no-cache", "--at", at, *words)


def test_who_is_on_call_at_an_hour_of_a_day() -> None:
    shown = coverage(ROOT, "imoc-primary", at="2026-12-25T03:00:00Z")
    assert shown.code == 0
    assert (
        "On call at Fri 25 Dec 2026 03:00 UTC: imoc-apac-02 leads (apac-week); handover"
        " Fri 25 Dec 2026 08:00 to imoc-emea-03\n" in shown.out
    )
    assert "  Fri 25 Dec 2026  Christmas Day (dublin-office, san-francisco-office" in shown.out


def test_where_the_hole_is(folder: Path) -> None:
    shown = coverage(folder, "watch", "--from", "2027-03-27", "--to", "2027-03-30").out
    assert (
        "Sun 28 Mar 2027 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 !  hole 23:00-23:30" in shown
    )
    assert "!: a hole, promised and nobody there" in shown
    assert (
        "Holes until Sun 30 Apr 2028: 180, 3 d 18 h in all,"
        " the longest 30 min from Sun 28 Mar 2027 23:00\n" in shown
    )
    assert f"\n  {shown.count('  hole ')} of them in the days above\n" in shown
    assert "\n  none of them in the days above\n" in coverage(folder, "watch").out
    assert (
        "  Sunday 28 March 2027 23:00-23:30 UTC = from Mon 07:00 Singapore, Mon 00:00 Dublin\n"
        in shown
    )
    assert "Sunday 28 March 2027 01:00 UTC: Dublin changes its clock from +00:00 to +01:00" in shown
    assert "tz database 2" in shown


def test_when_the_next_handover_is(folder: Path) -> None:
    shown = coverage(folder, "watch").out
    assert "desk-02 leads (emea); handover Mon 23 Nov 2026 23:30 to desk-01\n" in shown
    assert (
        "  Tue 24 Nov 2026 08:00 16:00 08:00  desk-02  emea, 1 h together with desk-01\n" in shown
    )
    assert (
        "handovers in the range. The shortest of all until Tue 28 Dec 2027: 30 min together from"
        in shown
    )
    assert " UTC on, when desk-02 hands over to desk-01; 30 min promised\n" in shown
    assert " more: --all, or a range of a week\n" in shown
    assert "more: --all" not in coverage(folder, "watch", "--all").out


@pytest.mark.parametrize(("end", "whole"), [("2026-12-28", True), ("2026-12-29", False)])
def test_who_leads_in_a_week_is_shown_whole(end: str, whole: bool) -> None:
    shown = coverage(ROOT, "imoc-primary", "--from", "2026-12-21", "--to", end).out
    assert ("more: --all, or a range of a week" not in shown) == whole
    assert ("\n  Sun 27 Dec 2026 16:00 00:00 16:00 08:00  imoc-amer-" in shown) == whole


def test_the_week_in_which_the_clock_goes_back_is_a_week() -> None:
    words = ("--zone", "Europe/Dublin", "--from", "2027-10-25", "--to", "2027-11-01")
    assert "more: --all" not in coverage(ROOT, "imoc-primary", *words).out


def test_without_a_name_there_is_a_line_for_each(folder: Path) -> None:
    lines = coverage(folder).out.splitlines()
    assert [line.split()[0] for line in lines[1:4]] == ["legal-watch", "watch", "vendor-one"]
    assert "desk-02" in lines[2] and "Mon 23 Nov 2026 23:30 desk-01" in lines[2]
    assert "first Sun 28 Mar 2027 23:00" in lines[2]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2027-03-28T22:59:00Z", "desk-02 "),
        ("2027-03-28T23:00:00Z", "NOBODY: a hole "),
        ("2027-03-28T23:29:00Z", "NOBODY: a hole "),
        ("2027-03-28T23:30:00Z", "desk-01 "),
    ],
)
def test_a_hole_now_is_called_one(folder: Path, at: str, said: str) -> None:
    (line,) = (one for one in coverage(folder, at=at).out.splitlines() if one.startswith("watch "))
    assert line.partition("watch")[2].lstrip().startswith(said)


def test_nobody_where_nobody_was_promised_is_no_hole() -> None:
    shown = coverage(ROOT, at="2026-12-25T03:00:00Z").out.splitlines()
    (line,) = (one for one in shown if one.startswith("policy-duty "))
    assert "nobody promised" in line and " none " in line


def test_the_days_of_another_clock_have_its_hours(folder: Path) -> None:
    shown = coverage(folder, "watch", "--zone", "Europe/Dublin", "--from", "2027-03-28").out
    assert "Sun 28 Mar 2027 1   1 1 1" in shown and "the clock changes" in shown
    assert "Mon 29 Mar 2027 ! 1 1" in shown and "hole 00:00-00:30" in shown


def test_a_schedule_that_has_not_begun_says_when_it_does(folder: Path) -> None:
    shown = coverage(folder, "legal-watch").out
    assert "Begins Mon 30 Nov 2026 00:00 UTC; nobody is on watch before\n" in shown
    assert "Holes: none" in shown


def test_a_vendor_is_shown_by_its_languages() -> None:
    shown = coverage(ROOT, "vendor-alder", "--from", "2026-12-01", "--to", "2026-12-02").out
    assert "Tue 1 Dec 2026  2 2 2 2 2 7 7 7" in shown
    assert "  pl: at krakow; nobody for 8 h in the range, stated; first Tuesday 1 December" in shown


def test_json_says_the_same_in_instants(folder: Path) -> None:
    words = ("watch", "--from", "2027-03-28", "--to", "2027-03-29", "--format", "json")
    data = json.loads(coverage(folder, *words).out)
    (one,) = data["coverage"]
    hole = {"from": "2027-03-28T23:00:00Z", "to": "2027-03-28T23:30:00Z", "minutes": 30.0}
    assert one["holes"] == [hole]
    assert one["handovers"][0] == {
        "at": "2027-03-28T23:00:00Z",
        "from": "desk-02",
        "to": None,
        "together_minutes": None,
        "swap": False,
    }
    assert data["tz_database"]


def test_a_picture_has_a_title_and_words_and_goes_with_its_words_into_a_folder(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "pictures"
    assert coverage(folder, "--format", "svg", "--out", str(out)).code == 0
    names = sorted(path.name for path in out.iterdir())
    assert names == [
        f"{one}.{form}" for one in ("legal-watch", "vendor-one", "watch") for form in ("svg", "txt")
    ]
    alone = coverage(folder, "watch", "--format", "svg").out
    assert alone == (out / "watch.svg").read_text("utf-8")
    root = ET.fromstring(alone)
    assert root.get("role") == "img"
    named = set((root.get("aria-labelledby") or "").split())
    assert named == {one.get("id") for one in root if one.tag.endswith(("title", "desc"))}
    assert "#" not in alone.replace("url(#", "").replace('id="', "").replace("org/2000", "")


def test_a_picture_shows_the_instant_of_judgement_and_says_who_leads() -> None:
    asked = ("imoc-primary", "--format", "svg", "--zone", "Europe/Dublin")
    shown = coverage(ROOT, *asked, at="2026-11-28T13:30:00Z").out
    root = ET.fromstring(shown)
    # Half past one in the first row: thirteen and a half cells of 20 from the first, at 128.
    assert [one.get("d", "").partition(" ")[0] for one in root if one.tag.endswith("path")] == [
        f"M{128 + 270}"
    ]
    words = " ".join("".join(one.itertext()) for one in root)
    assert (
        "on call at Sat 28 Nov 2026 13:30 Europe/Dublin: imoc-emea-03 leads (emea-weekend)" in words
    )
    assert "handover Sat 28 Nov 2026 16:00 to imoc-amer-03." in words
    later = coverage(ROOT, *asked, "--from", "2026-12-25", at="2026-11-28T13:30:00Z").out
    assert "strokes" not in later
    assert [one for one in ET.fromstring(later) if one.tag.endswith("path")] == []


def test_the_same_book_gives_the_same_bytes(folder: Path) -> None:
    for form in ("text", "json", "svg"):
        words = ("watch", "--format", form)
        assert coverage(folder, *words) == coverage(folder, *words)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("wach",), 1, "did you mean `watch`?"),
        (("desk",), 1, "team:desk is neither a schedule nor a vendor"),
        (("--zone", "Europe/Dublln"), 2, "`Europe/Dublln` is no IANA time zone; did you mean"),
        (("--from", "2027-02-30"), 2, "there is no day `2027-02-30`"),
        (("--from", "9999-01-01T00:00:00Z"), 2, "is not between the years 1900 and 2199"),
        (("--from", "soon"), 2, "`soon` is no instant"),
        (("--from", "2027-01-02", "--to", "2027-01-02"), 2, "the range ends after it begins"),
        (("--format", "svg"), 2, "several pictures go into a folder"),
        (("watch", "--out", "/proc/none"), 2, "cannot write /proc/none/watch.txt"),
    ],
)
def test_what_cannot_be_shown_is_said(
    folder: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    shown = coverage(folder, *words)
    assert shown.code == code
    assert said in shown.err
