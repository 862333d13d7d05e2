"""`watchbill calendar import`: dated holidays from the library `holidays` into a calendar document."""

import os
import re
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import click

from watchbill.cli.days import DayType
from watchbill.cli.holiday_library import taken
from watchbill.cli.options import open_book, with_book
from watchbill.edit.holidays import Taken, document, replaced
from watchbill.edit.modeline import schema_path
from watchbill.errors import CannotRun, Exit
from watchbill.load.document import read_document
from watchbill.load.loaded import Loaded
from watchbill.load.text import decode
from watchbill.model.time import Calendar
from watchbill.model.types import ID_PATTERN
from watchbill.writing import write_whole

_YEARS = re.compile(r"(20[0-9]{2})(?:-(20[0-9]{2}))?")


@click.group(name="calendar")
def command() -> None:
    """Work on calendars.

    \b
    Example:
      watchbill calendar import IE --years 2026-2028 --id dublin-office --on 2026-11-23
    """


def _years(_ctx: click.Context, _param: click.Parameter, value: str) -> tuple[int, int]:
    found = _YEARS.fullmatch(value)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if first > last or last - first > 20:
        raise click.BadParameter(f"`{value}` are no years; write them as 2026-2028")
    return first, last


def _sound(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    if not re.fullmatch(ID_PATTERN, value) or len(value) > 64:
        raise click.BadParameter(f"`{value}` is no id: lower-case words joined by hyphens")
    return value


@command.command(name="import")
@click.argument("country")
@click.option("--years", required=True, callback=_years, help="First and last year: 2026-2028.")
@click.option(
    "--id",
    "id",
    required=True,
    callback=_sound,
    help="The calendar: a new one, or one that is there.",
)
@click.option("--on", type=DayType(), required=True, help="The day that the source is dated with.")
@click.option("--subdiv", default="", help="A part of the country, by the library's code: ENG.")
@click.option("--category", "categories", multiple=True, help="A category of the library: bank.")
@click.option("--out", type=click.Path(), help="The file; left out, the calendar's own.")
@click.option("--title", default="", help="For a new one: its title.")
@click.option("--owner", default="", help="For a new one: the team that answers for it.")
@click.option("--timezone", "zone", default="", help="For a new one: the zone of its hours.")
@click.option("--hours", default="24h", show_default=True, help="For a new one: its hours.")
@click.option("--days", default="mon-fri", show_default=True, help="For a new one: its days.")
@with_book
def import_(
    country: str,
    years: tuple[int, int],
    id: str,
    on: date,
    subdiv: str,
    categories: tuple[str, ...],
    out: str | None,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
    **new: str,
) -> int:
    """Write the holidays of COUNTRY (two letters) into a calendar.

    Of a calendar that is there the list of holidays, the years and the source are replaced; comments
    stay, and a date that was marked as estimated stays so. Check the dates against the official page.

    \b
    Examples:
      watchbill calendar import IE --years 2026-2028 --id dublin-office --on 2026-11-23
      watchbill calendar import GB --subdiv ENG --years 2027 --id leeds-office --on 2026-11-23 \\
        --owner people --timezone Europe/London --hours 09:00-17:00
    """
    day = on.date() if isinstance(on, datetime) else on
    found = taken(country, subdiv, years, categories, day)
    loaded = open_book(root, extra, at, no_cache)
    card = loaded.book.card(f"calendar:{id}")
    there = Path(root) / card.file.removeprefix(loaded.roots[0].prefix) if card else None
    file = Path(out) if out else there or Path(root) / _folder(loaded) / f"{id}.yaml"
    text = _old(there, found) if there else _new(file, Path(root), id, day, found, new)
    _write(file, text)
    late = sum(one.estimated for one in found.holidays)
    click.echo(
        f"{file}: {len(found.holidays)} holidays, {late} of them marked by the library as estimated",
        err=True,
    )
    return Exit.CLEAN


def _folder(loaded: Loaded) -> str:
    """The folder of the other calendars; where there are none, the kind's own."""
    files = [
        card.file.removeprefix(loaded.roots[0].prefix)
        for card in loaded.book.cards.values()
        if card.kind == "calendar"
    ]
    return (
        os.path.commonpath([str(PurePosixPath(file).parent) for file in files])
        if files
        else Calendar.FOLDER
    )


def _old(file: Path, found: Taken) -> str:
    try:
        text, _ = decode(file.read_bytes(), tabs=False)
    except OSError as error:
        raise CannotRun(f"cannot read {file}: {error.strerror or error}") from None
    return replaced(text, found)


def _new(file: Path, root: Path, id: str, on: date, found: Taken, fields: dict[str, str]) -> str:
    """A new calendar. Raises CannotRun where a field that only a person knows is left out."""
    left = [name for name, key in (("--owner", "owner"), ("--timezone", "zone")) if not fields[key]]
    if left:
        raise CannotRun(
            f"there is no calendar `{id}` yet; for a new one say {' and '.join(left)} too"
        )
    head: dict[str, Any] = {
        "kind": "calendar",
        "id": id,
        "title": fields["title"] or id.replace("-", " ").capitalize(),
        "owner": fields["owner"],
        "review": {"last": str(on), "every": "180d"},
        "timezone": fields["zone"],
        "hours": [{"days": fields["days"], "hours": fields["hours"]}],
    }
    return document(head, found, schema_path(root, file, "calendar"))


def _write(file: Path, text: str) -> None:
    """Writes what reads back as a calendar. Raises CannotRun for anything else."""
    outcome = read_document(text.encode(), str(file))
    if not isinstance(outcome.document, Calendar):
        why = outcome.faults[0] if outcome.faults else None
        said = f"{why.message} ({why.mend})" if why and why.mend else why.message if why else ""
        raise CannotRun(f"that makes no calendar: {said or 'the file is none'}")
    try:
        write_whole(file, text)
    except OSError as error:
        raise CannotRun(f"cannot write {file}: {error.strerror or error}") from None
