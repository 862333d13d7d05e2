"""`watchbill github comment`: the one comment on a pull request."""

import os
from pathlib import Path

import click

from watchbill.cli.github_pull import named
from watchbill.errors import CannotRun, Exit
from watchbill.github.client import GitHub
from watchbill.github.comment import AUTHOR, Sticky
from watchbill.github.pull import current
from watchbill.report.changes_markdown import could_not
from watchbill.report.sticky import KNOWN_BY, renewed


@click.command(name="comment")
@click.option(
    "--report",
    type=click.Path(),
    required=True,
    help="What `watchbill diff --format markdown` wrote.",
)
@click.option("--pull", type=click.Path(), help="What `github pull` wrote; else of the event.")
@click.option("--author", default=AUTHOR, show_default=True, help="The name that the token has.")
def command(report: str, pull: str | None, author: str) -> int:
    """Put a report on its pull request: one comment, renewed in place, the verdict before it kept as one line.

    A comment is our own only where the bot wrote it. Where nothing changed and no comment is there yet, none is
    made. Where the report is missing or empty, the comment says that nothing could be compared.

    \b
    Example:
      watchbill github comment --pull build/change/pull.json --report build/change/change.md
    """
    github, found = GitHub.here(), named(pull)
    now = current(github, found.number)[0] if found else None
    if found is None or now is None or now.head != found.head:
        click.echo("the pull request has moved on; a later run tells of it", err=True)
        return Exit.CLEAN
    sticky = Sticky(github, found.number, KNOWN_BY, author)
    body = renewed(
        _text(report), sticky.body, found.number, found.head, _preview(github, found.number)
    )
    if body is None:
        click.echo("nothing changed, and nothing was told before: no comment", err=True)
    elif sticky.say(body):
        click.echo(f"told pull request {found.number}", err=True)
    return Exit.CLEAN


def _preview(github: GitHub, number: int) -> str:
    """Where the pages are as they would be; "" where no server is named."""
    server = os.environ.get("GITHUB_SERVER_URL", "").rstrip("/")
    if not server.startswith("https://"):
        return ""
    checks = f"{server}/{github.repository}/pull/{number}/checks"
    return f"**Preview** Each edition's pages, what changes marked on them: [artifacts of its run]({checks})."


def _text(path: str) -> str:
    """The report. Raises CannotRun where it cannot be read."""
    try:
        text = Path(path).read_text("utf-8")
    except FileNotFoundError:
        text = ""
    except (OSError, ValueError) as error:
        raise CannotRun(f"{path} cannot be read: {error}") from None
    return text if text.strip() else could_not("the comparison came to no end; the run says why")
