"""`watchbill github pull`: which pull request a workflow runs for."""

from pathlib import Path

import click

from watchbill.cli.files import write
from watchbill.errors import Exit
from watchbill.github.client import GitHub
from watchbill.github.pull import Pull, as_json, pull_of, read_pull
from watchbill.github.runner import event, leave


@click.command(name="pull")
@click.option("--out", type=click.Path(), help="The file; left out, it is printed.")
def command(out: str | None) -> int:
    """Find the pull request of the event, and write its number, base, head and author as JSON.

    After the run of another workflow it is looked up by the branch and the commit that the run was for, among the
    open pull requests into the default branch; what the run itself left behind is not asked. The outputs `number`
    and `head` are empty, and no file is written, where there is none any more.

    \b
    Example:
      watchbill github pull --out build/change/pull.json
    """
    found = pull_of(GitHub.here(), event())
    if found is None:
        leave({"number": "", "head": ""})
        click.echo("no open pull request stands at what the event is about", err=True)
        return Exit.CLEAN
    text = as_json(found)
    if out is None:
        click.echo(text, nl=False)
    else:
        write(Path(out), text)
    leave({"number": found.number, "head": found.head})
    return Exit.CLEAN


def named(path: str | None) -> Pull | None:
    """The pull request in a file; where none is named, that of the event."""
    return read_pull(path) if path else pull_of(GitHub.here(), event())
