"""Runs a command in this process, as the `watchbill` program would."""

import contextlib
import io
from typing import NamedTuple

from watchbill.cli.main import run as main


class Ran(NamedTuple):
    """What a command printed to its two streams, and its exit code."""

    code: int
    out: str
    err: str


def run(*words: str) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(list(words))
    return Ran(int(code), out.getvalue(), err.getvalue())
