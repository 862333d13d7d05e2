"""The short way for a commit hook: `watchbill lint` where nothing has changed says what it said before.

This module is imported before anything else and imports next to nothing.
"""

import hashlib
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from watchbill.cli.head import head_name
from watchbill.errors import CannotRun
from watchbill.load.cache import Cache, cache_folder
from watchbill.load.config import read_config
from watchbill.load.folder import Entry, Odd, content_files

_RACY_NS = 2_000_000_000
_VALUES = {"--root", "--with", "--at", "--format"}
_FLAGS = {"--strict", "--notes"}


def plain(arguments: Sequence[str]) -> dict[str, list[str]] | None:
    """The options of a plain `lint` line (`--name value` and flags); None where it is anything else."""
    found: dict[str, list[str]] = {"paths": []}
    rest = iter(arguments)
    for word in rest:
        name, equals, value = word.partition("=")
        if name in _VALUES:
            found.setdefault(name, []).append(value if equals else next(rest, ""))
            if not found[name][-1]:
                return None
        elif word in _FLAGS:
            found[word] = []
        elif word.startswith("-"):
            return None
        else:
            found["paths"].append(word)
    if any(len(found.get(name, ())) > 1 for name in ("--root", "--at", "--format")):
        return None
    return found


class Replay:
    """What a run said, kept under its words and the state of every file that it read."""

    def __init__(self, arguments: Sequence[str], roots: Sequence[str]) -> None:
        self._began = time.time_ns()
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        words = [str(Path.cwd()), *arguments, "colour" if colour else "plain"]
        self._cache = Cache(cache_folder(), "replay\n" + "\n".join(words))
        # What lies in each root, as it was when its state was taken.
        self.listed: dict[str, list[Entry | Odd]] = {}
        for root in roots:
            self.listed[root] = list(content_files(root, read_config(Path(root)).content))
        self.state, self._youngest = self._look(roots)

    def _look(self, roots: Sequence[str]) -> tuple[str, int]:
        """A hash over the stamps of all files and HEAD, and the youngest stamp in nanoseconds."""
        rows = [head_name(roots[0])]
        youngest = 0
        for root in roots:
            listed = self.listed[root]
            found = [entry for entry in listed if isinstance(entry, Entry)]
            rows += [f"{root}/{path} {stamp}" for path, stamp, _ in found]
            rows += [f"{root}/{odd.path} {odd.fault}" for odd in listed if isinstance(odd, Odd)]
            youngest = max(youngest, *(entry.youngest for entry in found), 0)
            rows.append(str(read_config(Path(root))))
        return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest(), youngest

    def said(self) -> tuple[str, str, int] | None:
        """What the last run said, if nothing has changed since."""
        kept = self._cache.read()
        if kept.get("state") != self.state or self._youngest > kept.get("written", 0) - _RACY_NS:
            return None
        return str(kept["out"]), str(kept["err"]), int(kept["code"])

    def keep(self, out: str, err: str, code: int) -> None:
        """Keeps what this run said."""
        row = {"state": self.state, "written": self._began, "out": out, "err": err, "code": code}
        self._cache.write(row)


def replay_of(arguments: Sequence[str], options: dict[str, list[str]]) -> Replay | None:
    """The replay of a `lint` line; None where the cache is off or a root is not there."""
    roots = [*options.get("--root", ["."]), *options.get("--with", ())]
    if cache_folder() is None or not head_name(roots[0]):
        return None
    if not all(map(Path.is_dir, map(Path, roots))) or not all(
        map(os.path.lexists, options["paths"])
    ):
        return None
    try:
        return Replay(arguments, roots)
    except (CannotRun, OSError):
        return None
