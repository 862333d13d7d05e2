"""`watchbill simulate`: one incident played through the book."""

import importlib
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple

import click

from watchbill.cli.case import (
    answers_of,
    events_of,
    facts_of,
    known,
    minute,
    open_case,
    with_case,
)
from watchbill.cli.days import DayType
from watchbill.cli.named import named
from watchbill.errors import CannotRun, Exit
from watchbill.load.loaded import Loaded
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.simulate.incident import Incident
from watchbill.simulate.matrix import NoPathError
from watchbill.simulate.play import play
from watchbill.simulate.roster import NeverOpenError
from watchbill.simulate.trace import Trace

# The module that tells a trace in each form, and the function in it; imported when it is asked for.
_FORMS = {
    "text": ("report.trace", "text"),
    "json": ("report.trace_json", "as_json"),
    "markdown": ("report.trace_markdown", "markdown"),
}


class Given(NamedTuple):
    """The case as the command line words it."""

    answers: tuple[str, ...]
    facts: tuple[str, ...]
    silent: tuple[str, ...]
    events: tuple[str, ...]
    severity: str
    region: str


@click.command(name="simulate")
@click.argument("name", default="", metavar="[PLAYBOOK]")
@click.option("--answer", "answers", multiple=True, help="step=answer; again for a second visit.")
@click.option("--fact", "facts", multiple=True, help="A fact that holds from the start.")
@click.option("--silent", multiple=True, help="A role that does not answer its page.")
@click.option("--event", "events", multiple=True, help="event=+3h: when something outside happens.")
@click.option("--worst", "at_worst", is_flag=True, help="Every minute and every way: the worst.")
@click.option("--from", "since", type=DayType(), help="With --worst: the first day.")
@click.option("--to", "until", type=DayType(), help="With --worst: the day at which it ends.")
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", show_default=True
)
@with_case
def command(
    name: str,
    answers: tuple[str, ...],
    facts: tuple[str, ...],
    silent: tuple[str, ...],
    events: tuple[str, ...],
    at_worst: bool,
    since: date | datetime | None,
    until: date | datetime | None,
    form: str,
    severity: str,
    region: str,
    at: datetime | None,
    root: str,
    extra: tuple[str, ...],
    no_cache: bool,
) -> int:
    """Play one incident: who is paged when, which steps follow, what is due, and what is late.

    The exit code is 1 where something is late, or where a question that was not answered ends the case.

    With --worst each clock of the playbook (of all) is told at the worst of all minutes and ways instead.

    \b
    Examples:
      watchbill simulate vendor-site-outage --at 2027-01-01T03:10:00Z
      watchbill simulate vendor-site-outage --region emea --answer whose="Vendor Alder" --silent vendor-duty
      watchbill simulate --worst terrorist-removal-order
    """
    given = Given(answers, facts, silent, events, severity, region)
    _fitting(name, given, at_worst, bool(since or until))
    loaded = open_case(root, extra, at, no_cache)
    if at_worst:
        return int(_later("cli.worst", "worst")(loaded, name, since, until, form))
    playbook = _named(loaded, name)
    if playbook is None:
        return Exit.FAULTS
    trace = _played(loaded.book, _incident(loaded, playbook, given, minute(at)))
    click.echo(_later(*_FORMS[form])(trace), nl=False)
    return Exit.FAULTS if trace.late or trace.halts else Exit.CLEAN


def _later(module: str, name: str) -> Callable[..., Any]:
    """A function of a module that is imported only now: one incident needs no proofs, and one form."""
    found: Callable[..., Any] = getattr(importlib.import_module(f"watchbill.{module}"), name)
    return found


def _named(loaded: Loaded, name: str) -> Playbook | None:
    card = named(loaded, name, "playbook")
    found = loaded.book.find(card.key) if card else None
    return found if isinstance(found, Playbook) else None


def _fitting(name: str, given: Given, at_worst: bool, ranged: bool) -> None:
    """Raises UsageError for words that mean nothing together."""
    if at_worst and any(given):
        raise click.UsageError(
            "--worst tries every answer, fact and silence at the playbook's own severity, from every"
            " region: it takes none of them"
        )
    if not at_worst and ranged:
        raise click.UsageError("--from and --to go with --worst; one case begins --at an instant")
    if not at_worst and not name:
        raise click.UsageError("name a playbook, or say --worst for all of them")


def _incident(loaded: Loaded, playbook: Playbook, given: Given, at: int) -> Incident:
    """The incident of these words. Raises UsageError for one that means nothing."""
    book = loaded.book
    for role in given.silent:
        known("role", role, book.roles())
    return Incident(
        at,
        playbook.id,
        severity=known("severity", given.severity, book.severities()),
        region=known("region", given.region, book.regions()),
        facts=facts_of(loaded, given.facts),
        answers=answers_of(playbook, given.answers),
        events=events_of(playbook, given.events),
        silent=frozenset(given.silent),
    )


def _played(book: Book, incident: Incident) -> Trace:
    try:
        return play(book, incident)
    except NoPathError as error:
        raise CannotRun(str(error.args[0])) from None
    except NeverOpenError as error:
        raise CannotRun(f"nobody ever stands {error}") from None
