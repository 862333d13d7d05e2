"""`watchbill github`: what workflows ask of GitHub and tell it. One module a subcommand, `github_<name>`."""

import importlib

import click

from watchbill.cli.group import LazyGroup

SUBCOMMANDS = {
    "report": "Compare, and tell it within a run that may only read.",
    "pull": "Find the pull request of the event.",
    "fetch": "Fetch its commits, as objects only.",
    "reviews": "Write its reviews, as `watchbill approvals` reads them.",
    "comment": "Put a report on it: one comment, renewed in place.",
    "status": "Set the status that says whether it may go in.",
    "propose": "Open a pull request of a form that was filled in, and answer in its issue.",
    "issue": "Keep one issue that says what is left to do.",
    "emergency": "Open the review of an emergency change that went in.",
    "open-reviews": "Write the open reviews of emergency changes as JSON.",
}


class _Group(LazyGroup):
    commands_by_name = SUBCOMMANDS

    def _imported(self, name: str) -> object:
        return importlib.import_module(f"watchbill.cli.github_{name.replace('-', '_')}").command


@click.group(name="github", cls=_Group)
def command() -> None:
    """Ask GitHub for a pull request and its reviews, and tell it what a change means. For workflows.

    The repository, the token and the event come from the environment, as a workflow sets them.

    \b
    Examples:
      watchbill github report --out build/reports
      watchbill github pull --out pull.json
    """
