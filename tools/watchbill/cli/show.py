"""`watchbill show`: one document as the tools read it."""

import json
from datetime import datetime
from typing import Any

import click

from watchbill.cli.asof import open_asof
from watchbill.cli.named import named
from watchbill.cli.options import open_book, with_book
from watchbill.edit.dump import dump
from watchbill.errors import Exit
from watchbill.load.loaded import Loaded
from watchbill.model.base import Document
from watchbill.model.card import Card


@click.command(name="show")
@click.argument("name")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "yaml"]),
    default="text",
    show_default=True,
    help="Text has a head that says where it stands and who names it.",
)
@click.option(
    "--asof",
    default="",
    metavar="DAY|REVISION",
    help="As it stood at the end of that day (UTC), or in that revision.",
)
@click.option("--defaults", is_flag=True, help="Show what was left out, too.")
@with_book
def command(
    name: str,
    form: str,
    asof: str,
    defaults: bool,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Show one document, by its id or as `kind:id`.

    \b
    Examples:
      watchbill show csae-apparent
      watchbill show harm:csae --format json
      watchbill show eu-tco-removal --asof 2026-11-02
    """
    loaded = open_asof(root, extra, asof) if asof else open_book(root, extra, at, no_cache)
    card = named(loaded, name)
    document = loaded.book.find(card.key) if card else None
    if card is None or document is None:
        return Exit.FAULTS
    data = plain(document, defaults=defaults)
    if form == "json":
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        click.echo((head(loaded, card) if form == "text" else "") + dump(data), nl=False)
    return Exit.CLEAN


def plain(document: Document, *, defaults: bool) -> dict[str, Any]:
    """A document as plain data, by the names of its fields in the file."""
    data: dict[str, Any] = document.model_dump(
        mode="json", by_alias=True, exclude_unset=not defaults, exclude_none=True
    )
    return data


def head(loaded: Loaded, card: Card) -> str:
    """Where a document stands, how old its review is, and how it hangs together with the rest."""
    parts = [f"owner {card.owner}", card.status]
    if card.audience:
        parts.append(f"audience {card.audience}")
    if card.reviewed:
        age = (loaded.book.now.date() - card.reviewed).days
        parts.append(f"reviewed {age} day{'' if age == 1 else 's'} ago")
    named_by = len(loaded.book.referrers(card.key))
    names = len({(ref.kinds, ref.id) for ref in card.references})
    return (
        f"{card.key}  {card.title}\n{card.file}\n{' | '.join(parts)}\n"
        f"names {names}, is named by {named_by}: watchbill refs {card.key}\n\n"
    )
