"""Groups of commands that know them by name and import one only to run it."""

import importlib
import keyword
from collections.abc import Mapping
from typing import Any

import click

from watchbill.cli import COMMANDS


class LazyGroup(click.Group):
    """Lists all commands without importing any."""

    commands_by_name: Mapping[str, str] = COMMANDS
    """Each command with what it does, in the order of first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of first use."""
        return list(self.commands_by_name)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in self.commands_by_name:
            return None
        found: Any = self._imported(cmd_name)
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands with a line each."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.commands_by_name.items()))

    def _imported(self, name: str) -> object:
        module = f"{name}_" if keyword.iskeyword(name) else name
        return importlib.import_module(f"watchbill.cli.{module}").command
