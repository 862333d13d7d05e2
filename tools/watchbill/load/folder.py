"""A folder to its content files: where they are and what they weigh. Links and odd files are faults."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from watchbill.load.fault import START, Fault
from watchbill.load.text import MOST_BYTES

SUFFIXES = (".yaml", ".yml", ".md")
_NOT_CONTENT = frozenset(
    ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE.md")
)
_SKIPPED = frozenset(("node_modules", "__pycache__", "build", "dist"))


class Entry(NamedTuple):
    """A content file: its path inside the root (with `/`), and the stamp that tells whether it changed."""

    path: str
    stamp: tuple[int, int, int]


class Odd(NamedTuple):
    """Something in the folder that is not read, and why."""

    path: str
    fault: Fault


def is_content(name: str) -> bool:
    """Whether a file of this name may hold a document."""
    return name.endswith(SUFFIXES) and name not in _NOT_CONTENT


def content_files(root: str, folders: tuple[str, ...]) -> Iterator[Entry | Odd]:
    """Every content file below these folders of a root (the root itself where none is named), unsorted."""
    pending = [os.path.join(root, folder) for folder in folders] if folders else [root]
    cut = len(root.rstrip(os.sep)) + 1
    while pending:
        try:
            entries = os.scandir(pending.pop())
        except (FileNotFoundError, NotADirectoryError):
            continue
        with entries:
            for entry in entries:
                name = entry.name
                if name[0] == "." or name in _SKIPPED:
                    continue
                if entry.is_symlink():
                    yield Odd(entry.path[cut:].replace(os.sep, "/"), _link_fault(root, entry.path))
                elif entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif name.endswith(SUFFIXES) and name not in _NOT_CONTENT:
                    found = entry.stat(follow_symlinks=False)
                    path = entry.path[cut:].replace(os.sep, "/")
                    if not stat.S_ISREG(found.st_mode):
                        yield Odd(
                            path,
                            Fault(
                                "file/not-a-file",
                                START,
                                "this is a device or a pipe, not a file",
                                "delete it",
                            ),
                        )
                    else:
                        yield Entry(path, (found.st_mtime_ns, found.st_size, found.st_ino))


def _link_fault(root: str, path: str) -> Fault:
    target = os.path.realpath(path)
    inside = target.startswith(os.path.realpath(root) + os.sep)
    where = "to another place in the repository" if inside else "out of the repository"
    return Fault(
        "file/symbolic-link",
        START,
        f"a symbolic link that leads {where}",
        "put the file itself here; links are not followed",
    )


def read_bytes(root: Path | str, path: str) -> bytes:
    """The bytes of a regular file, at most one more than is allowed. Raises OSError; never follows a link."""
    handle = os.open(
        os.path.join(root, path), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    )
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("not a regular file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(MOST_BYTES + 1)
    finally:
        os.close(handle)
