"""`watchbill export`: files for other systems, from a book without errors."""

import re
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import click

from watchbill.cli.check import Checked, Options, check, line_reader, page_address
from watchbill.cli.days import DayType, beginning
from watchbill.cli.options import colour_wanted, with_book
from watchbill.errors import Exit
from watchbill.exporters import exporters
from watchbill.exporters.losses import losses_file
from watchbill.exporters.protocol import Exporter, File, Settings, Wanted
from watchbill.exporters.writer import read, stale, write_file, write_folder
from watchbill.finding import Level
from watchbill.load.loaded import Loaded
from watchbill.report.text import text
from watchbill.timeline.zones import tz_version

# A loss is printed as far as this; the page beside the files has it whole.
_WIDE = 160
_URL = re.compile(r"https?://[^\s\"'<>\\]+")


class _Place(NamedTuple):
    """Where files go: the repository for committed ones, the output folder for all."""

    root: Path
    out: Path


def _address(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    if not _URL.fullmatch(value):
        raise click.BadParameter(f"`{value}` is no address; write it as {Settings().pager_url}")
    return value


@click.command(name="export")
@click.argument("targets", nargs=-1)
@with_book
@click.option("--out", default="build/exports", show_default=True, help="The folder to write in.")
@click.option("--check", "look", is_flag=True, help="Write nothing; exit 1 where a file is old.")
@click.option("--write", is_flag=True, help="Write committed files into the repository.")
@click.option(
    "--pager-url",
    "pager",
    default=Settings().pager_url,
    show_default=True,
    callback=_address,
    help="Where Alertmanager posts pages.",
)
@click.option(
    "--from", "since", type=DayType(), help="Calendars: first day (UTC); else that of --at."
)
@click.option("--to", "until", type=DayType(), help="Calendars: the day before which they end.")
@click.option(
    "--clock",
    type=click.Choice(["local", "utc"]),
    default=Settings().clock,
    show_default=True,
    help="Calendars: events on the clock of their shift, or in UTC.",
)
def command(
    targets: tuple[str, ...],
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
    out: str,
    look: bool,
    write: bool,
    **wishes: Any,
) -> int:
    """Write files for other systems: all TARGETS, or those named.

    A book with errors is not exported. What a target cannot say is printed, and lies beside its files
    as LOSSES.md. A file that is committed (CODEOWNERS) is compared and written in the repository.

    \b
    Examples:
      watchbill export --out build/exports
      watchbill export codeowners --check
      watchbill export codeowners --write
      watchbill export icalendar --from 2026-12-01 --to 2027-02-01
    """
    if look and write:
        raise click.UsageError("--check writes nothing, so it does not go with --write")
    chosen = exporters(targets)
    checked = check(Options(root=root, extra=extra, at=at, cached=not no_cache))
    refused = _refused(checked, root)
    if refused:
        return refused
    settings = _settings(checked.loaded, **wishes)
    place = _Place(Path(root), Path(out))
    made = [(exporter, exporter.wanted(checked.loaded.book, settings)) for exporter in chosen]
    if look:
        old = [line for exporter, wanted in made for line in _old(exporter, wanted, place)]
        click.echo("".join(f"{line}\n" for line in old), nl=False)
        return Exit.FAULTS if old else Exit.CLEAN
    for exporter, wanted in made:
        _write(exporter, wanted, place, write)
    return Exit.CLEAN


def _refused(checked: Checked, root: str) -> Exit:
    """Why the book is not exported: its errors, which are shown, or that there is nothing in it."""
    errors = [finding for finding in checked.findings if finding.level is Level.ERROR]
    page = page_address(checked.loaded)
    colour = colour_wanted(sys.stderr)
    sys.stderr.write(text(errors, line_reader(root), colour=colour, page=page))
    if errors:
        click.echo(f"watchbill: nothing is exported of a book with {len(errors)} errors", err=True)
        return Exit.FAULTS
    if not checked.loaded.book.keys:
        click.echo(f"watchbill: {root} holds no document; nothing is exported", err=True)
        return Exit.REFUSED
    return Exit.CLEAN


def _settings(
    loaded: Loaded,
    pager: str,
    since: date | datetime | None,
    until: date | datetime | None,
    clock: str,
) -> Settings:
    first, *others = (root.prefix for root in loaded.roots)
    return Settings(
        pager_url=pager,
        root=first,
        elsewhere=tuple(others),
        tz=tz_version(),
        since=None if since is None else beginning(since, "UTC"),
        until=None if until is None else beginning(until, "UTC"),
        clock=clock,
    )


def _all_files(exporter: Exporter, wanted: Wanted) -> tuple[File, ...]:
    return (*wanted.files, losses_file(exporter.NAME, wanted.losses))


def _old(exporter: Exporter, wanted: Wanted, place: _Place) -> Iterator[str]:
    """A line for each file that is not current: the repository's own, or else the folder's."""
    committed = [file for file in wanted.files if file.home]
    for file in committed:
        if read(place.root / file.home) != file.text:
            again = f"watchbill export {exporter.NAME} --write"
            yield f"{place.root / file.home} is not what the book says; write it anew: {again}"
    if not committed:
        folder = place.out / exporter.NAME
        for name in stale(folder, _all_files(exporter, wanted)):
            yield f"{folder / name} is not what the book says; write it anew: watchbill export"


def _write(exporter: Exporter, wanted: Wanted, place: _Place, home: bool) -> None:
    folder = place.out / exporter.NAME
    files = _all_files(exporter, wanted)
    write_folder(folder, files)
    for file in wanted.files:
        if home and file.home:
            write_file(place.root / file.home, file.text)
            click.echo(f"{exporter.NAME}: {place.root / file.home}", err=True)
    click.echo(f"{exporter.NAME}: {folder}/ ({len(files)} files)", err=True)
    for loss in wanted.losses:
        short = loss if len(loss) <= _WIDE else f"{loss[:_WIDE]}... (LOSSES.md)"
        click.echo(f"  lost: {short}", err=True)
