"""`watchbill github status`: whether a commit may go in, as a status that GitHub can demand."""

import click

from watchbill.errors import Exit
from watchbill.github.client import GitHub
from watchbill.github.pull import read_pull
from watchbill.github.runner import run_address
from watchbill.github.status import CONTEXT, status_of, tell


@click.command(name="status")
@click.option("--pull", type=click.Path(), required=True, help="What `github pull` wrote.")
@click.option(
    "--approvals",
    type=click.Path(),
    required=True,
    help="What `watchbill approvals --format json` wrote.",
)
def command(pull: str, approvals: str) -> int:
    """Set the status `watchbill/approvals` of the head: success once all have agreed.

    It is `pending` while somebody is waited for, and names them; `failure` where nothing could be compared, and
    where there is no such file.

    \b
    Example:
      watchbill github status --pull build/change/pull.json --approvals build/change/approvals.json
    """
    head, found = read_pull(pull).head, status_of(approvals)
    tell(GitHub.here(), head, found, run_address())
    click.echo(f"{CONTEXT} of {head[:12]}: {found.state}, {found.description}", err=True)
    return Exit.CLEAN
