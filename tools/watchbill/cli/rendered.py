"""A comparison in the form that was asked for, and which changes make a command fail."""

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

import watchbill
from watchbill.cli.options import colour_wanted
from watchbill.diff.change import Direction
from watchbill.diff.kinds import all_kinds
from watchbill.diff.page import parse
from watchbill.errors import Exit
from watchbill.report.changes import Comparison, as_findings, laws_of, text
from watchbill.report.changes_json import as_json
from watchbill.report.changes_markdown import markdown
from watchbill.report.github import github
from watchbill.report.sarif import sarif

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("text", "markdown", "json", "github", "sarif")
_FAILS = {
    "never": (),
    "weaker": (Direction.WEAKER,),
    "unknown": (Direction.WEAKER, Direction.UNKNOWN),
    "any": tuple(Direction),
}


def with_fail_on(function: F) -> F:
    """Adds `--fail-on`: the directions of changes that make the command end with exit code 1."""
    return click.option(
        "--fail-on",
        type=click.Choice(list(_FAILS)),
        default="never",
        show_default=True,
        callback=lambda _ctx, _param, value: _FAILS[value],
        help="End with exit code 1 where there is a change like this, or a worse one.",
    )(function)


def exit_code(found: Comparison, fail_on: tuple[Direction, ...]) -> Exit:
    """How a command ends that compared."""
    fails = any(one.change.direction in fail_on for one in found.placed)
    return Exit.FAULTS if fails else Exit.CLEAN


def rendered(found: Comparison, form: str) -> str:
    """The comparison in one of FORMATS."""
    if form == "markdown":
        return markdown(found)
    if form == "json":
        return as_json(found)
    if form == "github":
        return github(as_findings(found))
    if form == "sarif":
        laws = laws_of((kind.id, parse(kind.doc).law) for kind in all_kinds())
        return sarif(as_findings(found), version=watchbill.__version__, laws=laws)
    return text(found, colour=colour_wanted(sys.stdout))
