"""`lint` from plain options, without the library of the whole command line: what a commit hook runs."""

import os
import sys

from watchbill.cli.check import FORMATS, Checked, Options, check, result_of
from watchbill.load.library import NOT_LISTED, Listed
from watchbill.model.types import parse_instant

# What was checked is held until the process ends: it leaves without freeing a book, which takes its time.
_HELD: list[Checked] = []


def told(options: dict[str, list[str]], listed: Listed = NOT_LISTED) -> tuple[str, str, int] | None:
    """What the run says (out, err, exit code); None where the full command line must decide.

    `listed` is what lies in each root, where that was looked at a moment ago.
    Raises whatever stops the run: the full command line, asked next, says it as it should be said.
    """
    at = options.get("--at", [])
    form = options.get("--format", ["text"])[0]
    if form not in FORMATS:
        return None
    run = Options(
        paths=tuple(options["paths"]),
        root=options.get("--root", ["."])[0],
        extra=tuple(options.get("--with", ())),
        at=parse_instant(at[0]) if at else None,
        strict="--strict" in options,
        form=form,
        notes="--notes" in options,
        colour=form == "text" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
    )
    _HELD.append(check(run, listed))
    said = result_of(_HELD[-1], run)
    return said.out, said.err, said.code
