"""`watchbill github emergency`: after an emergency change went in, its review is opened."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from watchbill.cli.compared import Wanted as Both
from watchbill.cli.compared import broken, load_both, proven, touched
from watchbill.cli.options import with_book
from watchbill.diff.approvals import needed
from watchbill.diff.books import Books
from watchbill.diff.open_reviews import OpenReview
from watchbill.diff.reviews import REVIEW_WITHIN, Approvals, approvals, read
from watchbill.errors import CannotRun, Exit
from watchbill.github.client import GitHub
from watchbill.github.issues import Wanted, keep
from watchbill.github.merged import Merged, merged, reviews_of
from watchbill.github.reviews_open import LABEL, data_line, mark, opened_for
from watchbill.load.git import main_line
from watchbill.load.pair import Pair
from watchbill.model.book import Book
from watchbill.model.organization import Partner, Team
from watchbill.report import emergency
from watchbill.report.changes_markdown import markdown
from watchbill.report.inert import inert

_EMERGENCY = "emergency"


@click.command(name="emergency")
@click.argument("commit", default="HEAD")
@click.option(
    "--last",
    type=click.IntRange(1, 500),
    default=50,
    show_default=True,
    help="How many commits of the main line to look at: a run that never came is made up for.",
)
@click.option(
    "--reviews",
    type=click.Path(),
    help="What `watchbill approvals --reviews` reads: teams, and the reviews if of this change.",
)
@with_book
def command(
    commit: str,
    last: int,
    reviews: str | None,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Open an issue for each pull request with the label `emergency` that went in before all had agreed.

    It looks at the main line up to COMMIT; left out, HEAD. The book before the change says who had to agree. Where
    it cannot be told that they have, a review is opened. A review that was opened once is not opened again.

    \b
    Examples:
      watchbill github emergency
      watchbill github emergency origin/main --last 10 --reviews reviews.json
    """
    github = GitHub.here()
    commits = main_line(root, commit, last)
    given = _given(reviews)
    for pull in merged(github, commits):
        if _EMERGENCY not in pull.labels:
            continue
        if opened_for(github, pull.number):
            click.echo(f"pull request {pull.number}: its review was opened before", err=True)
            continue
        both = Both(f"{pull.commits[0]}^", pull.commits[-1], root, extra, at, not no_cache)
        pair = load_both(both)
        wanted = _wanted(pull, pair, both, _said(github, pull, pair, given))
        told = keep(github, wanted) if wanted else "all had agreed"
        click.echo(f"pull request {pull.number}: {told}", err=True)
    return Exit.CLEAN


def _given(file: str | None) -> dict[str, Any]:
    """The reviews in a file as plain data. Raises CannotRun where they cannot be read."""
    if not file:
        return {}
    try:
        data = json.loads(Path(file).read_text("utf-8"))
        read(data)
    except (OSError, ValueError, RecursionError) as error:
        raise CannotRun(f"{file} cannot be read as reviews: {error}") from None
    return dict(data)


def _said(github: GitHub, pull: Merged, pair: Pair, given: dict[str, Any]) -> dict[str, Any]:
    """What was said of a pull request: as given where that is of its last commit, else as GitHub tells it.

    Who is in a team the settings before the change say, where nothing else is given.
    """
    if given.get("commit") == pull.head:
        return given
    own = {team: list(users) for team, users in dict(pair.before.config.reviewers).items()}
    return {**reviews_of(github, pull), "teams": given.get("teams") or own}


def _wanted(pull: Merged, pair: Pair, both: Both, data: dict[str, Any]) -> Wanted | None:
    """The issue for a pull request; None where all had agreed."""
    reason = str(data.get("emergency") or "").strip() or pull.reason
    clocks = [(one.hub, one.timezone) for one in pair.before.book.regions().values()]
    why = broken(pair)
    if why:
        review = _review(pull, reason, (pull.merged_by,), (), touched(pair))
        top = emergency.body([mark(pull.number), data_line(review)], review, (), clocks)
        return _issue(review, emergency.could_not(top, why))
    books = Books(pair.before.book, pair.after.book)
    said = read(data)
    found = proven(pair, both, said)
    standing = approvals(
        books.before, needed(books, (one.change for one in found.placed)), said, _EMERGENCY
    )
    if standing.complete and not standing.emergency:
        return None
    agreed = {one.user for one in said.said if one.state == "APPROVED"}
    let_in = standing.people or tuple(sorted(agreed)) or (pull.merged_by,)
    review = _review(pull, reason, let_in, tuple(_waits(standing)), touched(pair))
    teams = [_called(books.before, id) for id in review.waits_for]
    top = emergency.body([mark(pull.number), data_line(review)], review, teams, clocks)
    changed = markdown(found, budget=emergency.room(top))
    return _issue(review, emergency.whole(top, changed))


def _issue(review: OpenReview, body: str) -> Wanted:
    return Wanted(LABEL, mark(review.pull), emergency.title(review), body)


def _review(
    pull: Merged,
    reason: str,
    let_in: tuple[str, ...],
    waits_for: tuple[str, ...],
    documents: frozenset[str],
) -> OpenReview:
    return OpenReview(
        pull.number,
        pull.commits[-1],
        pull.merged_at,
        pull.merged_at + REVIEW_WITHIN,
        tuple(filter(None, let_in)),
        waits_for,
        reason,
        tuple(sorted(documents)),
    )


def _waits(standing: Approvals) -> Iterator[str]:
    """The teams of which nobody has agreed; all of them where people are missing and no team is."""
    missing = [one.team for one in standing.standings if not one.approved_by]
    yield from missing or [one.team for one in standing.standings]


def _called(book: Book, id: str) -> str:
    """A team by its handle, which calls its people; by its id where it has none."""
    for kind in (Team, Partner):
        one = book.get(kind, id)
        if one is not None and one.github:
            return one.github
    return inert(id)
