"""Two commits merged among Git's objects: nothing is checked out, and nothing of either is run."""

import os
import subprocess
from pathlib import Path

from watchbill.errors import CannotRun
from watchbill.load.text import shown

# Not what somebody's own settings say: the same two make the same commit on any machine.
_PLAIN = ("-c", "merge.renames=true", "-c", "merge.directoryRenames=false")
_WHO = ("watchbill", "watchbill@localhost")
_MOST_NAMED = 5


def merged(root: str, base: str, head: str) -> str:
    """The commit that merging `head` into `base` makes (both by their full names), as nobody and at the time of `base`.

    The same two always make the same commit. Raises CannotRun where they conflict, or have no commit in common.
    """
    code, told = _git(
        root, "merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", base, head
    )
    tree, *files = [os.fsdecode(one) for one in told.split(b"\0") if one] or [""]
    if code == 1 and files:
        named = ", ".join(shown(one, 200) for one in files[:_MOST_NAMED])
        more = f" and {len(files) - _MOST_NAMED} more" if len(files) > _MOST_NAMED else ""
        raise CannotRun(
            f"{head[:12]} conflicts with {base[:12]} in {named}{more}; merge the base into it first"
        )
    if code != 0:
        raise CannotRun(
            f"Git cannot merge {head[:12]} into {base[:12]}: they have no commit in common, or the clone is shallow"
        )
    time = _git(root, "log", "-1", "--format=%cI", base)[1].decode("ascii", "replace").strip()
    words = ("commit-tree", tree, "-p", base, "-p", head, "-m", "What a merge would make")
    code, told = _git(root, *words, time=time)
    if code != 0:
        raise CannotRun(f"Git cannot write what merging {head[:12]} would make")
    return told.decode("ascii", "replace").strip()


def _git(root: str, *words: str, time: str = "") -> tuple[int, bytes]:
    """Git's exit code and what it says; 128 where it is not there."""
    if not Path(root).is_dir():
        raise CannotRun(f"{shown(root, 200)} is not a folder")
    name, address = _WHO
    own = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", name), ("EMAIL", address), ("DATE", time))
    }
    try:
        done = subprocess.run(
            ["git", "-C", root, *_PLAIN, *words],
            env={**os.environ, **own} if time else None,
            capture_output=True,
            check=False,
        )
    except (OSError, ValueError):
        return 128, b""
    return done.returncode, done.stdout
