"""What the importing commands share: new files written all or none, and the list of what changed on the way."""

import contextlib
import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from watchbill.errors import CannotRun
from watchbill.importers.told import Told
from watchbill.load.text import shown
from watchbill.writing import write_bytes


def show_list(told: Iterable[Told]) -> None:
    """Prints the list, a line an entry."""
    for one in told:
        click.echo(str(one))


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
