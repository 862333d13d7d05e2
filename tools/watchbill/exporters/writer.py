"""Writes exports: beside their place, then by one rename, so that a reader never meets half of one."""

import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from watchbill.errors import CannotRun
from watchbill.exporters.protocol import File

MANIFEST = ".watchbill-export.json"


def write_folder(folder: Path, files: Sequence[File]) -> None:
    """Makes a folder hold exactly these files. Raises CannotRun where it is not ours to replace."""
    if not _ours(folder):
        raise CannotRun(f"{folder} holds what no export wrote; name another --out, or remove it")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-new-"))
        try:
            new.chmod(0o755)
            for file in (*files, manifest(files)):
                _write(new / file.name, file.text)
            _swap(folder, new)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise CannotRun(f"cannot write {folder}: {error.strerror or error}") from error


def write_file(path: Path, text: str) -> None:
    """Makes one file hold this text. Raises CannotRun where it cannot be written."""
    new = path.parent / f".{path.name}-new-{os.getpid()}"
    try:
        _write(new, text)
        new.replace(path)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        raise CannotRun(f"cannot write {path}: {error.strerror or error}") from error


def stale(folder: Path, files: Sequence[File]) -> list[str]:
    """The names of files in a folder that are missing, differ, or are not wanted; sorted."""
    wanted = {file.name: file.text for file in (*files, manifest(files))}
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}
    known = {name for name, text in wanted.items() if read(folder / name) == text}
    return sorted((wanted.keys() | there) - known)


def read(path: Path) -> str | None:
    """The text of a file; None where there is none that can be read."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def manifest(files: Sequence[File]) -> File:
    """The list of files by which a later run knows the folder for its own."""
    names = sorted(file.name for file in files)
    return File(MANIFEST, json.dumps({"written_by": "watchbill export", "files": names}) + "\n")


def _ours(folder: Path) -> bool:
    if folder.is_symlink():
        return False
    if not folder.exists():
        return True
    return folder.is_dir() and ((folder / MANIFEST).is_file() or not any(folder.iterdir()))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def _swap(folder: Path, new: Path) -> None:
    """Puts the new folder in the old one's place; the old one comes back where that fails."""
    if not folder.exists():
        new.replace(folder)
        return
    old = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-old-"))
    folder.replace(old)
    try:
        new.replace(folder)
    except OSError:
        old.replace(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
