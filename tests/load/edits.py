"""Edits of the smallest book by chance: what a hurried hand does to files, good and bad."""

import os
import random
from collections.abc import Callable
from pathlib import Path

from tests import smallest

NAMES = sorted(path.name for path in smallest.HERE.glob("*.*") if path.suffix in (".yaml", ".md"))
WORDS = (
    "desk",
    "legal",
    "analyst",
    "counsel",
    "fraud",
    "promise",
    "15m",
    "0m",
    "nobody",
    "P0",
    "[]",
)


def files(book: Path) -> list[Path]:
    return sorted(path for path in book.rglob("*.*") if path.is_file() and not path.is_symlink())


def line_gone(book: Path, chance: random.Random) -> None:
    path = chance.choice(files(book))
    rows = path.read_bytes().split(b"\n")
    del rows[chance.randrange(len(rows))]
    path.write_bytes(b"\n".join(rows))


def line_twice(book: Path, chance: random.Random) -> None:
    path = chance.choice(files(book))
    rows = path.read_bytes().split(b"\n")
    place = chance.randrange(len(rows))
    rows.insert(place, rows[place])
    path.write_bytes(b"\n".join(rows))


def word_changed(book: Path, chance: random.Random) -> None:
    path = chance.choice(files(book))
    text = path.read_text("utf-8", errors="replace")
    old = chance.choice([word for word in WORDS if word in text] or [text[:1] or "x"])
    path.write_text(text.replace(old, chance.choice(WORDS), chance.choice([1, -1])), "utf-8")


def same_size(book: Path, chance: random.Random) -> None:
    """A letter changed and the file's time put back: nothing but its content tells."""
    path = chance.choice(files(book))
    before = path.stat()
    raw = bytearray(path.read_bytes() or b"x")
    raw[chance.randrange(len(raw))] = ord(chance.choice("abcxyz0"))
    path.write_bytes(raw)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def bytes_broken(book: Path, chance: random.Random) -> None:
    chance.choice(files(book)).write_bytes(chance.choice([b"", b"\xff\xfe", b"kind: team\n", b"["]))


def gone(book: Path, chance: random.Random) -> None:
    chance.choice(files(book)).unlink()


def moved(book: Path, chance: random.Random) -> None:
    path = chance.choice(files(book))
    folder = book / chance.choice(["a", "b", "."])
    folder.mkdir(exist_ok=True)
    path.replace(folder / path.name)


def renamed(book: Path, chance: random.Random) -> None:
    path = chance.choice(files(book))
    path.replace(path.with_name(chance.choice(NAMES)))


def copied(book: Path, chance: random.Random) -> None:
    folder = book / "copy"
    folder.mkdir(exist_ok=True)
    path = chance.choice(files(book))
    (folder / path.name).write_bytes(path.read_bytes())


def linked(book: Path, chance: random.Random) -> None:
    path = chance.choice(files(book))
    path.unlink()
    path.symlink_to("/etc/hostname")


def mended(book: Path, chance: random.Random) -> None:
    """The book as it was, or one file of it."""
    for name in chance.choice([NAMES, [chance.choice(NAMES)]]):
        (book / name).unlink(missing_ok=True)
        (book / name).write_bytes((smallest.HERE / name).read_bytes())
    for folder in ("a", "b", "copy"):
        for path in (book / folder).glob("*"):
            path.unlink()


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    line_gone,
    line_twice,
    word_changed,
    word_changed,
    same_size,
    bytes_broken,
    gone,
    moved,
    renamed,
    copied,
    linked,
    mended,
    mended,
)


def edit(book: Path, chance: random.Random) -> str:
    """One edit; its name."""
    one = chance.choice(EDITS) if len(files(book)) > 6 else mended
    one(book, chance)
    return one.__name__
