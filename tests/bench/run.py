"""Measures lint beside yamllint and check-jsonschema on the same generated book; prints a table.

Figures are CPU seconds of whole processes (user + system, children included). Trust the ratios: machines
differ, and a busy one is slow for all. `python tests/bench/run.py [--documents 2000] [--large 10000] [--runs 3]`.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench import corpus  # noqa: E402

PYTHON = str(ROOT / ".venv" / "bin" / "python")
RIVALS = ROOT / ".venv-bench" / "bin"
# What a generated file breaks by its making is switched off, so that no time goes into reporting it.
YAMLLINT = "extends: default\nrules: {line-length: disable, document-start: disable}\n"
ASK = ["-m", "watchbill"]
INCIDENT = "vendor-site-outage"
AT = ["--at", "2027-01-01T03:10:00Z", "--root", str(ROOT)]
SETTLED = 2.5  # seconds after which a file's time stamp is trusted


class Cost(NamedTuple):
    """CPU seconds and peak memory in MB of one process."""

    cpu: float
    memory: float


def run(words: Sequence[str], cache: Path | None = None) -> Cost:
    """The cost of a command. Its output is thrown away."""
    environment = {**os.environ, "WATCHBILL_CACHE": str(cache) if cache else "off"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    pid = os.posix_spawnp(
        words[0],
        list(words),
        environment,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
    )
    _, _, usage = os.wait4(pid, 0)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(measure: Callable[[], Cost], runs: int) -> Cost:
    """The median CPU and memory of several runs."""
    costs = [measure() for _ in range(runs)]
    return Cost(statistics.median(c.cpu for c in costs), statistics.median(c.memory for c in costs))


def lint(folder: Path, cache: Path | None = None) -> Cost:
    """One `watchbill lint` of a folder."""
    return run([PYTHON, "-m", "watchbill", "lint", "--root", str(folder)], cache)


def checkout(folder: Path, documents: int) -> Path:
    """A generated book under Git, with time stamps that are old enough to be trusted."""
    corpus.write(folder, documents)
    for words in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=b", "-c", "user.email=b@b", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", "-C", str(folder), *words], check=True)
    time.sleep(SETTLED)
    return folder


def touch_one(folder: Path, number: int) -> None:
    """Changes one playbook."""
    path = sorted(folder.glob("family/*/*.yaml"))[number]
    path.write_text(
        path.read_text("utf-8").replace("takes: 20m", f"takes: {21 + number}m"), "utf-8"
    )


def cold_and_rivals(folder: Path, documents: int, runs: int) -> None:
    """Cold lint before and after the rivals, so that a drift of the machine falls on both."""
    files = {
        kind: sorted(str(path) for path in folder.glob(f"{name}/*/*.yaml"))
        for name, kind in corpus.KINDS.items()
    }
    config = Path(tempfile.mkdtemp()) / "yamllint.yaml"
    config.write_text(YAMLLINT, "utf-8")
    ours = median(lambda: lint(folder), runs)
    every = [name for names in files.values() for name in names]
    yamllint = run([str(RIVALS / "yamllint"), "-c", str(config), *every]).cpu
    between = median(lambda: lint(folder), runs)
    check = 0.0
    for kind, names in files.items():
        schema = str(ROOT / "schemas" / f"{kind}.schema.json")
        check += run([str(RIVALS / "check-jsonschema"), "--schemafile", schema, *names]).cpu
    after = median(lambda: lint(folder), runs)
    cpu = statistics.mean((ours.cpu, between.cpu, after.cpu))
    print(f"cold lint, {documents} documents      {cpu:8.2f} s {ours.memory:6.0f} MB")
    print(
        f"yamllint, the same files       {yamllint:8.2f} s   lint is 1/{yamllint / cpu:.1f} of it"
    )
    print(f"check-jsonschema, our schemas  {check:8.2f} s   lint is 1/{check / cpu:.1f} of it")


def warm(folder: Path, runs: int) -> None:
    """Cold runs and warm ones in turn, so that a drift of the machine falls on both."""
    colds, costs = [], []
    for turn in range(runs):
        cache = Path(tempfile.mkdtemp())
        colds.append(lint(folder, cache).cpu)
        for number in range(3 * turn, 3 * turn + 3):
            touch_one(folder, number)
            costs.append(lint(folder, cache).cpu)
        shutil.rmtree(cache)
    cold, one = statistics.median(colds), statistics.median(costs)
    print(f"cold with cache                {cold:8.2f} s")
    print(f"warm, one file changed         {one:8.2f} s   {100 * one / cold:.1f} % of cold")


def hook(folder: Path, runs: int) -> None:
    """A commit hook's runs, in turn with a bare interpreter."""
    cache = Path(tempfile.mkdtemp())
    lint(folder, cache)
    time.sleep(SETTLED)
    lint(folder, cache)
    found: dict[str, list[float]] = {"empty": [], "nothing": [], "one": []}
    for _ in range(runs * 3):
        found["empty"].append(run([PYTHON, "-c", "pass"]).cpu)
        found["nothing"].append(lint(folder, cache).cpu)
    for number in range(runs * 2):
        found["empty"].append(run([PYTHON, "-c", "pass"]).cpu)
        touch_one(folder, number)
        found["one"].append(lint(folder, cache).cpu)
    empty, nothing, one = (statistics.median(costs) for costs in found.values())
    print(f"python -c pass                 {empty:8.3f} s")
    print(f"hook, 300, nothing changed     {nothing:8.3f} s   {nothing / empty:.1f} x")
    print(f"hook, 300, one changed         {one:8.3f} s   {one / empty:.1f} x")
    shutil.rmtree(cache)


def answers(runs: int) -> None:
    """One question and one incident on the shipped book, warm; in turn with a bare interpreter."""
    cache = Path(tempfile.mkdtemp())
    commands = {
        "python -c pass": ["-c", "pass"],
        "who, shipped book": [*ASK, "who", *AT, "--playbook", INCIDENT],
        "simulate, shipped book": [*ASK, "simulate", INCIDENT, *AT],
    }
    lint(ROOT, cache)
    time.sleep(SETTLED)
    costs: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs * 3):
        for name, words in commands.items():
            costs[name].append(run([PYTHON, *words], cache).cpu)
    empty = statistics.median(costs["python -c pass"])
    for name, found in costs.items():
        cpu = statistics.median(found)
        print(f"{name:30} {cpu:8.3f} s   {cpu / empty:.1f} x")
    shutil.rmtree(cache)


def main() -> None:
    """All measurements, one after another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--large", type=int, default=10000)
    parser.add_argument("--runs", type=int, default=3)
    wanted = parser.parse_args()
    base = Path(tempfile.mkdtemp(prefix="watchbill-bench-"))
    try:
        book = checkout(base / "book", wanted.documents)
        cold_and_rivals(book, wanted.documents, wanted.runs)
        warm(book, wanted.runs)
        if wanted.large:
            large = checkout(base / "large", wanted.large)
            cost = lint(large)
            per = 1e3 * cost.cpu / wanted.large
            print(
                f"cold lint, {wanted.large} documents     {cost.cpu:8.2f} s {cost.memory:6.0f} MB"
                f"  {per:.2f} ms a document"
            )
        hook(checkout(base / "hook", 282), wanted.runs)
        answers(wanted.runs)
    finally:
        shutil.rmtree(base)


if __name__ == "__main__":
    main()
