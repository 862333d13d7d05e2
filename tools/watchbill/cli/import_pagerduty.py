"""`watchbill import pagerduty`: schedules and escalation policies, as PagerDuty's REST API returns them."""

from datetime import datetime
from pathlib import Path

import click

from watchbill.cli.imported import show_faults
from watchbill.cli.imported_rota import (
    Rota,
    answers_within,
    finish,
    handles_from,
    raw_of,
    regions_by_zone,
    with_rota,
)
from watchbill.cli.options import open_book, with_book
from watchbill.edit.dump import dump
from watchbill.errors import Exit
from watchbill.importers.pagerduty.carry import Carried, Wish, carry
from watchbill.importers.pagerduty.export import read_export
from watchbill.load.loaded import Loaded


@click.command(name="pagerduty")
@click.argument("file", type=click.Path())
@with_rota
@with_book
def command(
    file: str,
    rota: Rota,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Bring schedules and escalation policies in from FILE, an answer of PagerDuty's REST API.

    Layers become shifts, cut so that one person is on call at a time, as there; a policy becomes a path that
    is printed for the matrix. People become handles: the map is printed, and no name comes into the book.
    What cannot be said is listed with the reason (exit 5). Fetched with a range (since, until), the file
    has the final schedule too, and each schedule is compared with it.

    \b
    Examples:
      watchbill import pagerduty schedules.json --owner response --dry-run
      watchbill import pagerduty all.json --owner response --handles handles.yaml
    """
    loaded = open_book(root, extra, at, no_cache)
    export = read_export(raw_of(file), file)
    if export.wrong:
        return show_faults(export.wrong)
    handles = handles_from(rota)
    found = carry(export, _wish(loaded, file, rota), handles)
    code = finish(loaded, Path(root), rota, found.schedules, handles.known, found.told)
    if code is Exit.CLEAN and not rota.diff:
        _show_paths(found)
    for one in found.left:
        click.echo(f"watchbill: {one}", err=True)
    return Exit.PARTLY if found.left and code is Exit.CLEAN else code


def _wish(loaded: Loaded, file: str, rota: Rota) -> Wish:
    book = loaded.book
    roles = {role.staffed_by: role.id for role in book.roles().values() if role.staffed_by}
    taken = {card.id: card.file for card in book.cards.values() if card.kind == "schedule"}
    answers, regions = answers_within(rota), regions_by_zone(loaded, rota)
    return Wish(file, rota.owner, rota.region, answers, regions, roles, taken, book.now)


def _show_paths(found: Carried) -> None:
    """Prints the paths: a matrix knows its rows, which no other system has, so a person puts them there."""
    if found.paths:
        click.echo("# For `paths:` of the escalation matrix; add the rows that lead to them.")
        click.echo(dump({"paths": found.paths}), nl=False)
