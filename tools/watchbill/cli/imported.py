"""What the importing commands share: new files written all or none, and the list of what changed on the way."""

import contextlib
import difflib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

import click

from watchbill.errors import CannotRun, Exit
from watchbill.importers.told import Told, Wrong
from watchbill.load.loaded import Loaded
from watchbill.load.text import shown
from watchbill.load.validate import near
from watchbill.writing import write_bytes


def show_list(told: Iterable[Told]) -> None:
    """Prints the list, a line an entry."""
    for one in told:
        click.echo(str(one))


def show_faults(wrong: Iterable[Wrong]) -> Exit:
    """Says what is wrong with a source, a line a fault, and that nothing came of it."""
    said = [f"watchbill: {one}" for one in wrong]
    for line in said:
        click.echo(line, err=True)
    count = len(said)
    many = "" if count == 1 else "s"
    click.echo(f"watchbill: {count} fault{many}; nothing is written", err=True)
    return Exit.FAULTS


def show_new(files: Mapping[str, bytes]) -> None:
    """Prints new files as a diff, and of those that are no text how large they are."""
    for path, raw in files.items():
        if not path.endswith((".md", ".yaml")):
            click.echo(f"{path}: {len(raw):,} bytes")
            continue
        lines = raw.decode().splitlines(keepends=True)
        click.echo("".join(difflib.unified_diff([], lines, "/dev/null", path)), nl=False)


def put(root: Path, files: Mapping[str, bytes]) -> bool:
    """Writes new files below the root, all of them or none; False where one is there already. Raises CannotRun."""
    there = [name for name in files if (root / name).exists() or (root / name).is_symlink()]
    for name in there:
        click.echo(f"watchbill: {shown(name, 200)} is there already; nothing is written", err=True)
    if there:
        return False
    done: list[Path] = []
    try:
        for name, raw in files.items():
            done.append(root / name)
            write_bytes(root / name, raw)
    except OSError as error:
        for path in done:
            with contextlib.suppress(OSError):
                path.unlink()
        raise CannotRun(f"{name} cannot be written: {error.strerror or error}") from None
    return True


def place_of(loaded: Loaded, root: str, into: str) -> PurePosixPath:
    """The folder of the book, as a path from its root. Raises CannotRun where the book does not reach."""
    place = PurePosixPath(os.path.normpath(into))
    content = loaded.roots[0].config.content
    if place.is_absolute() or place.parts[:1] == ("..",):
        raise CannotRun(f"{shown(into, 200)} leads out of the book")
    if not (Path(root) / place).resolve().is_relative_to(Path(root).resolve()):
        raise CannotRun(f"{shown(into, 200)} leads out of the book")
    if content and not any(place.is_relative_to(one) for one in content):
        raise CannotRun(
            f"{shown(into, 200)} is no folder of content; those are {', '.join(content)}"
        )
    return place


def sound_owner(loaded: Loaded, owner: str) -> frozenset[str]:
    """The teams and partners of the book. Raises CannotRun where the owner is given and none of them."""
    cards = loaded.book.cards.values()
    owners = sorted(card.id for card in cards if card.kind in ("team", "partner"))
    if owner and owner not in owners:
        hint = near(owner, owners) or f"there is {', '.join(owners)}"
        raise CannotRun(f"there is no team or partner `{shown(owner)}`; {hint}")
    return frozenset(owners)
