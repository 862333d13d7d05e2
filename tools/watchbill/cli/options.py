"""Options that several commands share, and how they become a loaded book."""

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

import click

from watchbill.cli.head import head_time
from watchbill.load.library import load
from watchbill.load.loaded import Loaded
from watchbill.model.types import parse_instant

# The years that a date of the book may have.
_YEARS = (1900, 2199)
F = TypeVar("F", bound=Callable[..., Any])


class InstantType(click.ParamType[datetime]):
    """An instant with its offset."""

    name = "instant"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The instant; a usage error for anything else."""
        if isinstance(value, datetime):
            return value
        try:
            instant = parse_instant(value)
        except ValueError:
            self.fail(f"`{value}` is no instant; write it as 2026-11-23T12:00:00Z", param, ctx)
        if not _YEARS[0] <= instant.year <= _YEARS[1]:
            self.fail(f"`{value}` is not between the years 1900 and 2199, as dates are", param, ctx)
        return instant


def with_book(function: F) -> F:
    """Adds `--root`, `--with`, `--at` and `--no-cache`."""
    return _with(function, "the commit time of HEAD")


def with_book_today(function: F) -> F:
    """The same for a command that is about today: without `--at` it takes the clock of the machine."""
    return _with(function, "this minute")


def _with(function: F, otherwise: str) -> F:
    for option in (
        click.option("--no-cache", is_flag=True, help="Read every file anew and keep nothing."),
        click.option(
            "--at",
            type=InstantType(),
            help=f"Judge as at this instant; left out, {otherwise}.",
        ),
        click.option(
            "--with",
            "extra",
            multiple=True,
            type=click.Path(),
            help="Another folder that joins the book, such as a private checkout.",
        ),
        click.option(
            "--root",
            default=".",
            type=click.Path(),
            help="The folder of the book; left out, this one.",
        ),
    ):
        function = option(function)
    return function


def with_merged(function: F) -> F:
    """Adds `--merged`."""
    return click.option(
        "--merged",
        is_flag=True,
        help="Compare BASE with what merging HEAD into it would make; nothing is checked out.",
    )(function)


def open_book(root: str, extra: Sequence[str], at: datetime | None, no_cache: bool) -> Loaded:
    """The loaded book of these options."""
    return load([root, *extra], now=at or head_time(root), cached=not no_cache)


def colour_wanted(stream: Any) -> bool:
    """Whether to colour: on a terminal, unless `NO_COLOR` is set."""
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR")


def with_exports(function: F) -> F:
    """Adds `--exports`."""
    return click.option(
        "--exports", is_flag=True, help="Say also what becomes of the files for other systems."
    )(function)
