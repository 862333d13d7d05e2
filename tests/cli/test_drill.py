import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.book import smallest_book
from tests.cli.run import Ran, run
from tests.support import ROOT

AT = "2026-12-02T12:00:00Z"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    folder.mkdir()
    return smallest_book(folder)


def drill(book: Path, *words: str, name: str = "fraud-ring") -> Ran:
    out = str(book.parent / "out")
    common = ("--root", str(book), "--no-cache", "--at", AT, "--out", out)
    return run("drill", name, *common, *words)


def test_both_sheets_are_written_and_their_paths_are_printed(book: Path) -> None:
    ran = drill(book)
    paths = [book.parent / "out" / name for name in ("facilitator.md", "players.md")]
    assert (ran.code, ran.out.splitlines()) == (0, list(map(str, paths)))
    assert paths[0].read_text("utf-8").startswith("**EXERCISE - EXERCISE - EXERCISE**\n")
    assert "# Tabletop exercise: players' sheet" in paths[1].read_text("utf-8")


def test_left_out_the_folder_is_named_after_playbook_and_seed(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(book)
    ran = run("drill", "fraud-ring", "--seed", "4", "--no-cache", "--at", AT)
    folder = Path("build", "drills", "fraud-ring-4")
    assert ran.out.splitlines() == [str(folder / "facilitator.md"), str(folder / "players.md")]
    assert {path.name for path in (book / folder).iterdir()} == {"facilitator.md", "players.md"}


def test_the_command_on_the_sheet_draws_the_same_sheets_again(book: Path) -> None:
    drill(book, "--seed", "9")
    sheets = {one.name: one.read_bytes() for one in (book.parent / "out").iterdir()}
    line = next(
        one for one in sheets["facilitator.md"].decode().splitlines() if "watchbill drill" in one
    )
    words = line.partition("`watchbill ")[2].rstrip("`").split()
    again = book.parent / "again"
    run(*words, "--root", str(book), "--no-cache", "--out", str(again))
    assert {one.name: one.read_bytes() for one in again.iterdir()} == sheets


@pytest.mark.parametrize("playbook", ["csae-apparent", "terrorist-removal-order"])
def test_sheets_are_the_same_bytes_in_other_surroundings(tmp_path: Path, playbook: str) -> None:
    made = []
    for number, (seed, zone, words) in enumerate(
        [("0", "UTC", "C.UTF-8"), ("1234", "Asia/Kolkata", "tr_TR.UTF-8")]
    ):
        out = tmp_path / str(number)
        around = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": words, "LANG": words}
        given = ("--seed", "5", "--at", AT, "--root", str(ROOT), "--no-cache", "--out", str(out))
        subprocess.run(
            [sys.executable, "-m", "watchbill", "drill", playbook, *given],
            check=True,
            cwd=tmp_path,
            env={**os.environ, **around},
            capture_output=True,
        )
        made.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert made[0] == made[1]
    assert sorted(made[0]) == ["facilitator.md", "players.md"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--severity", "P9"], "it is one of P0, P1, P2"),
        (["--region", "mars"], "there is no region `mars`"),
        (["--audience", "internl"], "did you mean `internal`?"),
        (["--audience", "public"], "fraud-ring is for `vendor`, which `public` may not read"),
        (["--seed", "seven"], "is not a valid integer"),
        (["--at", "tomorrow"], "is no instant"),
    ],
)
def test_a_word_that_means_nothing_is_refused_with_what_would(
    book: Path, words: list[str], says: str
) -> None:
    ran = drill(book, *words)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


def test_an_unknown_playbook_is_named(book: Path) -> None:
    ran = drill(book, name="fraud-rin")
    assert (ran.code, ran.out) == (1, "")
    assert "did you mean `fraud-ring`?" in ran.err


def test_a_playbook_whose_steps_lead_nowhere_cannot_be_drilled(book: Path) -> None:
    file = book / "fraud-ring.yaml"
    file.write_text(file.read_text("utf-8").replace("go: block", "go: blok"), "utf-8")
    ran = drill(book)
    assert (ran.code, ran.out) == (2, "")
    assert "the steps of fraud-ring do not hang together; `watchbill lint` says where" in ran.err


def test_a_playbook_that_cannot_be_read_is_said_to_be_so(book: Path) -> None:
    file = book / "fraud-ring.yaml"
    file.write_text(file.read_text("utf-8").replace("takes: 20m", "takes: soon"), "utf-8")
    ran = drill(book)
    assert (ran.code, ran.out) == (1, "")
    assert "cannot be read; `watchbill lint` says why" in ran.err


def test_a_matrix_that_fits_nothing_cannot_be_played(book: Path) -> None:
    file = book / "matrix.yaml"
    file.write_text(file.read_text("utf-8").replace("- {path:", "- {severity: P2, path:"), "utf-8")
    ran = drill(book)
    assert (ran.code, ran.out) == (2, "")
    assert "no row of the matrix fits this case" in ran.err


def test_a_folder_that_cannot_be_made_is_named(book: Path) -> None:
    (book.parent / "out").write_text("", "utf-8")
    ran = drill(book)
    assert ran.code == 2
    assert "cannot write" in ran.err


KIT = "kit: {seed: 4, at: 2026-12-02T12:00:00+00:00, region: emea}\n"


def test_a_drill_of_the_book_stands_for_its_playbook_and_its_kit(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(book)
    planned = book / "fire-drill.yaml"
    planned.write_text(planned.read_text("utf-8") + KIT, "utf-8")
    ran = run("drill", "fire-drill", "--no-cache")
    folder = book / "build" / "drills" / "fire-drill"
    assert (ran.code, len(list(folder.iterdir()))) == (0, 2)
    same = run(
        *("drill", "fraud-ring", "--no-cache", "--seed", "4", "--at", AT, "--region", "emea"),
        *("--out", str(book / "same")),
    )
    assert same.code == 0
    for path in folder.iterdir():
        assert path.read_bytes() == (book / "same" / path.name).read_bytes()
    # What is said besides goes before the kit.
    run("drill", "drill:fire-drill", "--no-cache", "--seed", "5", "--out", str(book / "other"))
    sheet = (book / "other" / "facilitator.md").read_text("utf-8")
    assert "--seed 5 --at 2026-12-02T12:00:00Z" in sheet


def test_a_drill_without_a_kit_says_so(book: Path) -> None:
    ran = run("drill", "fire-drill", "--root", str(book), "--no-cache")
    assert ran.code == 2
    assert "drill `fire-drill` has no `kit`: name its playbook instead" in ran.err
