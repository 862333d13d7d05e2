"""`watchbill asof --site`: the site of the book as it stood, which says on every page that it is a past state."""

from pathlib import Path

import click

from watchbill.cli.asof import open_asof
from watchbill.errors import CannotRun, Exit
from watchbill.load.git import as_of, time_of
from watchbill.load.loaded import Loaded
from watchbill.load.text import shown
from watchbill.model.types import parse_date
from watchbill.pages.desk import Root, Source
from watchbill.pages.make import Order, make
from watchbill.starter.shipped import shipped

_OWN = "site"


def build(root: str, when: str, site: str, audience: str, reader: str) -> int:
    """Builds it from what Git holds. Returns the exit code: 1 where the book had faults, or nothing was built."""
    commit = as_of(root, when)
    made = time_of(root, commit)
    loaded = open_asof(root, (), commit)
    if not loaded.book.keys:
        raise CannotRun(f"{root} had no document at {shown(when)}")
    faults = len(loaded.findings)
    own = Path(root) / _OWN
    order = Order(audience, reader, own if own.is_dir() else shipped(_OWN), Path(site))
    roots = (Root(loaded.roots[0].prefix, "", commit[:12], frozenset()),)
    found = make(loaded.book, order, Source(commit[:12], made, roots, _past(when, commit, loaded)))
    for fault in found.faults:
        click.echo(fault, err=True)
    if found.faults:
        click.echo(f"no site: {len(found.faults)} faults in what was built", err=True)
        return Exit.FAULTS
    click.echo(
        f"{site}: {found.weights.pages} pages for `{audience}` as of commit {commit[:12]}, made {made.isoformat()};"
        f" {found.shown} documents shown, {found.hidden} withheld"
    )
    if faults:
        click.echo(f"watchbill: it has {faults} faults of form, as it had then", err=True)
    return Exit.FAULTS if faults else Exit.CLEAN


def _past(when: str, commit: str, loaded: Loaded) -> str:
    """What every page says. What cannot be read is not on any of them, which is said too."""
    try:
        day = parse_date(when).isoformat()
    except ValueError:
        day = f"{loaded.book.now:%Y-%m-%d}"
    broken = len({one.place.file for one in loaded.findings})
    lost = f" {broken} of its files had faults of form, and may be missing here." if broken else ""
    return f"As of {day}, commit {commit[:12]}: not what is in force today.{lost}"
