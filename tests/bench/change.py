"""What `watchbill diff` costs: one changed file in the shipped book and in a generated one of 2,000 documents.

Each is run twice: the first run proves what the change touches in both states, the second remembers it.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.run import PYTHON, ROOT, SETTLED, Cost, checkout, lint, run, touch_one


def diff(folder: Path, cache: Path) -> Cost:
    """One `watchbill diff` of what lies in a folder with its last commit."""
    return run([PYTHON, "-m", "watchbill", "diff", "--root", str(folder)], cache)


def measured(name: str, folder: Path) -> None:
    """The first and the second comparison after a change, on a book that was linted before."""
    cache = Path(tempfile.mkdtemp())
    lint(folder, cache)
    time.sleep(SETTLED)
    empty = run([PYTHON, "-c", "pass"]).cpu
    for word in ("first", "again"):
        cost = diff(folder, cache)
        print(f"{name:34} {word} {cost.cpu:7.2f} s {cost.memory:5.0f} MB {cost.cpu / empty:7.1f} x")
    shutil.rmtree(cache)


def main() -> None:
    """Both books."""
    with tempfile.TemporaryDirectory() as place:
        shipped = Path(place) / "shipped"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(shipped)], check=True)
        path = next(shipped.glob("playbooks/incidents/*/account-takeover-wave.yaml"))
        path.write_text(path.read_text("utf-8").replace("takes: 10m", "takes: 11m", 1), "utf-8")
        time.sleep(SETTLED)
        measured("diff, shipped, one changed", shipped)
        large = checkout(Path(place) / "large", 2000)
        touch_one(large, 0)
        time.sleep(SETTLED)
        measured("diff, 2,000 documents, one changed", large)


if __name__ == "__main__":
    main()
