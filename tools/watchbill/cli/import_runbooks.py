"""`watchbill import runbooks`: Markdown runbooks of any shape, as runbooks of the book."""

from datetime import datetime
from pathlib import Path, PurePosixPath

import click

from watchbill.cli.imported import place_of, put, show_faults, show_list, show_new, sound_owner
from watchbill.cli.options import open_book, with_book
from watchbill.errors import CannotRun, Exit
from watchbill.importers.markdown.folder import Harvest, Wish, harvest
from watchbill.load.loaded import Loaded
from watchbill.load.text import shown
from watchbill.load.validate import near


@click.command(name="runbooks")
@click.argument("folder", metavar="DIR", type=click.Path())
@click.option(
    "--into", default="runbooks", show_default=True, help="The folder of the book that gets them."
)
@click.option("--owner", default="", help="The team that answers for those that name none.")
@click.option("--audience", default="", help="The least tier that may read them.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show the list.")
@click.option("--diff", is_flag=True, help="Write nothing; show the files as they would be.")
@with_book
def command(
    folder: str,
    into: str,
    owner: str,
    audience: str,
    dry_run: bool,
    diff: bool,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Bring the Markdown runbooks of DIR into the book, as drafts.

    Headings become Before you start, Steps, Check and If it fails. Each word is in the result or on the list
    that is printed, which is counted; else, or where a file is there already, nothing is written. What a
    runbook does not say is a TODO, which lint asks for as soon as the draft is set to active.

    \b
    Examples:
      watchbill import runbooks ../wiki/runbooks --owner response --dry-run
      watchbill import runbooks ../wiki/runbooks --owner response --audience internal > list.txt
    """
    source = Path(folder)
    if not source.is_dir():
        raise CannotRun(f"{shown(folder, 200)} is not a folder")
    loaded = open_book(root, extra, at, no_cache)
    place = place_of(loaded, root, into)
    found = harvest(_wish(loaded, source, owner, audience))
    if found.wrong:
        return show_faults(found.wrong)
    files = _files(found, place)
    if diff:
        show_new(files)
        return Exit.CLEAN
    show_list(found.told)
    if not dry_run and not put(Path(root), files):
        return Exit.REFUSED
    _sum_up(found, "" if dry_run else str(loaded.book.now.date()))
    return Exit.CLEAN


def _sum_up(found: Harvest, today: str) -> None:
    """Says what was done and what is next; without a day it was a dry run."""
    word = "imported as drafts" if today else "would be imported"
    click.echo(
        f"{len(found.texts)} runbooks {word}, {len(found.told)} entries on the list", err=True
    )
    if today:
        review = f"review: {{last: {today}, every: 180d}}"
        click.echo(
            f"next: read each, fill in its TODO, set `status: active`, add `{review}`", err=True
        )


def _wish(loaded: Loaded, source: Path, owner: str, audience: str) -> Wish:
    """Raises CannotRun for a team or a tier that the book does not have."""
    cards = loaded.book.cards.values()
    owners = sound_owner(loaded, owner)
    tiers = sorted(loaded.book.audiences())
    if audience and audience not in tiers:
        hint = near(audience, tiers) or f"there is {', '.join(tiers)}"
        raise CannotRun(f"there is no audience `{shown(audience)}`; {hint}")
    taken = {card.id: card.file for card in cards if card.kind == "runbook"}
    return Wish(source, owner, audience, owners, taken)


def _files(found: Harvest, place: PurePosixPath) -> dict[str, bytes]:
    """Every file that is to be written, by its path from the root. Raises CannotRun."""
    files = {str(place / f"{id}.md"): text.encode() for id, text in sorted(found.texts.items())}
    for name, path in sorted(found.pictures.items()):
        try:
            files[str(place / name)] = path.read_bytes()
        except OSError as error:
            raise CannotRun(f"{path} cannot be read: {error.strerror or error}") from None
    return files
