"""`watchbill simulate`: one incident played through the book."""

from datetime import datetime
from typing import NamedTuple

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
from watchbill.cli.named import named
from watchbill.errors import CannotRun, Exit
from watchbill.load.library import Loaded
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.report.trace import text
from watchbill.report.trace_json import as_json
from watchbill.report.trace_markdown import markdown
from watchbill.simulate.incident import Incident
from watchbill.simulate.matrix import NoPathError
from watchbill.simulate.play import play
from watchbill.simulate.roster import NeverOpenError
from watchbill.simulate.trace import Trace

_FORMS = {"text": text, "json": as_json, "markdown": markdown}


class Given(NamedTuple):
    """The case as the command line words it."""

    answers: tuple[str, ...]
    facts: tuple[str, ...]
    silent: tuple[str, ...]
    events: tuple[str, ...]
    severity: str
    region: str


@click.command(name="simulate")
@click.argument("name")
@click.option("--answer", "answers", multiple=True, help="step=answer; again for a second visit.")
@click.option("--fact", "facts", multiple=True, help="A fact that holds from the start.")
@click.option("--silent", multiple=True, help="A role that does not answer its page.")
@click.option("--event", "events", multiple=True, help="event=+3h: when something outside happens.")
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

    \b
    Examples:
      watchbill simulate vendor-site-outage --at 2027-01-01T03:10:00Z
      watchbill simulate vendor-site-outage --region emea --answer whose="Vendor Alder" --silent vendor-duty
    """
    loaded = open_case(root, extra, at, no_cache)
    card = named(loaded, name, "playbook")
    playbook = loaded.book.find(card.key) if card else None
    if not isinstance(playbook, Playbook):
        return Exit.FAULTS
    given = Given(answers, facts, silent, events, severity, region)
    trace = _played(loaded.book, _incident(loaded, playbook, given, minute(at)))
    click.echo(_FORMS[form](trace), nl=False)
    return Exit.FAULTS if trace.late or trace.halts else Exit.CLEAN


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
