"""`watchbill lint`: every fault of every file."""

import gc
import sys
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import click

from watchbill.cli.options import colour_wanted, open_book, with_book
from watchbill.errors import Exit
from watchbill.finding import Finding, Level
from watchbill.lint import judge, settle
from watchbill.load.library import Loaded
from watchbill.report import text as as_text
from watchbill.rules import all_rules


def find(loaded: Loaded) -> tuple[Finding, ...]:
    """Every finding of a loaded book, before levels and silences; the verdicts are kept."""
    kept: dict[str, Any] = loaded.kept["known"].get("verdicts", {})
    judged = judge(loaded.book, loaded.places, all_rules(), loaded.digests, kept)
    table = {**loaded.kept["table"], "verdicts": judged.verdicts}
    if table["files"] != loaded.kept["known"].get("files") or judged.verdicts != kept:
        loaded.cache.write(table)
    return tuple(sorted({*loaded.findings, *judged.findings}))


@click.command(name="lint")
@click.argument("paths", nargs=-1, type=click.Path())
@with_book
@click.option("--strict", is_flag=True, help="Warnings fail the run too.")
def command(
    paths: tuple[str, ...],
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
    strict: bool,
) -> int:
    """Check the whole book; PATHS narrow what is shown, not what is read.

    \b
    Examples:
      watchbill lint
      watchbill lint playbooks/incidents --strict
    """
    gc.disable()
    loaded = open_book(root, extra, at, no_cache)
    rules = all_rules()
    findings = settle(
        find(loaded),
        loaded.book,
        levels=dict(loaded.config.levels),
        clock_rules=frozenset(rule.id for rule in rules if rule.clock),
        touched=None,
    )
    shown = [finding for finding in findings if not paths or _under(finding.place.file, paths)]
    sys.stdout.write(as_text.text(shown, line_reader(root), colour=colour_wanted(sys.stdout)))
    click.echo(as_text.summary(shown, len(loaded.book.keys)), err=True)
    worst = {finding.level for finding in shown}
    return (
        Exit.FAULTS if Level.ERROR in worst or (strict and Level.WARNING in worst) else Exit.CLEAN
    )


def _under(file: str, paths: tuple[str, ...]) -> bool:
    return any(file == path or file.startswith(path.rstrip("/") + "/") for path in paths)


def line_reader(root: str) -> Callable[[str, int], str]:
    """Reads single source lines by file name."""

    @lru_cache(maxsize=64)
    def lines_of(file: str) -> list[str]:
        try:
            return (Path(root) / file).read_text("utf-8", errors="replace").split("\n")
        except OSError:
            return []

    def line_of(file: str, number: int) -> str:
        lines = lines_of(file)
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""

    return line_of
