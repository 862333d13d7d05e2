"""`watchbill export`: all targets or those named, current or not, and nothing from a book with errors."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import smallest
from tests.support import ROOT


def watchbill(folder: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "watchbill",
            "export",
            "--no-cache",
            "--at",
            "2026-11-23T12:00:00Z",
            *words,
        ],
        cwd=folder,
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT / "tools"),
            "PYTHONHASHSEED": "7",
            **env,
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "playbooks").mkdir()
    smallest.write(tmp_path / "playbooks")
    (tmp_path / "pyproject.toml").write_text('[tool.watchbill]\ncontent = ["playbooks"]\n', "utf-8")
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_all_targets_are_written_below_the_output_folder(folder: Path) -> None:
    done = watchbill(folder)
    assert (done.returncode, done.stdout) == (0, "")
    made = tree(folder / "build" / "exports")
    assert {name.split("/")[0] for name in made} == {"alertmanager", "codeowners", "icalendar"}
    assert {"alertmanager/LOSSES.md", "codeowners/CODEOWNERS"} <= made.keys()
    assert "lost: Path `desk-first`" in done.stderr
    assert not (folder / ".github").exists()


def test_any_machine_writes_the_same_bytes(folder: Path) -> None:
    watchbill(folder, "--out", "one", TZ="Pacific/Apia", LANG="tr_TR.UTF-8", PYTHONHASHSEED="1")
    watchbill(folder, "--out", "two", TZ="America/St_Johns", LC_ALL="C", PYTHONHASHSEED="2")
    assert tree(folder / "one") == tree(folder / "two") != {}


def test_a_folder_without_documents_is_not_exported(tmp_path: Path) -> None:
    done = watchbill(tmp_path)
    assert (done.returncode, done.stderr) == (
        6,
        "watchbill: . holds no document; nothing is exported\n",
    )


def test_an_address_of_the_pager_that_is_none_is_refused(folder: Path) -> None:
    assert watchbill(folder, "--pager-url", "pager here").returncode == 2


def test_codeowners_is_checked_and_written_in_the_repository(folder: Path) -> None:
    old = watchbill(folder, "codeowners", "--check")
    assert old.returncode == 1
    assert old.stdout == (
        ".github/CODEOWNERS is not what the book says; write it anew: watchbill export codeowners --write\n"
    )
    assert watchbill(folder, "codeowners", "--write").returncode == 0
    assert "/playbooks/fraud-ring.yaml @smallest/desk" in (
        (folder / ".github" / "CODEOWNERS").read_text("utf-8")
    )
    assert watchbill(folder, "codeowners", "--check").returncode == 0


def test_a_root_elsewhere_gives_the_same_lines(folder: Path, tmp_path: Path) -> None:
    watchbill(folder, "codeowners", "--out", "here")
    away = tmp_path / "away"
    away.mkdir()
    watchbill(away, "codeowners", "--root", str(folder), "--out", "here")
    assert tree(away / "here") == tree(folder / "here") != {}


def test_files_that_are_not_current_are_named_and_nothing_is_written(folder: Path) -> None:
    watchbill(folder, "alertmanager")
    assert watchbill(folder, "alertmanager", "--check").returncode == 0
    rules = folder / "build" / "exports" / "alertmanager" / "rules.yml"
    rules.write_text("changed", "utf-8")
    done = watchbill(folder, "alertmanager", "--check")
    assert (done.returncode, done.stdout.count("\n")) == (1, 1)
    assert done.stdout.startswith("build/exports/alertmanager/rules.yml is not what the book says")
    assert rules.read_text("utf-8") == "changed"


def test_a_book_with_errors_is_not_exported(folder: Path) -> None:
    (folder / "playbooks" / "broken.yaml").write_text("kind: calendar\nkind: team\n", "utf-8")
    done = watchbill(folder)
    assert done.returncode == 1
    assert "playbooks/broken.yaml:2:1: error" in done.stderr
    assert "nothing is exported" in done.stderr
    assert not (folder / "build").exists()


def test_an_unknown_target_is_one_line(folder: Path) -> None:
    done = watchbill(folder, "pigeon")
    assert done.returncode == 2
    assert (
        done.stderr
        == "watchbill: there is no exporter `pigeon`; there are alertmanager, codeowners, icalendar\n"
    )


def test_check_and_write_exclude_each_other(folder: Path) -> None:
    assert watchbill(folder, "--check", "--write").returncode == 2
