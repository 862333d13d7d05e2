"""The commit that a checkout stands on: its name without starting Git, its time with Git's help."""

import os
from datetime import UTC, datetime
from pathlib import Path

from watchbill.load.cache import Cache, cache_folder


def head_name(root: str) -> str:
    """The hash of HEAD as the files under .git tell it; "" where they do not tell it plainly."""
    try:
        folder = _git_folder(Path(root).resolve())
        text = (folder / "HEAD").read_text("ascii").strip()
        if not text.startswith("ref: "):
            return text
        return _ref(folder, text[5:])
    except (OSError, UnicodeDecodeError, ValueError):
        return ""


def _git_folder(start: Path) -> Path:
    for folder in (start, *start.parents):
        found = folder / ".git"
        if found.is_dir():
            return found
        if found.is_file():
            return (folder / found.read_text("utf-8").partition("gitdir: ")[2].strip()).resolve()
    raise ValueError("no checkout")


def _ref(folder: Path, name: str, depth: int = 5) -> str:
    shared = folder / "commondir"
    common = (folder / shared.read_text("utf-8").strip()).resolve() if shared.is_file() else folder
    for place in (folder, common):
        if (place / name).is_file():
            text = (place / name).read_text("ascii").strip()
            if not text.startswith("ref: "):
                return text
            if not depth:
                raise ValueError("a reference to itself")
            return _ref(folder, text[5:], depth - 1)
    for line in (common / "packed-refs").read_text("ascii").splitlines():
        if line.endswith(f" {name}"):
            return line.partition(" ")[0]
    raise ValueError("no such ref")


def head_time(root: str) -> datetime:
    """The commit time of HEAD in UTC; the machine's clock where the folder is no Git checkout.

    The time of a commit never changes, so it is asked of Git once and kept.
    """
    name = head_name(root)
    cache = Cache(cache_folder(), "commit times")
    kept = cache.read() if name else {}
    seconds = kept.get(name)
    if not isinstance(seconds, int):
        seconds = _asked(root)
        if seconds is None:
            return datetime.now(UTC).replace(microsecond=0)
        if name:
            cache.write({**dict(list(kept.items())[-50:]), name: seconds})
    return datetime.fromtimestamp(seconds, UTC)


def _asked(root: str) -> int | None:
    try:
        return int(_git(root, "log", "-1", "--format=%ct") or "")
    except ValueError:
        return None


def changed_files(root: str, revision: str) -> tuple[str, ...] | None:
    """The files below the root that differ from a revision, new ones included; None where Git cannot tell."""
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if commit is None:
        return None
    found: set[str] = set()
    for words in (
        ("diff", "--name-only", "--no-renames", "--relative", "-z", _name(commit), "--"),
        ("ls-files", "--others", "--exclude-standard", "-z"),
    ):
        told = _git(root, *words)
        if told is None:
            return None
        found.update(name for name in os.fsdecode(told).split("\0") if name)
    return tuple(sorted(found))


def earlier(root: str, revision: str, file: str) -> bytes:
    """The bytes that a file below the root had in a revision; none where it had no such file."""
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    told = _git(root, "cat-file", "blob", f"{_name(commit)}:./{file}") if commit else None
    return told or b""


def _name(commit: bytes) -> str:
    return commit.decode("ascii").strip()


def _git(root: str, *words: str) -> bytes | None:
    import subprocess  # only where Git must be asked

    try:
        return subprocess.run(["git", "-C", root, *words], capture_output=True, check=True).stdout
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None
