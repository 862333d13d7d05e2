"""Files as one archive whose bytes depend on nothing but them, with a list of hashes that tells any change."""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

LIST = "SHA256SUMS"
# A ZIP archive cannot tell a time before this.
_FIRST = datetime(1980, 1, 1, tzinfo=UTC)


def archive(files: Mapping[str, bytes], commit: str, made: datetime) -> bytes:
    """A ZIP of these files, by path, and their hashes as `sha256sum --check` reads them.

    Its comment names the commit; every file bears the commit's time (UTC, in steps of two seconds).
    """
    stamp = max(made.astimezone(UTC), _FIRST).timetuple()[:6]
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as target:
        target.comment = f"commit {commit}".encode("ascii")
        for name, body in sorted({**files, LIST: sums(files)}.items()):
            entry = zipfile.ZipInfo(name, stamp)
            # Stored as they are: what a compressor makes of them differs between its versions.
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            target.writestr(entry, body)
    return raw.getvalue()


def sums(files: Mapping[str, bytes]) -> bytes:
    """A line for each file: its SHA-256 and its path."""
    rows = (f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, body in sorted(files.items()))
    return "".join(rows).encode()
