"""`watchbill coverage`: who is there when, and when nobody is, of schedules and vendor sites."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from watchbill.cli.days import DayType, beginning
from watchbill.cli.named import named
from watchbill.cli.options import open_book, with_book
from watchbill.errors import CannotRun, Exit
from watchbill.load.loaded import Loaded
from watchbill.load.validate import near
from watchbill.model.organization import Vendor
from watchbill.model.time import Schedule
from watchbill.model.types import zones
from watchbill.report.coverage import text
from watchbill.report.coverage_json import as_json
from watchbill.report.coverage_now import Asked
from watchbill.report.coverage_overview import overview
from watchbill.report.coverage_svg import svg
from watchbill.timeline.spans import Span
from watchbill.timeline.survey import Survey, survey
from watchbill.timeline.turns import countable
from watchbill.timeline.zones import DAY, day_of, seconds, tz_version, wall
from watchbill.writing import write_whole

DAYS = 14
LONGEST = 3 * 366 * DAY


@click.command(name="coverage")
@click.argument("names", nargs=-1, metavar="[SCHEDULE|VENDOR]...")
@click.option("--from", "since", type=DayType(), help="First day; left out, that of --at.")
@click.option("--to", "until", type=DayType(), help="The day at whose beginning it ends.")
@click.option("--zone", default="UTC", show_default=True, help="On whose clock the days are shown.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "svg"]),
    default="text",
    show_default=True,
)
@click.option("--all", "every", is_flag=True, help="Every line of every list.")
@click.option(
    "--out", type=click.Path(), help="A folder: one file for each, with words beside pictures."
)
@with_book
def command(
    names: tuple[str, ...],
    since: date | datetime | None,
    until: date | datetime | None,
    zone: str,
    form: str,
    every: bool,
    out: str | None,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Show cover by days and hours: holes, who leads when, handovers, loads, holidays.

    Without a name it is a line for each schedule and vendor. Holes are looked for 400 days ahead.

    \b
    Examples:
      watchbill coverage
      watchbill coverage lert-duty --from 2026-12-25 --to 2026-12-26
      watchbill coverage imoc-primary --zone Europe/Dublin --all
      watchbill coverage --format svg --out build/coverage
    """
    loaded = open_book(root, extra, at, no_cache)
    now = seconds(loaded.book.now)
    table = form == "text" and not names and not out
    asked = Asked(_zone(zone), tz_version(), now, every)
    span = _range(since or (loaded.book.now if table else None), until, asked)
    documents = _documents(loaded, names)
    if documents is None:
        return Exit.FAULTS
    if form == "svg" and not out and len(documents) != 1:
        raise click.UsageError("several pictures go into a folder: name it with --out")
    found = [survey(loaded.book, one, *span) for one in documents]
    if out:
        _write(Path(out), found, asked, form)
    else:
        click.echo(overview(found, asked) if table else _rendered(found, asked, form), nl=False)
    return Exit.CLEAN


def _zone(name: str) -> str:
    if name not in zones():
        mend = near(name, zones()) or "write it as Europe/Dublin"
        raise click.UsageError(f"`{name}` is no IANA time zone; {mend}")
    return name


def _range(since: date | datetime | None, until: date | datetime | None, asked: Asked) -> Span:
    """The range on the clock of a zone; two weeks where no end is said. Raises click.UsageError."""
    zone = asked.zone
    start = beginning(since or day_of(wall(zone, asked.now)), zone)
    end = beginning(until or _after(day_of(wall(zone, start))), zone)
    if not start < end <= start + LONGEST:
        raise click.UsageError("the range ends after it begins, and within three years")
    return Span(start, end)


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + DAYS)


def _documents(loaded: Loaded, names: Sequence[str]) -> list[Schedule | Vendor] | None:
    """The schedules and vendors that are named, or all; None where a name fits none, which is said."""
    if not names:
        schedules = loaded.book.all(Schedule)
        shown = [one for one in schedules if countable(one.shifts)]
        return [*shown, *loaded.book.all(Vendor)]
    found: list[Schedule | Vendor] = []
    for name in names:
        card = named(loaded, name)
        document = loaded.book.find(card.key) if card else None
        if document is None:
            return None
        if not isinstance(document, Schedule | Vendor):
            click.echo(f"watchbill: {document.key} is neither a schedule nor a vendor", err=True)
            return None
        if isinstance(document, Schedule) and not countable(document.shifts):
            click.echo(
                f"watchbill: {document.key} has turns of minutes; see watchbill lint", err=True
            )
            return None
        found.append(document)
    return found


def _rendered(found: Sequence[Survey], asked: Asked, form: str) -> str:
    if form == "json":
        return as_json(found, asked.zone, asked.tz)
    if form == "svg":
        return "".join(svg(one, asked) for one in found)
    return text(found, asked)


def _write(folder: Path, found: Sequence[Survey], asked: Asked, form: str) -> None:
    forms = {"text": ["text"], "json": ["json"], "svg": ["svg", "text"]}[form]
    for one in found:
        for each in forms:
            file = folder / f"{one.id}.{'txt' if each == 'text' else each}"
            try:
                write_whole(file, _rendered([one], asked, each))
            except OSError as error:
                raise CannotRun(f"cannot write {file}: {error.strerror or error}") from None
    click.echo(f"{folder}/ ({len(found) * len(forms)} files)", err=True)
