"""`watchbill stats`: everything in the book, counted."""

from datetime import datetime

import click

from watchbill.cli.options import open_book, with_book
from watchbill.errors import Exit
from watchbill.report.stats import as_json, as_text, count


@click.command(name="stats")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@with_book
def command(
    form: str, root: str, extra: tuple[str, ...], at: datetime | None, no_cache: bool
) -> int:
    """Count everything in the book: documents, reviews, references, steps, words.

    \b
    Examples:
      watchbill stats
      watchbill stats --format json --at 2027-01-01T00:00:00Z
    """
    counts = count(open_book(root, extra, at, no_cache).book)
    click.echo(as_json(counts) if form == "json" else as_text(counts), nl=False)
    return Exit.CLEAN
