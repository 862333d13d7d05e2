"""Joins the commands, and turns what stops them into one line and an exit code."""

import os
import sys
from collections.abc import Sequence

import click

import watchbill
from watchbill.cli.group import LazyGroup
from watchbill.errors import CannotRun, Exit


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"watchbill {watchbill.__version__} (tz database {version('tzdata')})")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Show the version, and that of the tz database.",
)
def group() -> None:
    """The watch bill of a Trust & Safety operation: lint it, prove it, show it, carry it out.

    \b
    Example:
      watchbill lint
    """


def run(arguments: Sequence[str], commands: click.Command = group) -> int:
    """Runs a command; returns its exit code. A bug keeps its traceback for the report (exit 3)."""
    try:
        code = commands.main(list(arguments), prog_name="watchbill", standalone_mode=False)
    except click.exceptions.Abort:
        return Exit.INTERRUPTED
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return Exit.CANNOT_RUN
    except CannotRun as error:
        click.echo(f"watchbill: {error}", err=True)
        return Exit.CANNOT_RUN
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.CLEAN
    except Exception as error:
        if os.environ.get("WATCHBILL_DEBUG"):
            raise
        click.echo(f"watchbill: this is a bug: {type(error).__name__}: {error}", err=True)
        click.echo("Run it again with WATCHBILL_DEBUG=1 and report what it prints.", err=True)
        return Exit.BUG
    return int(code or 0)
