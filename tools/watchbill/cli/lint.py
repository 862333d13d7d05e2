"""`watchbill lint`: every fault of every file."""

import gc
import sys
from datetime import datetime

import click

from watchbill.cli.check import FORMATS, Options, check, result, say
from watchbill.cli.options import colour_wanted, with_book
from watchbill.edit.fixes import fix_all
from watchbill.writing import write_whole

MOST_ROUNDS = 10


@click.command(name="lint")
@click.argument("paths", nargs=-1, type=click.Path())
@with_book
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings fail the run too.")
@click.option("--notes", is_flag=True, help="Show notes in text too; every other form has them.")
@click.option(
    "--changed-since",
    "since",
    default="",
    metavar="REV",
    help="Show only what concerns documents that differ from this revision, and those that rest on them.",
)
@click.option(
    "--fix", is_flag=True, help="Mend what is safe to mend first; comments and layout stay."
)
def command(
    paths: tuple[str, ...],
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
    form: str,
    strict: bool,
    notes: bool,
    since: str,
    fix: bool,
) -> int:
    """Check the whole book; PATHS narrow what is shown, not what is read.

    \b
    Examples:
      watchbill lint
      watchbill lint playbooks/incidents --strict
      watchbill lint --changed-since origin/main --format github
      watchbill lint --fix
    """
    gc.disable()
    colour = form == "text" and colour_wanted(sys.stdout)
    options = Options(paths, root, extra, at, not no_cache, strict, form, since, colour, notes)
    if fix:
        mend(options)
    return say(result(options._replace(unplaced=form == "text" and not notes)))


def mend(options: Options) -> None:
    """Mends until nothing more can be mended: one mend may make room for another."""
    for _ in range(MOST_ROUNDS):
        checked = check(options)
        mended = fix_all(checked.loaded, checked.findings)
        for file in mended:
            write_whole(file.path, file.text)
            click.echo(f"mended {file.file}: {len(file.findings)} findings", err=True)
        if not mended:
            break
