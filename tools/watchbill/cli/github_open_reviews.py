"""`watchbill github open-reviews`: the emergency changes that others have yet to look at."""

import click

from watchbill.diff.open_reviews import as_text
from watchbill.errors import Exit
from watchbill.github.client import GitHub
from watchbill.github.reviews_open import open_reviews


@click.command(name="open-reviews")
def command() -> int:
    """Write the open reviews of emergency changes as JSON, for `site build --notices` and `upkeep --notices`.

    \b
    Example:
      watchbill github open-reviews > notices.json
    """
    click.echo(as_text(open_reviews(GitHub.here())), nl=False)
    return Exit.CLEAN
