"""`watchbill simulate`: one incident played through the book."""

from datetime import datetime

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
from watchbill.model.response import Playbook
from watchbill.report.trace import text
from watchbill.report.trace_json import as_json
from watchbill.report.trace_markdown import markdown
from watchbill.simulate.incident import Incident
from watchbill.simulate.play import play
from watchbill.simulate.roster import NeverOpenError

_FORMS = {"text": text, "json": as_json, "markdown": markdown}


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
    book = loaded.book
    card = named(loaded, name, "playbook")
    playbook = book.find(card.key) if card else None
    if not isinstance(playbook, Playbook):
        return Exit.FAULTS
    for role in silent:
        known("role", role, book.roles())
    incident = Incident(
        minute(at),
        playbook.id,
        severity=known("severity", severity, book.severities()),
        region=known("region", region, book.regions()),
        facts=facts_of(loaded, facts),
        answers=answers_of(playbook, answers),
        events=events_of(playbook, events),
        silent=frozenset(silent),
    )
    try:
        trace = play(book, incident)
    except LookupError as error:
        raise CannotRun(str(error.args[0])) from None
    except NeverOpenError as error:
        raise CannotRun(f"nobody ever stands {error}") from None
    click.echo(_FORMS[form](trace), nl=False)
    return Exit.FAULTS if trace.late or trace.halts else Exit.CLEAN
