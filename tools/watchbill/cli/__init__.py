"""The command line: one module a command, loaded when it is asked for."""

import importlib
from typing import Any

import click

COMMANDS = {
    "lint": "Check the book: findings with file, line and column, and how to mend them.",
    "fmt": "Bring documents into their one canonical form; comments and layout stay.",
    "schema": "Write or check the JSON Schemas of all kinds.",
    "explain": "Show a rule's page, a kind's fields, or a law of form.",
    "show": "Show one document as the tools read it.",
    "refs": "Show what a document names, and what names it.",
    "graph": "Draw a playbook's steps, or the references of a document.",
    "new": "Write the skeleton of a new document.",
    "site": "Build or serve the site.",
    "export": "Write files for other systems: CODEOWNERS, Alertmanager.",
    "stats": "Count everything in the book.",
}


class LazyGroup(click.Group):
    """Knows its commands by name; imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of first use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: Any = importlib.import_module(f"watchbill.cli.{cmd_name}").command
        return command  # type: ignore[no-any-return]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))
