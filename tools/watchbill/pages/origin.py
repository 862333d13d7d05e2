"""Where a checkout stands: the commit's short name and time, and the files that differ from it."""

import os
import subprocess
from datetime import UTC, datetime

from watchbill.pages.desk import Source

_SHORT = 12


def origin(root: str, instant: datetime, commit: str | None = None) -> Source:
    """The source of the book below `root`. `commit` overrides what Git says ("" for none)."""
    if commit is not None:
        return Source(commit[:_SHORT], instant.astimezone(UTC), frozenset())
    head = _git(root, "rev-parse", "HEAD")
    status = _git(root, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", ".")
    if head is None or status is None:
        return Source("", instant.astimezone(UTC), frozenset())
    prefix = (_git(root, "rev-parse", "--show-prefix") or "").strip()
    names = (entry[3:] for entry in status.split("\0") if len(entry) > 3)
    changed = frozenset(name.removeprefix(prefix) for name in names)
    return Source(head.strip()[:_SHORT], instant.astimezone(UTC), changed)


def _git(root: str, *words: str) -> str | None:
    try:
        done = subprocess.run(["git", "-C", root, *words], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return os.fsdecode(done.stdout)
