"""`watchbill upkeep`: what the book asks for today, though nobody changed it."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

import click

import watchbill
from watchbill.cli.check import Options, check
from watchbill.cli.head import head_time
from watchbill.cli.holiday_library import installed, taken
from watchbill.cli.notices import open_reviews
from watchbill.cli.options import with_book_today
from watchbill.edit.holidays import Dated
from watchbill.errors import CannotRun, Exit
from watchbill.model.book import Book
from watchbill.report.upkeep import Upkeep, headline, text
from watchbill.report.upkeep_json import as_json
from watchbill.report.upkeep_markdown import markdown
from watchbill.rules import all_rules
from watchbill.timeline.zones import tz_version
from watchbill.upkeep.clocks import Record, as_text, read, recorded
from watchbill.upkeep.entry import Urgency
from watchbill.upkeep.holidays import queries
from watchbill.upkeep.whole import Known, upkeep
from watchbill.writing import write_whole

_FORMS = {"text": text, "markdown": markdown, "json": as_json}
# Ten years: nothing that is dated further ahead can be upkept.
_MOST_DAYS = 3650


@click.command(name="upkeep")
@click.option(
    "--days",
    type=click.IntRange(0, _MOST_DAYS),
    default=30,
    show_default=True,
    help="How many days ahead to tell what falls due.",
)
@click.option(
    "--known",
    type=click.Path(),
    help="The record of clocks that an earlier state of the tz database is compared by.",
)
@click.option(
    "--write-known",
    "kept",
    type=click.Path(),
    help="Write that record by the tz database in use; what has moved is accepted.",
)
@click.option("--notices", type=click.Path(), help="Open reviews of emergency changes, as JSON.")
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", show_default=True
)
@with_book_today
def command(
    days: int,
    known: str | None,
    kept: str | None,
    notices: str | None,
    form: str,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Say what is overdue, what falls due soon, and what was fine at the commit and is not today.

    Without --at it is judged as at this minute, by the clock of the machine. Exit code 1 where something is overdue
    or wrong today.

    \b
    Examples:
      watchbill upkeep
      watchbill upkeep --at 2027-01-15T06:00:00Z --days 60 --format markdown
      watchbill upkeep --known clocks.lock --notices notices.json
      watchbill upkeep --write-known clocks.lock
    """
    now = at or datetime.now(UTC).replace(second=0, microsecond=0)
    record = _read(known) if known else None
    reviews = open_reviews(notices) if notices else ()
    options = Options(root=root, extra=extra, at=now, cached=not no_cache)
    checked, then = check(options), check(options._replace(at=head_time(root)))
    listed = _listed(checked.loaded.book, now)
    more = Known(then.findings, record, known or "", reviews, listed, installed())
    clock_rules = frozenset(rule.id for rule in all_rules() if rule.clock)
    entries = upkeep(checked.loaded, checked.findings, more, days=days, clock_rules=clock_rules)
    found = Upkeep(entries, now, days, f"watchbill {watchbill.__version__}", tz_version())
    if kept:
        _write(Path(kept), recorded(checked.loaded.book, tz_version()))
    click.echo(_FORMS[form](found), nl=False)
    click.echo(headline(found), err=True)
    return Exit.FAULTS if found.of(Urgency.OVERDUE) else Exit.CLEAN


def _listed(book: Book, now: datetime) -> dict[str, tuple[Dated, ...]]:
    """What the library of holidays lists for calendars that were taken from another version of it.

    Nothing where it is not here, or does not know any more what was asked.
    """
    here, found = installed(), {}
    for id, one in queries(book).items():
        if here and one.version != here:
            with contextlib.suppress(CannotRun):
                asked = (one.country, one.subdiv, one.years, one.categories)
                found[id] = taken(*asked, now.date()).holidays
    return found


def _read(name: str) -> Record:
    """A record of clocks. Raises CannotRun where it cannot be read."""
    try:
        return read(Path(name).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CannotRun(f"{name} cannot be read as a record of clocks: {error}") from None


def _write(path: Path, record: Record) -> None:
    try:
        write_whole(path, as_text(record))
    except OSError as error:
        raise CannotRun(f"{path} cannot be written: {error.strerror or error}") from None
