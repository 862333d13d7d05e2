"""`watchbill github fetch`: the commits of a pull request, as objects only."""

import click

from watchbill.errors import Exit
from watchbill.github.objects import fetch as fetched
from watchbill.github.pull import read_pull


@click.command(name="fetch")
@click.option("--pull", type=click.Path(), required=True, help="What `github pull` wrote.")
@click.option("--root", default=".", type=click.Path(), help="The checkout; left out, this folder.")
def command(pull: str, root: str) -> int:
    """Fetch the head of a pull request, from a fork too, as objects of this checkout.

    No file of it is written, and nothing of it is run: `diff` and `approvals` read Git's objects.

    \b
    Example:
      watchbill github fetch --pull build/change/pull.json
    """
    found = read_pull(pull)
    click.echo(f"{found.head} is {fetched(root, found)}", err=True)
    return Exit.CLEAN
