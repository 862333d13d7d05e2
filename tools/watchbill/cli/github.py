"""`watchbill github`: what workflows ask of GitHub and tell it."""

import click

from watchbill.cli.github_comment import comment
from watchbill.cli.github_fetch import fetch
from watchbill.cli.github_pull import pull
from watchbill.cli.github_report import report
from watchbill.cli.github_reviews import reviews
from watchbill.cli.github_status import status


@click.group(name="github")
def command() -> None:
    """Ask GitHub for a pull request and its reviews, and tell it what a change means. For workflows.

    The repository, the token and the event come from the environment, as a workflow sets them.

    \b
    Examples:
      watchbill github report --out build/reports
      watchbill github pull --out pull.json
    """


command.add_command(comment)
command.add_command(fetch)
command.add_command(pull)
command.add_command(report)
command.add_command(reviews)
command.add_command(status)
