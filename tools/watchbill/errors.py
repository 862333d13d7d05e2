"""Why a command stops without doing its work, and what its exit code says."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes, the same under every `--format`."""

    CLEAN = 0
    FAULTS = 1
    CANNOT_RUN = 2
    BUG = 3
    DRIFT = 4
    PARTLY = 5
    REFUSED = 6
    INTERRUPTED = 130


class CannotRun(Exception):
    """The command cannot do its work here (no such folder, a tool is missing): one line, exit 2."""
