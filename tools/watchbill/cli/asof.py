"""`watchbill asof`: the whole book as it stood, as one archive or as the site."""

import importlib
from collections.abc import Sequence
from pathlib import Path

import click

from watchbill.errors import CannotRun, Exit
from watchbill.load.folder import Entry
from watchbill.load.git import Tree, as_of, time_of
from watchbill.load.loaded import Loaded
from watchbill.load.pair import load_at
from watchbill.report.archive import archive
from watchbill.writing import write_bytes

_SETTINGS = ("pyproject.toml", "watchbill.toml")


def open_asof(root: str, extra: Sequence[str], when: str) -> Loaded:
    """The book as it stood on a day or in a revision, judged as at the time of that commit."""
    commit = as_of(root, when)
    return load_at(root, commit, extra, now=time_of(root, commit))


@click.command(name="asof")
@click.argument("when", metavar="DAY|REVISION")
@click.option(
    "--out", type=click.Path(), help="Where the archive goes; left out, book-<commit>.zip."
)
@click.option(
    "--site", type=click.Path(), metavar="DIR", help="Build the site of it there instead."
)
@click.option(
    "--audience",
    default="internal",
    show_default=True,
    help="With --site: who reads it; what is above that tier does not exist for them.",
)
@click.option(
    "--for",
    "reader",
    default="",
    metavar="ID",
    help="With --site: the team, vendor or partner that reads it.",
)
@click.option("--root", default=".", type=click.Path(), help="The folder of the book.")
def command(
    when: str, out: str | None, site: str | None, audience: str, reader: str, root: str
) -> int:
    """Write the whole book as it stood at the end of a day (UTC) or in a revision, with a list of hashes.

    The same commit gives the same bytes. What stood on a day is what the main line had by then. A site of it says on
    every page that it is a past state; it is made from what Git holds, and looks as the site does today.

    \b
    Examples:
      watchbill asof 2026-11-02
      watchbill asof v1.2 --out book-1.2.zip
      watchbill asof 2026-11-02 --site build/november
      watchbill asof 2026-11-02 --site build/alder --audience vendor-trained --for vendor-alder
    """
    if site:
        if out:
            raise click.UsageError("say either --out, for an archive, or --site")
        # The site's libraries are there only where it is built.
        build = importlib.import_module("watchbill.cli.asof_site").build
        return int(build(root, when, site, audience, reader))
    return _archived(root, when, out)


def _archived(root: str, when: str, out: str | None) -> int:
    """Writes the archive; the exit code is 1 where the book had faults."""
    commit = as_of(root, when)
    made, tree = time_of(root, commit), Tree(root, commit)
    book = load_at(root, commit, now=made)
    found = tree.files(book.config.content)
    content = {entry.path for entry in found if isinstance(entry, Entry)}
    if not content:
        raise CannotRun(f"{root} had no document at {when}")
    files = content | {*_SETTINGS}.intersection(tree.blobs)
    target = Path(out or f"book-{commit[:12]}.zip")
    try:
        write_bytes(
            target, archive({name: tree.read(name) for name in sorted(files)}, commit, made)
        )
    except OSError as error:
        raise CannotRun(f"{target} cannot be written: {error.strerror or error}") from None
    faults = len(book.findings)
    number = len(book.book.keys)
    click.echo(f"{target}: {number} documents of commit {commit[:12]}, made {made.isoformat()}")
    if faults:
        click.echo(f"watchbill: it has {faults} faults of form, as it had then", err=True)
    return Exit.FAULTS if faults else Exit.CLEAN
