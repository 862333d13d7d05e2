"""`watchbill github issue`: one issue that says what is left to do, for as long as there is something."""

import re
from pathlib import Path

import click

from watchbill.errors import CannotRun, Exit
from watchbill.github.client import GitHub
from watchbill.github.issues import Wanted, checked_label, keep

_MARK = re.compile(r"(<!-- watchbill:([a-z0-9-]+) v1 )left=(\d{1,9}) -->")


@click.command(name="issue")
@click.option(
    "--report", required=True, type=click.Path(), help="Markdown whose first line is its mark."
)
@click.option("--label", required=True, help="The label of the issue, and the name in the mark.")
@click.option("--title", default="", help="The title of a new issue.")
def command(report: str, label: str, title: str) -> int:
    """Open or update one issue with a report; close it when nothing is left, and open it again when something is.

    Only an issue that this bot wrote is ever changed.

    \b
    Examples:
      watchbill upkeep --format markdown > upkeep.md
      watchbill github issue --report upkeep.md --label upkeep
    """
    checked_label(label)
    try:
        body = Path(report).read_text("utf-8")
    except (OSError, ValueError) as error:
        raise CannotRun(f"{report} cannot be read: {error}") from None
    mark = _MARK.match(body)
    if mark is None or mark[2] != label:
        raise CannotRun(f"{report} does not begin with the mark of a report for `{label}`")
    wanted = Wanted(label, mark[1], title or f"Watchbill: {label}", body, int(mark[3]) > 0)
    click.echo(keep(GitHub.here(), wanted), err=True)
    return Exit.CLEAN
