"""A document as a person names it on the command line: `id` or `kind:id`."""

import click

from watchbill.load.loaded import Loaded
from watchbill.load.validate import near
from watchbill.model.card import Card


def named(loaded: Loaded, word: str, kind: str = "") -> Card | None:
    """The card of the document that the word names; None where none or several fit, which is said.

    `kind` narrows a bare id to documents of that kind.
    """
    book = loaded.book
    keys = [key for key in book.keys if word in (key, key.partition(":")[2])]
    fitting = [key for key in keys if not kind or key.startswith(f"{kind}:")]
    if len(fitting) == 1:
        return book.card(fitting[0])
    if fitting:
        click.echo(f"watchbill: `{word}` names {len(fitting)} documents; say which:", err=True)
        for key in fitting:
            click.echo(f"  {key}  {book.cards[key].file}", err=True)
    else:
        click.echo(f"watchbill: {_none(loaded, word, kind, keys)}", err=True)
    return None


def _none(loaded: Loaded, word: str, kind: str, others: list[str]) -> str:
    if others:
        return f"`{word}` is no {kind} but {' and '.join(others)}"
    broken = [key for key in sorted(loaded.book.broken) if word in (key, key.partition(":")[2])]
    if broken:
        return f"`{broken[0]}` cannot be read; `watchbill lint` says why"
    known = [key for key in loaded.book.keys if not kind or key.startswith(f"{kind}:")]
    if ":" not in word:
        known = [key.partition(":")[2] for key in known]
    hint = near(word, known)
    return f"there is no {kind or 'document'} `{word}`" + (f" ({hint})" if hint else "")
