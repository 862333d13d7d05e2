"""Measures the proofs of 400 days: the shipped book cold and warm, and a generated one as it doubles; prints a table.

Figures are CPU seconds of whole `watchbill lint` processes. `python tests/bench/proof.py [--playbooks 300] [--runs 3]`.
"""

import argparse
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from tests.bench import proof_corpus  # noqa: E402
from tests.bench.run import SETTLED, lint, median  # noqa: E402
from watchbill.load.library import load  # noqa: E402
from watchbill.model.response import Playbook  # noqa: E402
from watchbill.simulate.proof.people import people  # noqa: E402
from watchbill.simulate.proof.worst import prove  # noqa: E402

NOW = 1795435200  # 2026-11-23, when the generated watches have begun


def size(folder: Path) -> str:
    """How many ways through its playbooks, clocks and edges of watches a book has."""
    now = datetime.fromtimestamp(NOW, UTC)
    book = load((str(folder),), now=now, cached=False).book
    proofs = [prove(book, one) for one in book.all(Playbook)]
    edges = sum(len(people(book).station(role).leads) for role in book.roles())
    ways, clocks = sum(one.ways for one in proofs), sum(len(one.worst) for one in proofs)
    return f"{len(proofs)} playbooks, {ways} ways, {clocks} clocks, {edges} edges of watches"


def shipped(base: Path, runs: int) -> None:
    """The content that ships: cold, and with a message changed, on which no proof rests."""
    folder, cache = base / "shipped", base / "cache"
    for name in ("playbooks", "runbooks"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    print(f"the shipped book: {size(folder)}")
    cold = median(lambda: lint(folder), runs)
    print(f"  cold lint with its proofs      {cold.cpu:8.2f} s {cold.memory:6.0f} MB")
    time.sleep(SETTLED)
    lint(folder, cache)
    message = folder / "playbooks" / "messages" / "executive-update.yaml"

    def changed() -> float:
        with message.open("a", encoding="utf-8") as file:
            file.write("# changed\n")
        return lint(folder, cache).cpu

    costs = sorted(changed() for _ in range(runs))
    print(f"  nothing that a proof rests on  {costs[len(costs) // 2]:8.2f} s")


def generated(base: Path, playbooks: int, schedules: int) -> None:
    """A generated book, cold."""
    folder = proof_corpus.write(base / f"generated-{playbooks}", playbooks, schedules)
    cost = lint(folder)
    print(f"{size(folder)}, {schedules} schedules more")
    print(f"  cold lint with its proofs      {cost.cpu:8.2f} s {cost.memory:6.0f} MB")


def main() -> None:
    """All measurements, one after another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--playbooks", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    wanted = parser.parse_args()
    base = Path(tempfile.mkdtemp(prefix="watchbill-bench-"))
    try:
        shipped(base, wanted.runs)
        for share in (4, 2, 1):
            generated(base, wanted.playbooks // share, max(1, 50 // share))
    finally:
        shutil.rmtree(base)


if __name__ == "__main__":
    main()
