"""The smallest book as files, where a command can be run on it."""

from pathlib import Path

from tests import smallest


def smallest_book(folder: Path) -> Path:
    """Copies the smallest book into a folder, comments and all."""
    for path in smallest.HERE.glob("*.*"):
        if path.suffix in (".yaml", ".md"):
            (folder / path.name).write_bytes(path.read_bytes())
    return folder
