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


def _ref(folder: Path, name: str) -> str:
    shared = folder / "commondir"
    common = (folder / shared.read_text("utf-8").strip()).resolve() if shared.is_file() else folder
    for place in (folder, common):
        if (place / name).is_file():
            return (place / name).read_text("ascii").strip()
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
    import subprocess  # only where Git must be asked

    words = ["git", "-C", root, "log", "-1", "--format=%ct"]
    try:
        return int(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None


def changed_files(root: str, revision: str) -> tuple[str, ...] | None:
    """The files below the root that differ from a revision, new ones included; None where Git cannot tell."""
    import subprocess  # only where Git must be asked

    found: set[str] = set()
    for words in (
        ["diff", "--name-only", "--no-renames", "--relative", "-z", revision, "--"],
        ["ls-files", "--others", "--exclude-standard", "-z"],
    ):
        try:
            done = subprocess.run(["git", "-C", root, *words], capture_output=True, check=True)
        except (OSError, subprocess.CalledProcessError):
            return None
        found.update(name for name in os.fsdecode(done.stdout).split("\0") if name)
    return tuple(sorted(found))
