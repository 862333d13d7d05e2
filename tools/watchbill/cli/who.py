"""`watchbill who`: who answers now."""

from datetime import datetime

import click

from watchbill.cli.case import known, minute, open_case, with_case
from watchbill.errors import CannotRun, Exit
from watchbill.report.trace_who import as_json, text
from watchbill.simulate.matrix import Case
from watchbill.simulate.who import who

_FORMS = {"text": text, "json": as_json}


@click.command(name="who")
@click.option("--harm", default="", help="The harm.")
@click.option("--playbook", default="", help="The playbook.")
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", show_default=True
)
@with_case
def command(
    harm: str,
    playbook: str,
    form: str,
    severity: str,
    region: str,
    at: datetime | None,
    root: str,
    extra: tuple[str, ...],
    no_cache: bool,
) -> int:
    """Say who answers: each level of the path, who has the watch, how soon they answer, who is next.

    \b
    Examples:
      watchbill who --severity P0 --harm csae --region emea
      watchbill who --playbook terrorist-removal-order --at 2026-12-25T03:00:00Z
    """
    book = open_case(root, extra, at, no_cache).book
    case = Case(
        known("playbook", playbook, book.ids("playbook")),
        known("harm", harm, book.ids("harm")),
        known("severity", severity, book.severities()),
        known("region", region, book.regions()),
    )
    answer = who(book, case, minute(at))
    if answer is None:
        raise CannotRun("no row of the matrix fits this case")
    click.echo(_FORMS[form](answer), nl=False)
    return Exit.CLEAN
