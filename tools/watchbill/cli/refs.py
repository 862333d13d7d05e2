"""`watchbill refs`: what a document names, and what names it."""

import json
from datetime import datetime
from typing import Any, NamedTuple

import click

from watchbill.cli.named import named
from watchbill.cli.options import open_book, with_book
from watchbill.errors import Exit
from watchbill.finding import Hit
from watchbill.load.loaded import Loaded
from watchbill.model.card import Card, Reference
from watchbill.where import Address, Place


class Naming(NamedTuple):
    """One document named by another: where it is written, and whether it exists."""

    document: str
    title: str
    place: Place
    field: str
    found: bool


@click.command(name="refs")
@click.argument("name")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@with_book
def command(
    name: str, form: str, root: str, extra: tuple[str, ...], at: datetime | None, no_cache: bool
) -> int:
    """Show what a document names, and what names it, each with its place.

    \b
    Examples:
      watchbill refs csae-apparent
      watchbill refs partner:legal --format json
    """
    loaded = open_book(root, extra, at, no_cache)
    card = named(loaded, name)
    if card is None:
        return Exit.FAULTS
    out, back = outgoing(loaded, card), incoming(loaded, card)
    click.echo(_json(card, out, back) if form == "json" else _text(card, out, back), nl=False)
    return Exit.CLEAN


def outgoing(loaded: Loaded, card: Card) -> list[Naming]:
    """What a document names, in the order of its lines."""
    found = []
    for ref in card.references:
        key = target(loaded, ref)
        named_card = loaded.book.card(key)
        there = loaded.book.has(key)
        title = named_card.title if named_card else ""
        place = loaded.places.place(Hit(Address(card.key, ref.path), "", word=ref.word))
        found.append(Naming(key, title, place, _field(ref), there))
    return sorted(found, key=lambda one: (one.place, one.document))


def incoming(loaded: Loaded, card: Card) -> list[Naming]:
    """What names a document, by file and line."""
    found = []
    for other in loaded.book.referrers(card.key):
        for ref in other.references:
            if target(loaded, ref) == card.key:
                place = loaded.places.place(Hit(Address(other.key, ref.path), "", word=ref.word))
                found.append(Naming(other.key, other.title, place, _field(ref), True))
    return sorted(found, key=lambda one: (one.place, one.document))


def target(loaded: Loaded, ref: Reference) -> str:
    """The key that a reference leads to: of the kinds that may stand there, the one that exists."""
    keys = [f"{kind}:{ref.id}" for kind in ref.kinds]
    return next((key for key in keys if loaded.book.has(key)), keys[0])


def _field(ref: Reference) -> str:
    return str(Address("", ref.path)).removeprefix(".")


def _text(card: Card, out: list[Naming], back: list[Naming]) -> str:
    return (
        f"{card.key}  {card.title}  ({card.file})\n\n"
        + _block(f"names {_counted(out)}", out)
        + "\n"
        + _block(f"is named by {_counted(back)}", back)
    )


def _counted(namings: list[Naming]) -> str:
    number = len({one.document for one in namings})
    return f"{number or 'no'} document{'' if number == 1 else 's'}"


def _block(head: str, namings: list[Naming]) -> str:
    wide = max((len(one.document) for one in namings), default=0)
    lines = [
        f"  {one.document:<{wide}}  {one.place}  {one.field}"
        + ("" if one.found else "  (does not exist)")
        for one in namings
    ]
    return "\n".join([head, *lines]) + "\n"


def _json(card: Card, out: list[Naming], back: list[Naming]) -> str:
    data = {
        "document": card.key,
        "file": card.file,
        "names": [_row(one) for one in out],
        "named_by": [_row(one) for one in back],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _row(one: Naming) -> dict[str, Any]:
    place = one.place
    where = {"file": place.file, "line": place.line, "column": place.column}
    return {"document": one.document, "title": one.title, **where, "field": one.field} | (
        {} if one.found else {"missing": True}
    )
