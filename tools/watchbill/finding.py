"""A fault as a value: what is wrong, where, how bad, and how to mend it."""

from enum import StrEnum
from typing import NamedTuple

from watchbill.where import Address, Place


class Level(StrEnum):
    """How bad a finding is. Errors fail the run; warnings fail it under `--strict`; notes never do."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return ("error", "warning", "note").index(self.value)


class Hit(NamedTuple):
    """What a rule yields: the address, what is wrong, and how to mend it.

    `word` narrows the place to that text inside the addressed value (a vague word in a paragraph);
    `key` points at the key instead of its value.
    """

    at: Address
    message: str
    mend: str = ""
    word: str = ""
    key: bool = False


class Finding(NamedTuple):
    """A signed and placed fault. Sorts by file, line, column, rule."""

    place: Place
    rule: str
    level: Level
    message: str
    mend: str = ""
    document: str = ""
    path: tuple[str | int, ...] = ()
