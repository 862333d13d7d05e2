"""The roots of a book: where their files are read, and their settings."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from watchbill.errors import CannotRun
from watchbill.load.config import Config, read_config
from watchbill.load.folder import Entry, Folder, Odd
from watchbill.load.text import shown


class Source(Protocol):
    """Where the files of a root are read: a folder, or what Git holds of one."""

    def files(self, folders: tuple[str, ...]) -> Iterator[Entry | Odd]:
        """Every content file below these folders of it (all of it where none is named), unsorted."""

    def read(self, path: str) -> bytes:
        """The bytes of a file by its path inside. Raises OSError."""


class Root(NamedTuple):
    """A folder whose content is part of the book, by the name that it was given."""

    name: str
    path: Path
    config: Config
    prefix: str
    source: Source


def open_roots(paths: Sequence[str]) -> tuple[Root, ...]:
    """The roots with their settings. Raises CannotRun for a folder that is not there."""
    roots = []
    for number, name in enumerate(paths):
        path = Path(name)
        if not name or not path.is_dir():
            raise CannotRun(f"{shown(name, 200)} is not a folder")
        here = number == 0 and os.path.normpath(name) == "."
        prefix = "" if here else f"{os.path.normpath(name).rstrip('/')}/"
        roots.append(Root(name, path, read_config(path), prefix, Folder(name)))
    return tuple(roots)
