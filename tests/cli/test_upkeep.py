"""`watchbill upkeep` on a repository: what time made wrong, what other tz data made of it, exit codes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import tzdata

from tests.cli.repository import committed, git, repository
from tests.cli.run import run

NOON = "2026-11-23T12:00:00Z"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", "off")
    folder = tmp_path / "book"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return repository(folder)


def asked(*words: str, at: str = NOON, code: int = 0) -> list[dict[str, Any]]:
    ran = run("upkeep", "--at", at, "--format", "json", *words)
    assert ran.code == code, ran.err
    entries: list[dict[str, Any]] = json.loads(ran.out)["entries"]
    return entries


def change(repo: Path, file: str, old: str, new: str) -> None:
    path = repo / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    committed(repo)


def test_a_book_that_asks_for_nothing_is_clean(repo: Path) -> None:
    ran = run("upkeep", "--at", NOON)
    head = "0 overdue, 0 due within 30 days, 0 standing"
    assert (ran.code, ran.out, ran.err) == (0, f"{NOON}: {head}\n", f"{head}\n")


def test_what_is_due_soon_is_told_and_what_is_overdue_ends_the_run_with_1(repo: Path) -> None:
    (soon,) = asked(at="2027-01-15T00:00:00Z")
    assert (soon["urgency"], soon["until"]) == ("soon", "2027-01-30")
    assert asked("--days", "14", at="2027-01-15T00:00:00Z") == []
    (late,) = asked(at="2027-02-01T00:00:00Z", code=1)
    assert late == {
        "urgency": "overdue",
        "kind": "review",
        "document": "playbook:fraud-ring",
        "what": "its review fell due on 2027-01-30",
        "do": "read the whole document, mend it, and set `last:` to that day",
        "owner": "desk",
        "file": "fraud-ring.yaml",
        "line": 8,
        "column": 16,
        "since": "2027-01-30",
    }


def test_a_rota_that_was_whole_when_it_went_in_and_is_not_today_is_told(repo: Path) -> None:
    # On that holiday nobody is on watch. At the commit it lay behind the 400 days that are proven.
    change(repo, "office.yaml", "2026-12-25, name: Christmas Day", "2027-12-27, name: Feast")
    change(repo, "office.yaml", "  - {date: 2027-12-25, name: Christmas Day}\n", "")
    change(repo, "watch.yaml", "hours: 24h,", 'hours: 24h, holidays: "off", calendar: office,')
    assert asked(at="2026-11-20T08:00:00Z") == []
    found = asked(at="2026-12-15T00:00:00Z", code=1)
    told = [one for one in found if one["kind"] == "finding/proof/cover-hole"]
    assert [(one["document"], one["urgency"]) for one in told] == [("schedule:watch", "overdue")]
    assert "Monday 27 December 2027" in told[0]["what"]
    assert told[0]["what"].endswith("(error; not so at the time of the commit)")


def test_a_silence_that_ended_brings_its_finding_back(repo: Path) -> None:
    change(
        repo,
        "desk.yaml",
        "contacts:",
        "silences:\n  - {rule: ownership/no-contact, reason: Later., until: 2026-12-31}\ncontacts: []\nx-contacts:",
    )
    text = (repo / "desk.yaml").read_text("utf-8")
    (repo / "desk.yaml").write_text(
        text[: text.index("contacts: []")] + "handles: [desk-01, desk-02]\n", "utf-8"
    )
    committed(repo)
    assert [one["kind"] for one in asked(at="2026-12-24T00:00:00Z")] == ["silence"]
    kinds = {one["kind"] for one in asked(at="2027-01-01T00:00:00Z", code=1)}
    assert {"silence", "finding/ownership/no-contact"} <= kinds


@pytest.fixture
def other_wheel(tmp_path: Path) -> dict[str, str]:
    """The environment of a machine with another tz database: Ireland keeps one time all the year round."""
    folder = tmp_path / "wheel" / "tzdata"
    shutil.copytree(Path(tzdata.__file__).parent, folder)
    (folder / "__init__.py").write_text('IANA_VERSION = "2027z"\n', "utf-8")
    shutil.copyfile(
        folder / "zoneinfo" / "Africa" / "Algiers", folder / "zoneinfo" / "Europe" / "Dublin"
    )
    return {**os.environ, "PYTHONPATH": str(folder.parent)}


def test_answers_that_another_tz_database_changed_are_told_with_their_first_minute(
    repo: Path, other_wheel: dict[str, str]
) -> None:
    assert run("upkeep", "--at", NOON, "--write-known", "clocks.lock").code == 0
    words = [sys.executable, "-m", "watchbill", "upkeep", "--at", NOON, "--known", "clocks.lock"]
    told = subprocess.run(
        [*words, "--format", "json"], capture_output=True, text=True, env=other_wheel, check=False
    )
    assert told.returncode == 1, told.stderr
    entries = {one["document"]: one for one in json.loads(told.stdout)["entries"]}
    tz = json.loads((repo / "clocks.lock").read_text("utf-8"))["tz"]
    # The first watch begins at midnight in Dublin, which that database puts at 23:00 UTC.
    assert entries["schedule:watch"]["what"] == (
        f"tz data {tz} → 2027z: from 2026-11-29 23:00 UTC on `desk-01` is on watch, and not nobody;"
        " 25 more stretches differ"
    )
    assert entries["schedule:watch"]["kind"] == "clocks/watches"
    assert entries["schedule:watch"]["file"] == "watch.yaml"
    # Once a person has accepted it, nothing is left of it.
    words = [*words[:-2], "--write-known", "clocks.lock"]
    subprocess.run(words, capture_output=True, env=other_wheel, check=True)
    words = [*words[:-2], "--known", "clocks.lock"]
    done = subprocess.run(words, capture_output=True, text=True, env=other_wheel, check=False)
    assert (done.returncode, done.stdout) == (
        0,
        f"{NOON}: 0 overdue, 0 due within 30 days, 0 standing\n",
    )


def test_the_same_data_changes_nothing_and_writes_the_same_bytes(repo: Path) -> None:
    run("upkeep", "--at", NOON, "--write-known", "one.lock")
    run("upkeep", "--at", "2026-02-01T00:00:00Z", "--write-known", "two.lock")
    assert Path("one.lock").read_bytes() == Path("two.lock").read_bytes()
    assert asked("--known", "one.lock") == []


def test_an_open_review_beyond_its_day_is_overdue(repo: Path, tmp_path: Path) -> None:
    row = {
        "pull": 12,
        "issue": 40,
        "url": "https://github.example/issues/40",
        "commit": "",
        "merged_at": "2026-11-22T12:00:00Z",
        "close_by": "2026-11-23T12:00:00Z",
        "let_in": [],
        "waits_for": ["legal"],
        "reason": "",
        "documents": ["schedule:watch"],
    }
    notices = tmp_path / "notices.json"
    notices.write_text(json.dumps({"version": 1, "reviews": [row]}), "utf-8")
    (one,) = asked("--notices", str(notices))
    assert (one["urgency"], one["owner"], one["until"]) == ("soon", "legal", "2026-11-23T12:00:00Z")
    (one,) = asked("--notices", str(notices), at="2026-11-23T12:01:00Z", code=1)
    assert (one["urgency"], one["since"]) == ("overdue", "2026-11-23T12:00:00Z")


@pytest.mark.parametrize("option", ["--known", "--notices"])
@pytest.mark.parametrize("text", [None, "", "{", "[" * 100_000, '{"version": 7}'])
def test_a_file_that_cannot_be_read_stops_it(
    repo: Path, tmp_path: Path, option: str, text: str | None
) -> None:
    path = tmp_path / "file"
    if text is not None:
        path.write_text(text, "utf-8")
    ran = run("upkeep", "--at", NOON, option, str(path))
    assert ran.code == 2
    assert ran.err.count("\n") == 1 and "cannot be read as" in ran.err


def test_the_same_instant_gives_the_same_bytes_anywhere(repo: Path, tmp_path: Path) -> None:
    outs = []
    for name, more in (
        ("one", {"TZ": "Asia/Kolkata", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        ("two", {"TZ": "America/Bogota", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
    ):
        folder = tmp_path / name / "deeper"
        git(tmp_path, "clone", "--quiet", str(repo), str(folder))
        words = [sys.executable, "-m", "watchbill", "upkeep", "--at", "2027-12-01T00:00:00Z"]
        for form in ("text", "markdown", "json"):
            done = subprocess.run(
                [*words, "--format", form],
                capture_output=True,
                cwd=folder,
                env={**os.environ, **more},
                check=False,
            )
            assert done.returncode == 1, done.stderr
            outs.append(done.stdout)
    assert outs[:3] == outs[3:]


def test_a_day_that_another_version_of_the_library_lists_is_told(repo: Path) -> None:
    source = "PyPI library holidays 0.1, Ireland (IE), public holidays; taken on 2026-11-01."
    change(repo, "office.yaml", "source: Typed for the test book.", f'source: "{source}"')
    (one,) = asked("--days", "40")
    assert (one["kind"], one["document"]) == ("calendar/library", "calendar:office")
    assert "(2026-12-26), and the calendar does not" in one["what"]
    change(repo, "office.yaml", "Ireland (IE)", "Nowhere (XX)")
    assert asked("--days", "40") == []
