"""`watchbill approvals`: who must agree to a change, and who has."""

import json
from datetime import datetime
from pathlib import Path

import click

from watchbill.cli.compared import broken, load_both, proven
from watchbill.cli.options import with_book
from watchbill.diff.approvals import needed
from watchbill.diff.books import Books
from watchbill.diff.reviews import Reviews, approvals, read
from watchbill.errors import CannotRun, Exit
from watchbill.report.approvals import as_json, text

_NOBODY = Reviews("", "", (), {})


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
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@with_book
def command(
    base: str,
    head: str,
    reviews: str | None,
    emergency: str,
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
    said = _read(Path(reviews)) if reviews else _NOBODY
    pair = load_both(base, head, root, extra, at, cached=not no_cache)
    why = broken(pair)
    if why:
        raise CannotRun(f"COULD NOT COMPARE: {why}")
    books = Books(pair.before.book, pair.after.book)
    found = proven(pair, root, cached=not no_cache)
    wanted = needed(books, (one.change for one in found.placed))
    standing = approvals(books.before, wanted, said, emergency.strip())
    click.echo(as_json(standing) if form == "json" else text(standing), nl=False)
    return Exit.CLEAN if standing.complete else Exit.REFUSED


def _read(path: Path) -> Reviews:
    """The reviews in a file. Raises CannotRun where they cannot be read."""
    try:
        return read(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, RecursionError) as error:
        raise CannotRun(f"{path} cannot be read as reviews: {error}") from None
