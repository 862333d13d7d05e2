"""`watchbill site`: the book as pages, for one audience; built, or served and followed."""

import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from watchbill.cli.check import Options, check, line_reader
from watchbill.cli.notices import open_reviews
from watchbill.cli.options import with_book
from watchbill.errors import CannotRun, Exit
from watchbill.finding import Level
from watchbill.load.git import commit_of
from watchbill.load.pair import load_at
from watchbill.model.book import Book
from watchbill.pages.make import Made, Order, make
from watchbill.pages.origin import origin
from watchbill.pages.serve import serve, stamps
from watchbill.report.text import text
from watchbill.starter.shipped import shipped

F = TypeVar("F", bound=Callable[..., Any])
_OWN = "site"


class Wish(NamedTuple):
    """The options of a build."""

    options: Options
    order: Order
    commit: str | None
    since: str | None = None


@click.group(name="site")
def command() -> None:
    """Build or serve the site.

    \b
    Examples:
      watchbill site build
      watchbill site build --audience vendor-trained --for vendor-alder --out build/alder
      watchbill site serve
    """


def _with_marks(function: F) -> F:
    for option in (
        click.option(
            "--notices",
            type=click.Path(),
            help="Open reviews of emergency changes, as JSON: the pages that they touch say so.",
        ),
        click.option(
            "--changed-since",
            "since",
            metavar="REVISION",
            help="Mark what has changed since a revision, on each page: a preview of a proposal.",
        ),
    ):
        function = option(function)
    return function


def _with_order(function: F) -> F:
    for option in (
        click.option("--commit", help="The commit that pages show; left out, what Git says."),
        click.option(
            "--out",
            default="build/site",
            type=click.Path(),
            show_default=True,
            help="Where the site goes.",
        ),
        click.option(
            "--sources",
            default=_OWN,
            type=click.Path(),
            show_default=True,
            help="The site's own sources, below the root; where it has none, those of the tools.",
        ),
        click.option(
            "--for",
            "reader",
            default="",
            metavar="ID",
            help="The team, vendor or partner that reads it, for documents narrowed by `only`.",
        ),
        click.option(
            "--audience",
            default="internal",
            show_default=True,
            help="Who reads it; what is above that tier does not exist for them.",
        ),
    ):
        function = option(function)
    return function


@command.command(name="build")
@with_book
@_with_order
@_with_marks
def build(**flags: Any) -> int:
    """Build the site for one audience, check it, and put it into place."""
    return _build(_wish(**flags))


@command.command(name="serve")
@with_book
@_with_order
@_with_marks
@click.option("--port", default=8000, show_default=True, help="The port on this machine.")
def show(port: int, **flags: Any) -> int:
    """Build the site, serve it on this machine, and build it again when content changes."""
    wish = _wish(**flags)
    code = _build(wish)
    if code != Exit.CLEAN:
        return code
    folders = [Path(wish.options.root) / name for name in ("playbooks", "runbooks")]
    watched = partial(stamps, [*folders, wish.order.sources, *map(Path, wish.options.extra)])
    with serve(wish.order.out, port) as address:
        click.echo(f"serving {address} until Ctrl-C", err=True)
        seen = watched()
        while True:
            time.sleep(0.5)
            if (now := watched()) != seen:
                seen = now
                _build(wish)


def _wish(
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
    commit: str | None,
    out: str,
    sources: str,
    notices: str | None,
    since: str | None,
    reader: str,
    audience: str,
) -> Wish:
    options = Options(root=root, extra=extra, at=at, cached=not no_cache)
    own = Path(root) / sources
    look = own if own.is_dir() or sources != _OWN else shipped(_OWN)
    reviews = open_reviews(notices) if notices else ()
    return Wish(options, Order(audience, reader, look, Path(out), reviews), commit, since)


def _build(wish: Wish) -> int:
    started = time.monotonic()
    checked = check(wish.options)
    errors = [one for one in checked.findings if one.level is Level.ERROR]
    if errors:
        sys.stderr.write(text(errors, line_reader(wish.options.root)))
        count = len(errors)
        click.echo(f"no site: the content has {count} error{'s' * (count != 1)}", err=True)
        return Exit.FAULTS
    book = checked.loaded.book
    roots = [(root.path, root.prefix) for root in checked.loaded.roots]
    order = wish.order._replace(before=_before(wish, book.now)) if wish.since else wish.order
    made = make(book, order, origin(roots, book.now, wish.commit))
    return _told(made, order, time.monotonic() - started)


def _before(wish: Wish, now: datetime) -> tuple[str, Book]:
    """The book that this one is a proposal to change, and what it is called. Raises CannotRun."""
    options = wish.options
    commit = commit_of(options.root, wish.since or "")
    loaded = load_at(options.root, commit, options.extra, now=now)
    faults = [one for one in loaded.findings if one.level is Level.ERROR]
    if faults:
        raise CannotRun(f"{commit[:12]} has files that cannot be read: {faults[0].place}")
    return commit[:12], loaded.book


def _told(made: Made, order: Order, seconds: float) -> int:
    for fault in made.faults:
        click.echo(fault, err=True)
    if made.faults:
        click.echo(f"no site: {len(made.faults)} faults in what was built", err=True)
        return Exit.FAULTS
    weights = made.weights
    heavy = ", ".join(f"{name} {size // 1024} KB" for size, _, name in weights.heaviest[:3])
    click.echo(
        f"{order.out}: {weights.pages} pages for `{order.audience}` in {seconds:.1f} s; "
        f"{made.shown} documents shown, {made.hidden} withheld\n"
        f"half of the pages weigh at most {weights.median / 1024:.1f} KB; the heaviest: {heavy}; "
        f"search index {weights.search_packed // 1024} KB compressed",
        err=True,
    )
    return Exit.CLEAN
