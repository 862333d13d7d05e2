"""`watchbill diff`: what a change means, before it does it."""

from datetime import datetime

import click

from watchbill.cli.compared import Wanted, compared, read_reviews
from watchbill.cli.options import with_book, with_exports, with_merged
from watchbill.cli.rendered import FORMATS, exit_code, rendered, with_fail_on
from watchbill.diff.change import Direction
from watchbill.errors import CannotRun, Exit
from watchbill.report.changes import headline
from watchbill.report.changes_markdown import could_not


@click.command(name="diff")
@click.argument("base", default="HEAD")
@click.argument("head", default="")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@with_fail_on
@with_merged
@with_exports
@click.option(
    "--reviews",
    type=click.Path(),
    help="A JSON file of reviews, as `watchbill approvals` reads it; left out, nobody has agreed.",
)
@click.option(
    "--proof/--no-proof", default=True, help="Whether to prove every clock in both books."
)
@with_book
def command(
    base: str,
    head: str,
    form: str,
    fail_on: tuple[Direction, ...],
    merged: bool,
    exports: bool,
    reviews: str | None,
    proof: bool,
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
      watchbill diff main my-branch --merged
      watchbill diff old-folder new-folder
    """
    try:
        wanted = Wanted(base, head, root, extra, at, not no_cache, merged, exports)
        found = compared(wanted, read_reviews(reviews), proof=proof)
    except CannotRun as error:
        _not_compared(form, str(error))
        raise
    if isinstance(found, str):
        _not_compared(form, found)
        click.echo(f"watchbill: COULD NOT COMPARE: {found}", err=True)
        return Exit.FAULTS
    click.echo(rendered(found, form), nl=False)
    click.echo(headline(found), err=True)
    return exit_code(found, fail_on)


def _not_compared(form: str, why: str) -> None:
    if form == "markdown":
        click.echo(could_not(why), nl=False)
