"""Where checkouts stand: commits, the time of the first, and the files that differ from them."""

import os
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from watchbill.pages.desk import Root, Source

_SHORT = 12


def origin(
    roots: Sequence[tuple[Path, str]], instant: datetime, commit: str | None = None
) -> Source:
    """The source of a book: its roots as folder and prefix of file names, the first being the main one.

    `commit` overrides what Git says of the first root ("" for none).
    """
    found = [_root(path, prefix, place) for place, (path, prefix) in enumerate(roots)]
    if commit is not None and found:
        found[0] = found[0]._replace(commit=commit[:_SHORT], changed=frozenset())
    return Source(found[0].commit if found else "", instant.astimezone(UTC), tuple(found))


def _root(path: Path, prefix: str, place: int) -> Root:
    name = f"{path.resolve().name}/" if place else ""
    head = _git(path, "rev-parse", "HEAD")
    status = _git(path, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", ".")
    if head is None or status is None:
        return Root(prefix, name, "", frozenset())
    inside = (_git(path, "rev-parse", "--show-prefix") or "").strip()
    files = (entry[3:] for entry in status.split("\0") if len(entry) > 3)
    changed = frozenset(file.removeprefix(inside) for file in files)
    return Root(prefix, name, head.strip()[:_SHORT], changed)


def _git(folder: Path, *words: str) -> str | None:
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return os.fsdecode(done.stdout)
