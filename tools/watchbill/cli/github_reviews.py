"""`watchbill github reviews`: what was said of a pull request, for `watchbill approvals`."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from watchbill.cli.files import write
from watchbill.cli.github_pull import named
from watchbill.cli.options import open_book, with_book
from watchbill.errors import CannotRun, Exit
from watchbill.github.client import GitHub
from watchbill.github.reviews import as_json, said_of
from watchbill.load.loaded import Loaded
from watchbill.model.organization import Partner, Team


@click.command(name="reviews")
@click.option("--pull", type=click.Path(), help="What `github pull` wrote; else of the event.")
@click.option("--out", type=click.Path(), help="The file; left out, it is printed.")
@with_book
def command(
    pull: str | None,
    out: str | None,
    root: str,
    extra: Sequence[str],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Write the reviews of a pull request as the JSON that `watchbill approvals --reviews` reads.

    Who is in which team stands in `[tool.watchbill.reviewers]` of this checkout: `legal = ["cy", "dee"]`. Of a team
    that is not named there GitHub is asked, where the token may know. The label `emergency`, set by somebody with
    write access, and a line `Emergency: why` in the description become the reason of an emergency.

    \b
    Example:
      watchbill github reviews --pull build/change/pull.json --out build/change/reviews.json
    """
    found = named(pull)
    if found is None:
        raise CannotRun("no open pull request stands at what the event is about")
    loaded = open_book(root, extra, at, no_cache)
    table = dict(loaded.config.reviewers)
    said = said_of(GitHub.here(), found, table, _handles(loaded))
    for note in said.notes:
        click.echo(note, err=True)
    if out is None:
        click.echo(as_json(said), nl=False)
    else:
        write(Path(out), as_json(said))
    return Exit.CLEAN


def _handles(loaded: Loaded) -> dict[str, str]:
    """What each team and partner of the book is called on GitHub; "" where it says nothing."""
    both = (*loaded.book.all(Team), *loaded.book.all(Partner))
    return {one.id: one.github or "" for one in both}
