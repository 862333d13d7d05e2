"""`watchbill github`: what workflows ask of GitHub and tell it."""

import importlib
from typing import Any

import click

_COMMANDS = {
    "issue": "Keep one issue that says what is left to do.",
    "emergency": "Open the review of an emergency change that went in.",
    "open-reviews": "Write the open reviews of emergency changes as JSON.",
}


class _Group(click.Group):
    """Imports a command when it is asked for: `github open-reviews` is cli/github_open_reviews.py."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        name = f"watchbill.cli.github_{cmd_name.replace('-', '_')}"
        found: Any = importlib.import_module(name).command
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(name="github", cls=_Group)
def command() -> None:
    """Ask GitHub and tell it, over the address, repository and token that a workflow's environment names.

    \b
    Examples:
      watchbill github issue --report upkeep.md --label upkeep
      watchbill github open-reviews > notices.json
    """
