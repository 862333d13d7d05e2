"""The papers of drills that are kept are those that the book makes. WATCHBILL_UPDATE_GOLDEN=1 writes them anew."""

import os
from pathlib import Path

import pytest

from tests.cli.run import run
from tests.support import ROOT

KEPT = ROOT / "docs" / "drills"
DRILLS = sorted(path.name for path in KEPT.iterdir() if path.is_dir())


def made(drill: str, out: Path) -> dict[str, str]:
    """The papers of a drill of the shipped book, by the name of the file."""
    ran = run("drill", drill, "--root", str(ROOT), "--out", str(out))
    assert ran.code == 0, ran.err
    return {path.name: path.read_text("utf-8") for path in sorted(out.iterdir())}


@pytest.mark.parametrize("drill", DRILLS)
def test_the_papers_that_are_kept_are_those_that_the_book_makes(drill: str, tmp_path: Path) -> None:
    found = made(drill, tmp_path / drill)
    if os.environ.get("WATCHBILL_UPDATE_GOLDEN"):
        for name, text in found.items():
            (KEPT / drill / name).write_text(text, "utf-8")
    kept = {path.name: path.read_text("utf-8") for path in sorted((KEPT / drill).iterdir())}
    assert kept == found, "the playbook has changed: write the papers anew and read what is new"


def test_the_papers_of_two_drills_at_least_are_kept() -> None:
    assert len(DRILLS) >= 2
