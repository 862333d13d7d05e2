"""Files written whole or not at all: beside the old one, then renamed."""

import contextlib
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, text: str) -> bool:
    """Writes a text file (UTF-8, LF). Returns whether it differs from what was there. Raises OSError."""
    raw = text.encode("utf-8")
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
