"""A file that a command was asked to write."""

from pathlib import Path

from watchbill.errors import CannotRun
from watchbill.writing import write_whole


def write(path: Path, text: str) -> None:
    """Writes a file whole, with the folders around it. Raises CannotRun where that cannot be done."""
    try:
        write_whole(path, text)
    except OSError as error:
        raise CannotRun(f"cannot write {path}: {error.strerror or error}") from None
