"""`watchbill test`: every scenario played, and what none of them touches."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

import click

from watchbill.cli.named import named
from watchbill.cli.options import open_book, with_book
from watchbill.edit.edits import apply
from watchbill.errors import Exit
from watchbill.load.loaded import Loaded
from watchbill.model.scenario import Expect, Scenario
from watchbill.report.trace_junit import junit
from watchbill.report.trace_tests import as_json, cover, summary, text
from watchbill.simulate.rewrite import edits, missed
from watchbill.simulate.scenario import Run, runs
from watchbill.simulate.touched import Share, shares
from watchbill.writing import write_whole


@click.command(name="test")
@click.argument("names", nargs=-1)
@click.option(
    "--cover", "wants_cover", is_flag=True, help="Say what no scenario touches, in numbers."
)
@click.option("--update", is_flag=True, help="Rewrite expectations that are not met to what came.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "junit"]),
    default="text",
    show_default=True,
)
@with_book
def command(
    names: tuple[str, ...],
    wants_cover: bool,
    update: bool,
    form: str,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Play every scenario, or those that are named, or all of a playbook that is named.

    What is not met is shown with both timelines side by side. The exit code is 1 where anything failed.

    \b
    Examples:
      watchbill test
      watchbill test tco-dst-night
      watchbill test terrorist-removal-order --cover
    """
    loaded = open_book(root, extra, at, no_cache)
    chosen = _chosen(loaded, names)
    if chosen is None:
        return Exit.FAULTS
    played = [run for one in chosen for run in runs(loaded.book, one)]
    if update:
        return Exit.CLEAN if _update(loaded, played) else Exit.FAULTS
    playbooks = {one.given.playbook or "" for one in chosen} if names else ()
    traces = [run.trace for run in played if run.trace]
    found = shares(loaded.book, traces, sorted(playbooks)) if wants_cover else ()
    click.echo(_rendered(loaded, chosen, played, found, form), nl=False)
    click.echo(summary(played), err=True)
    broken = [key for key in sorted(loaded.book.broken) if key.startswith("scenario:")]
    for key in broken:
        click.echo(f"watchbill: {key} cannot be read; `watchbill lint` says why", err=True)
    return Exit.CLEAN if all(run.passed for run in played) and not broken else Exit.FAULTS


def _chosen(loaded: Loaded, names: tuple[str, ...]) -> list[Scenario] | None:
    """The scenarios that are named, by id or by their playbook's; all without names."""
    everything = loaded.book.all(Scenario)
    if not names:
        return list(everything)
    found: dict[str, Scenario] = {}
    for name in names:
        fitting = [one for one in everything if name in (one.id, one.key, one.given.playbook)]
        if not fitting:
            named(loaded, name, "scenario")
            return None
        found.update({one.id: one for one in fitting})
    return [found[id] for id in sorted(found)]


def _rendered(
    loaded: Loaded,
    chosen: Sequence[Scenario],
    played: Sequence[Run],
    found: Sequence[Share],
    form: str,
) -> str:
    expects = {one.id: one.expect for one in chosen}
    where = loaded.places.at
    if form == "json":
        return as_json(played, found, where)
    if form == "junit":
        return junit(played, where)

    def expected(id: str) -> Expect:
        return expects[id]

    return text(played, expected, where) + (cover(found) if found else "")


def _update(loaded: Loaded, played: Sequence[Run]) -> bool:
    """Rewrites the files of scenarios whose expectations are not met. Returns whether that is all of them."""
    mended = True
    for scenario, group in groupby(played, key=lambda run: run.scenario):
        mine = list(group)
        wanted = len(missed(mine))
        card = loaded.book.card(f"scenario:{scenario}")
        if card and wanted:
            path = Path(card.file)
            text_ = path.read_text("utf-8")
            found = edits(mine, text_)
            write_whole(path, apply(text_, found))
            wanted -= len(found)
            click.echo(f"{card.file}: {len(found)} expectations rewritten", err=True)
        if wanted or any(run.refused or (run.trace and run.trace.halts) for run in mine):
            click.echo(
                f"{scenario}: mend it by hand; watchbill test {scenario} says what", err=True
            )
            mended = False
    return mended
