"""`watchbill new`: the skeleton of a new document."""

import os
import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path, PurePosixPath

import click

from watchbill.cli.options import open_book, with_book
from watchbill.edit.modeline import schema_path
from watchbill.edit.skeleton import Asked, skeleton
from watchbill.errors import CannotRun, Exit
from watchbill.load.loaded import Loaded
from watchbill.load.validate import near
from watchbill.model.kinds import KINDS
from watchbill.model.types import ID_PATTERN


@click.command(name="new")
@click.argument("kind")
@click.argument("id")
@click.option("--title", default="", help="What a person calls it; left out, made from the id.")
@click.option("--owner", default="", help="The team that answers for what it says.")
@click.option("--out", type=click.Path(), help="The file; left out, beside others of its kind.")
@with_book
def command(
    kind: str,
    id: str,
    title: str,
    owner: str,
    out: str | None,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Write the skeleton of a new document, every required field under a comment.

    Names that are still to be filled in are unknown to the book, so lint points at each of them.

    \b
    Examples:
      watchbill new playbook deepfake-wave --title "Wave of deepfakes" --owner integrity
      watchbill new runbook call-back --out runbooks/call-back.md
    """
    _sound(kind, id)
    loaded = open_book(root, extra, at, no_cache)
    card = loaded.book.card(f"{kind}:{id}")
    file = Path(out) if out else Path(root) / _folder(loaded, kind) / f"{id}{_suffix(kind)}"
    there = card.file if card else str(file) if file.exists() else ""
    if there:
        click.echo(f"watchbill: {kind} `{id}` is already there: {there}", err=True)
        return Exit.FAULTS
    asked = Asked(kind, id, title, owner, loaded.book.now.date())
    _write(file, skeleton(asked, schema_path(Path(root), file, kind)))
    click.echo(str(file))
    return Exit.CLEAN


def _sound(kind: str, id: str) -> None:
    """Raises CannotRun for a kind that there is not, or an id that is none."""
    if kind not in KINDS:
        raise CannotRun(
            f"`{kind}` is no kind of document; {near(kind, KINDS) or 'one of ' + ', '.join(KINDS)}"
        )
    if not re.fullmatch(ID_PATTERN, id) or len(id) > 64:
        raise CannotRun(f"`{id}` is no id: lower-case words joined by hyphens, at most 64 letters")


def _suffix(kind: str) -> str:
    return ".md" if kind == "runbook" else ".yaml"


def _folder(loaded: Loaded, kind: str) -> str:
    """The folder that holds all documents of the kind; the kind's own where there are none."""
    prefix = loaded.roots[0].prefix
    files = [card.file for card in loaded.book.cards.values() if card.kind == kind]
    return _shared(file.removeprefix(prefix) for file in files) or KINDS[kind].FOLDER


def _shared(files: Iterable[str]) -> str:
    folders = [
        str(PurePosixPath(file).parent) for file in files if not file.startswith(("/", ".."))
    ]
    return os.path.commonpath(folders) if folders else ""


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as handle:
            handle.write(text)
    except OSError as error:
        raise CannotRun(f"{file} cannot be written: {error.strerror or error}") from None
