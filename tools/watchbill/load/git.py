"""What Git holds of a folder at one commit: its files, read from the object store without a checkout."""

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from watchbill.errors import CannotRun
from watchbill.load.fault import START, Fault
from watchbill.load.folder import Entry, Odd, is_content, name_fault, skipped
from watchbill.load.text import MOST_BYTES, shown
from watchbill.model.types import parse_date, parse_instant

_LINK, _SUBMODULE = "120000", "160000"
_ELSEWHERE = Fault(
    "file/symbolic-link",
    START,
    "a symbolic link",
    "put the file itself here; links are not followed",
)


class Blob(NamedTuple):
    """A file of a commit: its mode and the name of its content."""

    mode: str
    object: str


def commit_of(root: str, revision: str) -> str:
    """The full name of the commit that a revision means in the repository that a folder lies in.

    Raises CannotRun where there is no repository, or it has no such commit (a shallow clone lacks most).
    """
    if not revision or revision.startswith("-"):
        raise CannotRun(f"{shown(revision, 100) or 'an empty word'} is no revision")
    found = ask(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    name = found.decode("ascii", "replace").strip() if found else ""
    if not name:
        why = "it is no Git checkout" if ask(root, "rev-parse", "--git-dir") is None else _why(root)
        raise CannotRun(f"{root} has no commit {shown(revision, 100)}: {why}")
    return name


def time_of(root: str, commit: str) -> datetime:
    """When a commit was made, in UTC. Raises CannotRun."""
    found = ask(root, "log", "-1", "--format=%ct", commit, "--")
    try:
        return datetime.fromtimestamp(int(found or b""), UTC)
    except ValueError:
        raise CannotRun(f"Git does not tell when {commit[:12]} was made: {_why(root)}") from None


def as_of(root: str, when: str) -> str:
    """The commit that stood at the end of a day (`2026-11-02`, UTC) or at an instant; else a revision's.

    Looked for along the first parents of HEAD: what a merge brought in stood from the merge on. Raises CannotRun.
    """
    try:
        day = parse_date(when)
        until = datetime.combine(day, time(), UTC) + timedelta(days=1, seconds=-1)
    except ValueError:
        try:
            until = parse_instant(when)
        except ValueError:
            return commit_of(root, when)
    head = commit_of(root, "HEAD")
    words = ("rev-list", "-1", "--first-parent", f"--before={int(until.timestamp())}", head)
    found = (ask(root, *words) or b"").decode("ascii", "replace").strip()
    if not found:
        raise CannotRun(f"{root} has no commit from {when} or before: {_why(root)}")
    return found


def main_line(root: str, head: str, most: int) -> tuple[str, ...]:
    """The last commits of the main line up to a revision, at most so many, the oldest in front.

    Followed along first parents: a merge is one commit. Raises CannotRun.
    """
    last = commit_of(root, head)
    told = ask(root, "rev-list", "--first-parent", f"--max-count={most}", last)
    if told is None:
        raise CannotRun(f"Git cannot tell what came before {last[:12]}: {_why(root)}")
    return tuple(reversed(told.decode("ascii").split()))


def _why(root: str) -> str:
    shallow = (ask(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
    return "the clone is shallow (`git fetch --unshallow`)" if shallow else "fetch it first"


class Tree:
    """The files below a folder as one commit has them."""

    def __init__(self, root: str, commit: str) -> None:
        self._root = root
        self.commit = commit
        told = ask(root, "ls-tree", "-r", "-z", commit, "--", ".")
        if told is None:
            raise CannotRun(f"Git cannot list {root} at {commit[:12]}: {_why(root)}")
        self.blobs = dict(_rows(told))

    def files(self, folders: tuple[str, ...]) -> Iterator[Entry | Odd]:
        """Every content file below these folders of it, sorted."""
        for path, blob in sorted(self.blobs.items()):
            parts = PurePosixPath(path).parts
            below = not folders or any(path.startswith(f"{folder}/") for folder in folders)
            if not below or blob.mode == _SUBMODULE or any(map(skipped, parts)):
                continue
            found = _entry(path, parts, blob)
            if found is not None:
                yield found

    def read(self, path: str) -> bytes:
        """The bytes of a file, at most one more than is allowed. Raises OSError."""
        blob = self.blobs.get(path)
        if blob is None:
            raise FileNotFoundError(f"not in {self.commit[:12]}")
        raw = ask(self._root, "cat-file", "blob", blob.object)
        if raw is None:
            raise OSError(f"Git does not hold it: {_why(self._root)}")
        return raw[: MOST_BYTES + 1]

    def settings(self, name: str) -> bytes | None:
        """A file of the folder by its name, for its settings; None where there is none."""
        return self.read(name) if name in self.blobs else None


def _rows(told: bytes) -> Iterator[tuple[str, Blob]]:
    """The rows of `git ls-tree -z`: mode, type, object, and the path behind a tab."""
    for row in filter(None, told.split(b"\0")):
        head, _, path = row.partition(b"\t")
        mode, _, object = head.decode("ascii").split(" ")
        yield os.fsdecode(path), Blob(mode, object)


def _entry(path: str, parts: tuple[str, ...], blob: Blob) -> Entry | Odd | None:
    """A content file as an entry; what is odd about it, if anything; None where it is no content."""
    odd = next(filter(None, map(name_fault, parts)), None)
    if blob.mode == _LINK:
        return Odd(shown(path, 500), odd or _ELSEWHERE)
    if not is_content(parts[-1]):
        return None
    return Odd(shown(path, 500), odd) if odd else Entry(path, blob.object, 0)


def differing(root: str, commit: str) -> frozenset[str]:
    """The files below a folder that differ from a commit, new ones included. Raises CannotRun."""
    found: set[str] = set()
    for words in (
        ("diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z", commit, "--"),
        ("ls-files", "--others", "-z"),
    ):
        told = ask(root, *words)
        if told is None:
            raise CannotRun(f"Git cannot compare {root} with {commit[:12]}: {_why(root)}")
        found.update(os.fsdecode(name) for name in told.split(b"\0") if name)
    return frozenset(found)


def ask(root: str, *words: str, fed: bytes = b"") -> bytes | None:
    """What Git says of its own objects, nothing put in their place; None where it fails or is not there.

    Raises CannotRun where the folder is none.
    """
    if not Path(root).is_dir():
        raise CannotRun(f"{shown(root, 200)} is not a folder")
    call = ["git", "--no-replace-objects", "-C", root, *words]
    try:
        return subprocess.run(call, input=fed, capture_output=True, check=True).stdout
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None
