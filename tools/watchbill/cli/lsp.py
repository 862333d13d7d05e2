"""`watchbill lsp`: the editor's language server, over the standard streams."""

import importlib
import os
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from watchbill.cli.head import head_time
from watchbill.cli.options import with_book
from watchbill.editor.desk import Desk
from watchbill.errors import CannotRun, Exit
from watchbill.load.library import load
from watchbill.load.roots import open_roots
from watchbill.verdicts import NO_VERDICTS, Verdicts


@click.command(name="lsp")
@with_book
def command(root: str, extra: tuple[str, ...], at: datetime | None, no_cache: bool) -> int:
    """Serve an editor while content is written: findings, completion, hover, references, rename.

    The editor starts it and talks to it over the standard streams. The book is that of the folder
    that the editor has open, unless --root names another.

    \b
    Examples:
      watchbill lsp
      watchbill lsp --root operations --with ../private
    """
    try:
        importlib.import_module("pygls")
    except ImportError:
        raise CannotRun(
            "the editor's server needs a package more: pip install 'watchbill[editor]'"
        ) from None
    server = importlib.import_module("watchbill.editor.server")
    server.serve(partial(opened, root, extra, at, not no_cache))
    return Exit.CLEAN


def opened(
    root: str, extra: Sequence[str], at: datetime | None, cached: bool, folder: str
) -> tuple[Desk, Verdicts]:
    """The book that an editor works on, and what an earlier run of lint has judged of it."""
    if root == "." and folder and Path(folder).is_dir():
        # Files are then named as lint names them there, and the verdicts of its last run hold here too.
        os.chdir(folder)
    paths = [root, *extra]
    rows = load(paths, now=at or head_time(root)).kept.table.get("verdicts") if cached else None
    desk = Desk(open_roots(paths), lambda: at or head_time(root))
    return desk, Verdicts(*rows) if rows else NO_VERDICTS
