"""What was learnt of each file by its bytes, kept between runs under the user's cache folder.

One file a set of roots, written beside and renamed; a checksum in front. A file that is damaged,
foreign or of another version of the tool is as good as none. It holds plain data, nothing that runs:
a line of JSON, a line of text for each file of the book, and below them, as bytes, what each file's card
says, which hardly anybody asks for.
"""

import contextlib
import hashlib
import json
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import watchbill

# Folders of the package that have no say in what is kept: neither reading, rules, proofs nor their words.
_NO_SAY = frozenset(
    (
        "__pycache__",
        "editor",
        "exporters",
        "files",
        "github",
        "kinds",
        "pages",
        "starter",
        "upgrades",
    )
)


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Changes with the tool's version, each of its files that has a say, and what is installed beside it."""
    digest = hashlib.sha256(f"{watchbill.__version__} {sys.hexversion}".encode())
    pending = [os.path.dirname(os.path.abspath(watchbill.__file__))]
    stamps = [
        f"{path}:{os.stat(path).st_mtime_ns}"
        for path in sys.path
        if path.endswith("-packages") and os.path.isdir(path)
    ]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    found = entry.stat()
                    stamps.append(f"{entry.path}:{found.st_mtime_ns}:{found.st_size}")
                elif entry.is_dir(follow_symlinks=False) and entry.name not in _NO_SAY:
                    pending.append(entry.path)
    digest.update("\n".join(sorted(stamps)).encode())
    return digest.hexdigest()[:32]


def cache_folder() -> Path | None:
    """Where the cache lies: `$WATCHBILL_CACHE`, else the user's cache folder; None where it is switched off."""
    own = os.environ.get("WATCHBILL_CACHE")
    if own is not None:
        return None if own in ("", "0", "off") else Path(own)
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "watchbill"


def _front(index: bytes | memoryview, cards: bytes | memoryview) -> bytes:
    """What stands before them: their checksum, which tool wrote them, and where the cards begin."""
    size = f"{len(index):012}\n"
    digest = hashlib.sha256(size.encode())
    digest.update(index)
    digest.update(cards)
    return f"{digest.hexdigest()}\n{fingerprint()}\n{size}".encode()


class Cache:
    """A table of plain data under a name.

    Its `rows`, where it has any, are single lines of text, and its `cards` bytes; to be written they are given
    in pieces.
    """

    def __init__(self, folder: Path | None, name: str) -> None:
        digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32]
        self._path = folder / f"{digest}.json" if folder else None

    @property
    def off(self) -> bool:
        """Whether nothing is kept."""
        return self._path is None

    def read(self) -> dict[str, Any]:
        """What was kept; empty where there is nothing to be trusted."""
        if self._path is None:
            return {}
        try:
            raw = self._path.read_bytes()
            begin = len(_front(b"", b""))
            cut = begin + int(raw[begin - 13 : begin])
            # Neither is copied: a large book has millions of bytes of them.
            index, cards = memoryview(raw)[begin:cut], memoryview(raw)[cut:]
            if raw[:begin] != _front(index, cards):
                return {}
            head, *rows = str(index, "utf-8", "surrogatepass").split("\n")
            kept = json.loads(head)
        except (OSError, ValueError):
            return {}
        if not isinstance(kept, dict):
            return {}
        return {**kept, "rows": rows, "cards": cards} if rows else kept

    def write(self, table: dict[str, Any]) -> None:
        """Keeps a table. A cache that cannot be written is no fault: the next run is slower."""
        if self._path is None:
            return
        plain = {name: value for name, value in table.items() if name not in ("rows", "cards")}
        head = json.dumps(plain, separators=(",", ":"), ensure_ascii=False)
        index = "\n".join((head, *table.get("rows", ()))).encode("utf-8", "surrogatepass")
        cards = b"".join(table.get("cards", ()))
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            name = f"{self._path}.{os.getpid()}.new"
            handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.writelines((_front(index, cards), index, cards))
                os.replace(name, self._path)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.unlink(name)
                raise
