"""What is exported is accepted by promtool and amtool, and means there what the book says."""

import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import smallest
from tests.exporters.build import Cell, cells, matrix, odd, shipped, union
from tests.support import program
from watchbill.exporters import alertmanager
from watchbill.exporters.protocol import Settings
from watchbill.model.book import Book

BOOKS = {"smallest": smallest.book, "odd": odd, "shipped": shipped}


@pytest.fixture(params=sorted(BOOKS), scope="module")
def book(request: pytest.FixtureRequest) -> Book:
    return BOOKS[request.param]()


@pytest.fixture(scope="module")
def folder(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("alertmanager")
    for file in alertmanager.wanted(book, Settings(tz="test")).files:
        (made / file.name).write_text(file.text, "utf-8")
    return made


def run(folder: Path, package: str, *words: str) -> str:
    command = [program(words[0], package), *words[1:]]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_promtool_accepts_the_rules(folder: Path) -> None:
    assert "duplicate" not in run(folder, "prometheus", "promtool", "check", "rules", "rules.yml")


def test_each_alert_fires_at_its_edge_with_the_words_of_the_book(folder: Path) -> None:
    assert "SUCCESS" in run(folder, "prometheus", "promtool", "test", "rules", "rules_test.yml")


def test_the_tests_of_the_rules_fail_when_a_threshold_moves(folder: Path) -> None:
    rules = (folder / "rules.yml").read_text("utf-8")
    moved = folder / "moved"
    moved.mkdir(exist_ok=True)
    later = re.sub(r"> (\d+)", lambda found: f"> {int(found[1]) + 1}", rules, count=1)
    assert later != rules
    (moved / "rules.yml").write_text(later, "utf-8")
    (moved / "rules_test.yml").write_text((folder / "rules_test.yml").read_text("utf-8"), "utf-8")
    done = subprocess.run(
        [program("promtool", "prometheus"), "test", "rules", "rules_test.yml"],
        cwd=moved,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1


def test_amtool_accepts_the_routes(folder: Path) -> None:
    run(folder, "prometheus-alertmanager", "amtool", "check-config", "alertmanager.yml")


def test_amtool_names_for_every_cell_the_paths_of_the_book(book: Book, folder: Path) -> None:
    amtool = program("amtool", "prometheus-alertmanager")

    def receivers(cell: Cell) -> set[str]:
        labels = [f"{name}={value}" for name, value in cell.items()]
        done = subprocess.run(
            [amtool, "config", "routes", "test", "--config.file=alertmanager.yml", *labels],
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
        return set(done.stdout.strip().split(","))

    every = list(cells(book))
    with ThreadPoolExecutor(2) as pool:
        for cell, found in zip(every, pool.map(receivers, every), strict=True):
            assert found == union(matrix(book), cell), cell
