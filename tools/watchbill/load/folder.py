"""A folder to its content files: where they are and what they weigh. Links and odd files are faults."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from watchbill.load.fault import START, Fault
from watchbill.load.text import MOST_BYTES, is_nfc, shown, unseen

SUFFIXES = (".yaml", ".yml", ".md")
_NOT_CONTENT = frozenset(
    ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE.md")
)
_SKIPPED = frozenset(("node_modules", "__pycache__", "build", "dist"))


class Entry(NamedTuple):
    """A content file: its path inside the root (with `/`), and the stamp that tells whether it changed.

    The stamp says when its content changed (nanoseconds), its size, its number in the file system, and when
    anything about it changed. `youngest` is the later of the two times.
    """

    path: str
    stamp: str
    youngest: int


class Odd(NamedTuple):
    """Something in the folder that is not read, and why."""

    path: str
    fault: Fault


def skipped(name: str) -> bool:
    """Whether what has this name, a folder or a file, has nothing to do with the book."""
    return name.startswith(".") or name in _SKIPPED


def is_content(name: str) -> bool:
    """Whether a file of this name may hold a document."""
    return name.lower().endswith(SUFFIXES) and name not in _NOT_CONTENT


class Folder:
    """The files of a folder on this machine."""

    def __init__(self, path: str) -> None:
        self._path = path

    def files(self, folders: tuple[str, ...]) -> Iterator[Entry | Odd]:
        """Every content file below these folders of it, unsorted."""
        return content_files(self._path, folders)

    def read(self, path: str) -> bytes:
        """The bytes of a file by its path inside. Raises OSError."""
        return read_bytes(self._path, path)


def content_files(root: str, folders: tuple[str, ...]) -> Iterator[Entry | Odd]:
    """Every content file below these folders of a root (the root itself where none is named), unsorted."""
    cut = len(root.rstrip(os.sep)) + 1
    pending = [os.path.join(root, folder) for folder in folders or ("",)]
    for path in [path for path in pending if folders and _leads_elsewhere(root, path)]:
        pending.remove(path)
        yield Odd(_shown(path[cut:]), _link_fault(root, path))
    while pending:
        folder = pending.pop()
        try:
            entries = os.scandir(folder)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            yield Odd(_shown(folder[cut:]) or ".", unreadable(error))
            continue
        with entries:
            yield from _inside(root, entries, cut, pending)


def _inside(
    root: str, entries: Iterable[os.DirEntry[str]], cut: int, pending: list[str]
) -> Iterator[Entry | Odd]:
    """The content files of one folder; the folders in it are pending."""
    for entry in entries:
        name = entry.name
        # As `skipped` says, without the cost of asking for each of thousands.
        if name[0] == "." or name in _SKIPPED:
            continue
        path = entry.path[cut:].replace(os.sep, "/")
        # Nearly all that lies there are files by their names.
        if name.endswith(SUFFIXES) and entry.is_file(follow_symlinks=False):
            found = None if name in _NOT_CONTENT else _file(entry, path)
        elif entry.is_dir(follow_symlinks=False) and _plain(name):
            found = None
            pending.append(entry.path)
        else:
            found = _found(root, entry, path)
        if found is not None:
            yield found


def _leads_elsewhere(root: str, path: str) -> bool:
    """Whether a folder that the settings name is reached by a link."""
    inside = os.path.relpath(path, root)
    return os.path.realpath(path) != os.path.normpath(os.path.join(os.path.realpath(root), inside))


def _found(root: str, entry: os.DirEntry[str], path: str) -> Entry | Odd | None:
    """What an entry of a folder is: content, something odd, or nothing to do with the book."""
    if entry.is_symlink():
        return Odd(_shown(path), _link_fault(root, entry.path))
    folder = entry.is_dir(follow_symlinks=False)
    if not folder and not is_content(entry.name):
        return None
    return _file(entry, path)


def _file(entry: os.DirEntry[str], path: str) -> Entry | Odd:
    """A content file by its name, or what is odd about it."""
    if not _plain(entry.name):
        return Odd(_shown(path), _name_fault(entry.name))
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError as error:
        return Odd(path, unreadable(error))
    if not stat.S_ISREG(found.st_mode):
        message = "this is a device or a pipe, not a file"
        return Odd(path, Fault("file/not-a-file", START, message, "delete it"))
    written, changed = found.st_mtime_ns, found.st_ctime_ns
    stamp = f"{written} {found.st_size} {found.st_ino} {changed}"
    return Entry(path, stamp, max(written, changed))


def _plain(name: str) -> bool:
    """Whether nothing in a file's name is hidden, nor ends a line, nor has two spellings."""
    return (name.isascii() and name.isprintable()) or not (
        unseen(name) or "\n" in name or not is_nfc(name)
    )


def _shown(path: str) -> str:
    return path if _plain(path) else shown(path, 500)


def name_fault(name: str) -> Fault | None:
    """What is odd about a file's name, if anything is."""
    return None if _plain(name) else _name_fault(name)


def _name_fault(name: str) -> Fault:
    odd = unseen(name) or ("\n" if "\n" in name else "")
    if not odd:
        return Fault("file/not-nfc", START, "the name is in decomposed form", "rename it")
    if "\ud800" <= odd <= "\udfff":
        return Fault("file/not-utf8", START, "the name is not UTF-8", "rename it")
    rule = "file/control-character" if odd < "\xa0" else "file/hidden-character"
    message = f"the name has a character that cannot be seen (U+{ord(odd):04X})"
    return Fault(rule, START, message, "rename it")


def unreadable(error: OSError) -> Fault:
    """The fault of a file or folder that the system does not let us read."""
    return Fault(
        "file/unreadable",
        START,
        f"it cannot be read: {error.strerror or error}",
        "give yourself the right to read it, or delete it",
    )


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
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError("not a regular file")
        raw = os.read(handle, min(found.st_size, MOST_BYTES) + 1)
        while len(raw) <= MOST_BYTES and (more := os.read(handle, MOST_BYTES + 1 - len(raw))):
            raw += more
        return raw
    finally:
        os.close(handle)
