"""Measures what has a limit of its own: a bad and heavy file, and a year of a schedule; prints a table.

A file is one whole `watchbill lint` of the smallest book with it, in CPU seconds; the dearest are printed.
`python tests/bench/limits.py [--runs 3]`.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench.run import Cost, lint, median  # noqa: E402
from tests.cli.book import smallest_book  # noqa: E402
from tests.load.bad import LOUD, TABLE, Bad  # noqa: E402
from watchbill.load.library import load  # noqa: E402
from watchbill.model.time import Calendar, Schedule  # noqa: E402
from watchbill.timeline.cover import cover_of  # noqa: E402
from watchbill.timeline.shifts import watches  # noqa: E402

DEAREST = 5
START = 1795435200  # 2026-11-23
YEAR = 366 * 86400


def heavy(base: Path, runs: int) -> None:
    """The heaviest bad files (goal: under 2 s and 256 MB each)."""
    costs: dict[str, Cost] = {}
    for number, bad in enumerate((*(one for one in TABLE if one.heavy), *LOUD)):
        folder = base / f"bad-{number}"
        folder.mkdir()
        costs[bad.name] = _bad_file(smallest_book(folder), bad, runs)
    dearest = sorted(costs, key=lambda name: -costs[name].cpu)[:DEAREST]
    most = max(cost.memory for cost in costs.values())
    print(f"{len(costs)} heavy bad files, the dearest{'':8} at most {most:.0f} MB")
    for name in dearest:
        print(f"  {name:36} {costs[name].cpu:8.2f} s")


def _bad_file(book: Path, bad: Bad, runs: int) -> Cost:
    stem = Path(bad.path).stem
    for old in (*book.glob(f"{stem}.yaml"), *book.glob(f"{stem}.md")):
        old.unlink()
    (book / bad.path).write_bytes(bad.raw())
    return median(lambda: lint(book), runs)


def year() -> None:
    """The slowest of the shipped schedules over a year (goal: milliseconds)."""
    book = load((str(ROOT),), cached=False).book
    calendars = {one.id: one for one in book.all(Calendar)}
    for what, resolve in (("watches", watches), ("cover", cover_of)):
        costs = {
            one.id: _seconds(lambda one=one, do=resolve: do(one, calendars, START, START + YEAR))
            for one in book.all(Schedule)
        }
        slowest = max(costs, key=costs.__getitem__)
        print(f"a year of {what}, slowest schedule {1e3 * costs[slowest]:8.1f} ms  ({slowest})")


def _seconds(act: Callable[[], object]) -> float:
    """The median CPU seconds of a few calls, the first of which is not counted."""
    act()
    costs = []
    for _ in range(5):
        began = time.process_time()
        act()
        costs.append(time.process_time() - began)
    return statistics.median(costs)


def main() -> None:
    """All measurements, one after another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="watchbill-bench-") as base:
        heavy(Path(base), wanted.runs)
    year()


if __name__ == "__main__":
    main()
