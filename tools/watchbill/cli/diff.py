"""`watchbill diff`: what a change means, before it does it."""

import sys
from datetime import datetime

import click

import watchbill
from watchbill.cli.compared import broken, carried, comparison, load_both, proven
from watchbill.cli.options import colour_wanted, with_book
from watchbill.diff.change import Direction
from watchbill.diff.kinds import all_kinds
from watchbill.diff.page import parse
from watchbill.errors import CannotRun, Exit
from watchbill.report.changes import Comparison, as_findings, headline, laws_of, text
from watchbill.report.changes_json import as_json
from watchbill.report.changes_markdown import could_not, markdown
from watchbill.report.github import github
from watchbill.report.sarif import sarif

FORMATS = ("text", "markdown", "json", "github", "sarif")
_FAILS = {
    "never": (),
    "weaker": (Direction.WEAKER,),
    "unknown": (Direction.WEAKER, Direction.UNKNOWN),
    "any": tuple(Direction),
}


@click.command(name="diff")
@click.argument("base", default="HEAD")
@click.argument("head", default="")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(list(_FAILS)),
    default="never",
    show_default=True,
    help="End with exit code 1 where there is a change like this, or a worse one.",
)
@click.option(
    "--proof/--no-proof", default=True, help="Whether to prove every clock in both books."
)
@click.option(
    "--exports", is_flag=True, help="Say also what becomes of the files for other systems."
)
@with_book
def command(
    base: str,
    head: str,
    form: str,
    fail_on: str,
    proof: bool,
    exports: bool,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Show what changed in meaning between two revisions or folders, and whether it is weaker.

    BASE is a revision; left out, HEAD. HEAD is another; left out, the files as they lie here.

    \b
    Examples:
      watchbill diff
      watchbill diff main
      watchbill diff v1.2 v1.3 --format markdown
      watchbill diff old-folder new-folder
    """
    try:
        pair = load_both(base, head, root, extra, at, cached=not no_cache)
        why = broken(pair)
    except CannotRun as error:
        _not_compared(form, str(error))
        raise
    if why:
        _not_compared(form, why)
        click.echo(f"watchbill: COULD NOT COMPARE: {why}", err=True)
        return Exit.FAULTS
    found = proven(pair, root, cached=not no_cache) if proof else comparison(pair, None)
    if exports:
        found = carried(pair, found)
    click.echo(_rendered(found, form), nl=False)
    click.echo(headline(found), err=True)
    fails = any(one.change.direction in _FAILS[fail_on] for one in found.placed)
    return Exit.FAULTS if fails else Exit.CLEAN


def _not_compared(form: str, why: str) -> None:
    if form == "markdown":
        click.echo(could_not(why), nl=False)


def _rendered(found: Comparison, form: str) -> str:
    if form == "markdown":
        return markdown(found)
    if form == "json":
        return as_json(found)
    if form == "github":
        return github(as_findings(found))
    if form == "sarif":
        laws = laws_of((kind.id, parse(kind.doc).law) for kind in all_kinds())
        return sarif(as_findings(found), version=watchbill.__version__, laws=laws)
    return text(found, colour=colour_wanted(sys.stdout))
