"""`watchbill graph`: a playbook's steps, or the references around a document."""

from datetime import datetime

import click

from watchbill.cli.named import named
from watchbill.cli.options import open_book, with_book
from watchbill.cli.picture import of_playbook, of_references
from watchbill.errors import Exit
from watchbill.model.response import Playbook
from watchbill.report.graph import as_json, dot, mermaid, text

_FORMS = {"text": text, "mermaid": mermaid, "dot": dot, "json": as_json}


@click.command(name="graph")
@click.argument("name")
@click.option("--refs", is_flag=True, help="Draw what it names and what names it, of any kind.")
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", show_default=True
)
@with_book
def command(
    name: str,
    refs: bool,
    form: str,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Draw a playbook: its steps, where each answer leads, and its side lines.

    \b
    Examples:
      watchbill graph terrorist-removal-order
      watchbill graph csae-apparent --format mermaid
      watchbill graph runbook:submit-cybertip --refs
    """
    loaded = open_book(root, extra, at, no_cache)
    card = named(loaded, name, "" if refs else "playbook")
    if card is None:
        return Exit.FAULTS
    document = None if refs else loaded.book.find(card.key)
    picture = (
        of_playbook(document) if isinstance(document, Playbook) else of_references(loaded, card)
    )
    click.echo(_FORMS[form](picture), nl=False)
    return Exit.CLEAN
