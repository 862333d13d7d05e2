"""A patch that may change documents of the book and nothing else: looked at line by line, then applied by Git.

It was made in a run of our own, but out of what anybody wrote. So it is trusted with nothing: only text of
content files that are there already, in the folders of the book, no link, no mode, no new file.
"""

import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from watchbill.errors import CannotRun
from watchbill.load.text import shown

MOST_BYTES = 1 << 20
MOST_FILES = 5
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*\.(?:yaml|md)")
_HEAD = re.compile(r"diff --git a/(\S+) b/(\S+)")
_INDEX = re.compile(r"index [0-9a-f]{7,64}\.\.[0-9a-f]{7,64} 100644")
_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@.*")


def files_of(patch: str, folders: Sequence[str]) -> tuple[str, ...]:
    """The files that a patch changes, sorted. Raises CannotRun for one that does anything else."""
    lines = patch.removesuffix("\n").split("\n")
    if len(patch.encode("utf-8", "replace")) > MOST_BYTES:
        raise CannotRun(f"the patch has more than {MOST_BYTES:,} bytes")
    found: list[str] = []
    at = 0
    while at < len(lines):
        head = _HEAD.fullmatch(lines[at])
        if not head or head[1] != head[2]:
            raise _strange(lines[at])
        name = head[1]
        own = (f"--- a/{name}", f"+++ b/{name}")
        if not _INDEX.fullmatch(_line(lines, at + 1)) or tuple(lines[at + 2 : at + 4]) != own:
            raise _strange(_line(lines, at + 1))
        if not _NAME.fullmatch(name) or not _inside(name, folders):
            raise CannotRun(f"the patch changes {shown(name)}, which is no document of the book")
        found.append(name)
        at = _behind(lines, at + 4)
    if not found or len(found) > MOST_FILES or len(set(found)) != len(found):
        raise CannotRun(f"the patch changes {len(found)} files; 1 to {MOST_FILES} are let in")
    return tuple(sorted(found))


def _inside(name: str, folders: Sequence[str]) -> bool:
    """Whether a file lies in one of the folders of the book; in any where the book names none."""
    return not folders or any(name.startswith(f"{one.rstrip('/')}/") for one in folders)


def _behind(lines: Sequence[str], at: int) -> int:
    """The line behind the hunks that begin here, each as long as it says. Raises CannotRun."""
    first = at
    while (hunk := _HUNK.fullmatch(_line(lines, at))) is not None:
        old, new = (int(part) if part else 1 for part in hunk.groups())
        at += 1
        while old > 0 or new > 0:
            sign = _line(lines, at)[:1] or "?"
            if sign not in " -+\\":
                raise _strange(_line(lines, at))
            old -= sign in " -"
            new -= sign in " +"
            at += 1
        while _line(lines, at).startswith("\\"):
            at += 1
    if at == first:
        raise _strange(_line(lines, at))
    return at


def _line(lines: Sequence[str], at: int) -> str:
    return lines[at] if at < len(lines) else ""


def _strange(line: str) -> CannotRun:
    return CannotRun(f"the patch does more than change lines of a document: {shown(line, 100)}")


def applied(root: Path, patch: Path, folders: Sequence[str]) -> dict[str, str]:
    """Applies a patch in a checkout; the texts of the files that it changes, by name. Raises CannotRun."""
    try:
        text = patch.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun(f"{patch} cannot be read as a patch: {error}") from None
    names = files_of(text, folders)
    for name in names:
        for one in _ways(root, name):
            if one.is_symlink():
                raise CannotRun(f"{shown(name)} lies behind a symbolic link")
        if not (root / name).is_file():
            raise CannotRun(f"{shown(name)} is not there to be changed")
    words = ["git", "-C", str(root), "apply", "--whitespace=nowarn", str(patch.resolve())]
    done = subprocess.run(words, capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise CannotRun(f"the patch does not fit: {shown(said, 200)}")
    return {name: (root / name).read_bytes().decode("utf-8") for name in names}


def _ways(root: Path, name: str) -> Iterator[Path]:
    """The file and every folder on the way to it."""
    place = root
    for part in name.split("/"):
        place /= part
        yield place
