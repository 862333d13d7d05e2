"""Files written whole or not at all: beside the old one, then renamed."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path


class Occupied(Exception):
    """A folder that was to be filled holds something already: its name and what was found there."""


def write_whole(path: Path, text: str) -> bool:
    """Writes a text file (UTF-8, LF). Returns whether it differs from what was there. Raises OSError."""
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, raw: bytes) -> bool:
    """Writes a file. Returns whether it differs from what was there. Raises OSError."""
    with contextlib.suppress(FileNotFoundError):
        if path.read_bytes() == raw:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            os.fchmod(file.fileno(), 0o644)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    return True


def fill_folder(
    folder: Path, files: Mapping[str, str], finish: Callable[[Path], Mapping[str, str]]
) -> None:
    """Fills a new or empty folder with texts by their paths, all of them or none.

    They are written into a folder inside it, where `finish` looks at them and says what else there is
    to be, and then moved into their places. Only `.git` may be there before. Raises Occupied where
    anything else is, and OSError; what was there is never touched.
    """
    _vacant(folder)
    new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    moved: list[Path] = []
    try:
        beside = Path(tempfile.mkdtemp(dir=folder, prefix=".watchbill-init-"))
        try:
            _write_all(beside, files)
            _write_all(beside, finish(beside))
            _vacant(folder, beside.name)
            for entry in sorted(beside.iterdir()):
                entry.rename(folder / entry.name)
                moved.append(folder / entry.name)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except BaseException:
        for path in moved:
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()
        if new:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _vacant(folder: Path, *own: str) -> None:
    """Raises Occupied where a folder holds more than `.git` and what is our own."""
    if folder.is_symlink() or folder.exists():
        if not folder.is_dir():
            raise Occupied(f"{folder} is no folder")
        others = sorted(one.name for one in folder.iterdir() if one.name not in {".git", *own})
        if others:
            raise Occupied(f"{folder} is not empty: it holds {others[0]}")


def _write_all(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        write_whole(folder / name, text)
