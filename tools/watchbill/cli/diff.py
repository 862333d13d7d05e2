"""`watchbill diff`: what a change means, before it does it."""

import sys
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import click

import watchbill
from watchbill.cli.head import head_time
from watchbill.cli.options import colour_wanted, with_book
from watchbill.diff.books import Books
from watchbill.diff.change import Change, Direction
from watchbill.diff.compare import compare
from watchbill.diff.kinds import all_kinds
from watchbill.diff.page import parse
from watchbill.diff.remembered import Remembered
from watchbill.errors import CannotRun, Exit
from watchbill.finding import Hit, Level
from watchbill.load.cache import Cache, cache_folder
from watchbill.load.git import commit_of, time_of
from watchbill.load.loaded import Loaded
from watchbill.load.pair import Pair, folders, load_folders, load_pair
from watchbill.model.states import States
from watchbill.report.changes import Comparison, Placed, as_findings, headline, laws_of, text
from watchbill.report.changes_json import as_json
from watchbill.report.changes_markdown import could_not, markdown
from watchbill.report.github import github
from watchbill.report.sarif import sarif
from watchbill.rules.provable import provable
from watchbill.timeline.zones import tz_version
from watchbill.where import Address, Place

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
@with_book
def command(
    base: str,
    head: str,
    form: str,
    fail_on: str,
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
      watchbill diff old-folder new-folder
    """
    try:
        pair = _pair(base, head, root, extra, at, cached=not no_cache)
        broken = _broken(pair)
    except CannotRun as error:
        if form == "markdown":
            click.echo(could_not(str(error)), nl=False)
        raise
    if broken:
        if form == "markdown":
            click.echo(could_not(broken), nl=False)
        click.echo(f"watchbill: COULD NOT COMPARE: {broken}", err=True)
        return Exit.FAULTS
    found = _remembering(pair, root, cached=not no_cache) if proof else comparison(pair, None)
    click.echo(_rendered(found, form), nl=False)
    click.echo(headline(found), err=True)
    fails = any(one.change.direction in _FAILS[fail_on] for one in found.placed)
    return Exit.FAULTS if fails else Exit.CLEAN


def _pair(
    base: str, head: str, root: str, extra: Sequence[str], at: datetime | None, *, cached: bool
) -> Pair:
    if folders(base, head):
        return load_folders(base, head, now=at or head_time(head))
    now = at or (time_of(root, commit_of(root, head)) if head else head_time(root))
    return load_pair(root, base, head, extra, now=now, cached=cached)


def _broken(pair: Pair) -> str:
    """Why the books cannot be compared; "" where both can be read as a whole."""
    for name, loaded in zip(pair.names, (pair.before, pair.after), strict=True):
        faults = [one for one in loaded.findings if one.level is Level.ERROR]
        if faults:
            more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
            return f"{name} has files that cannot be read: {faults[0].place}: {faults[0].message}{more}"
    return ""


def _remembering(pair: Pair, root: str, *, cached: bool) -> Comparison:
    """The comparison with all proofs; what was proven is kept for the next run."""
    cache = Cache(cache_folder() if cached else None, f"profiles\n{Path(root).resolve()}")
    remembered = Remembered(cache.read().get("profiles", {}), provable)
    found = comparison(pair, remembered)
    if remembered.fresh:
        cache.write({"profiles": remembered.table})
    return found


def comparison(pair: Pair, remembered: Remembered | None) -> Comparison:
    """The comparison of two loaded books, with the place of every change; without proofs where none are wanted."""
    books = Books(pair.before.book, pair.after.book)
    touched = [
        key
        for loaded in (pair.before, pair.after)
        for key, card in loaded.book.cards.items()
        if card.file in pair.files
    ]
    profiles = None
    if remembered is not None:
        first, second = (
            partial(remembered.profile, one.book, States(one.book, one.digests, tz_version()))
            for one in (pair.before, pair.after)
        )
        profiles = (first, second)
    found = compare(books, touched, profiles)
    return Comparison(
        *pair.names,
        tuple(_placed(pair, change) for change in found.changes),
        found.unchanged,
        len(pair.after.book.keys),
        f"watchbill {watchbill.__version__}",
        tz_version(),
    )


def _placed(pair: Pair, change: Change) -> Placed:
    return Placed(change, _place(pair.before, change.old), _place(pair.after, change.new))


def _place(loaded: Loaded, address: Address | None) -> Place | None:
    return loaded.places.place(Hit(address, "")) if address is not None else None


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
