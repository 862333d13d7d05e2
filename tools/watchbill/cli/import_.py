"""`watchbill import`: what other systems hold, brought into the book. One module a subcommand, `import_<name>`."""

import importlib

import click

from watchbill.cli.group import LazyGroup

SUBCOMMANDS = {
    "runbooks": "Bring Markdown runbooks in, word for word.",
    "pagerduty": "Bring schedules and escalation policies in from PagerDuty.",
    "ics": "Bring a calendar feed of who is on call in.",
}


class _Group(LazyGroup):
    commands_by_name = SUBCOMMANDS

    def _imported(self, name: str) -> object:
        return importlib.import_module(f"watchbill.cli.import_{name}").command


@click.group(name="import", cls=_Group)
def command() -> None:
    """Bring in what other systems hold: runbooks, schedules, paths of escalation.

    Each says what could not be taken over, and where it went. What is there already is never touched.

    \b
    Example:
      watchbill import runbooks ../wiki/runbooks --owner response --dry-run
    """
