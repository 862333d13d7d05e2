"""A group of commands that knows them by name and imports one only to run it."""

import importlib
from typing import Any

import click

from watchbill.cli import COMMANDS


class LazyGroup(click.Group):
    """Lists all commands without importing any."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of first use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        found: Any = importlib.import_module(f"watchbill.cli.{cmd_name}").command
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands with a line each."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))
