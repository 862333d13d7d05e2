"""`watchbill approvals`: who must agree to a change, and who has."""

from datetime import datetime

import click

from watchbill.cli.compared import Wanted, compared, read_reviews
from watchbill.cli.options import with_book, with_merged
from watchbill.errors import CannotRun, Exit
from watchbill.report.approvals import as_json, text


@click.command(name="approvals")
@click.argument("base", default="HEAD")
@click.argument("head", default="")
@click.option(
    "--reviews",
    type=click.Path(),
    help="A JSON file: author, commit, reviews, and who is in which team.",
)
@click.option(
    "--emergency",
    default="",
    metavar="REASON",
    help="Let it in with one approver, for this reason; all others review it within 24 hours.",
)
@with_merged
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@with_book
def command(
    base: str,
    head: str,
    reviews: str | None,
    emergency: str,
    merged: bool,
    form: str,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Say who must agree to the change between two revisions, and who has. Exit code 6 until all have.

    The book at BASE decides: a change cannot lower the bar for itself.

    \b
    Examples:
      watchbill approvals main
      watchbill approvals main HEAD --reviews reviews.json
      watchbill approvals main --reviews reviews.json --emergency "The pager of the desk is down"
    """
    said = read_reviews(reviews)
    if emergency.strip():
        said = said._replace(emergency=emergency.strip())
    found = compared(Wanted(base, head, root, extra, at, not no_cache, merged), said)
    if isinstance(found, str):
        raise CannotRun(f"COULD NOT COMPARE: {found}")
    standing = found.approvals
    if standing is None:
        raise AssertionError("a comparison that is proven says who must agree")
    click.echo(as_json(standing) if form == "json" else text(standing), nl=False)
    return Exit.CLEAN if standing.complete else Exit.REFUSED
