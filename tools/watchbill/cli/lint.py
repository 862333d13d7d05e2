"""`watchbill lint`: every fault of every file."""

import gc
import sys
from datetime import datetime

import click

from watchbill.cli.check import FORMATS, Options, result, say
from watchbill.cli.options import colour_wanted, with_book


@click.command(name="lint")
@click.argument("paths", nargs=-1, type=click.Path())
@with_book
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings fail the run too.")
@click.option(
    "--changed-since",
    "since",
    default="",
    metavar="REV",
    help="Show only what concerns documents that differ from this revision, and those that rest on them.",
)
def command(
    paths: tuple[str, ...],
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
    form: str,
    strict: bool,
    since: str,
) -> int:
    """Check the whole book; PATHS narrow what is shown, not what is read.

    \b
    Examples:
      watchbill lint
      watchbill lint playbooks/incidents --strict
      watchbill lint --changed-since origin/main --format github
    """
    gc.disable()
    colour = form == "text" and colour_wanted(sys.stdout)
    return say(result(Options(paths, root, extra, at, not no_cache, strict, form, since, colour)))
