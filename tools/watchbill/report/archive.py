"""Files as one archive whose bytes depend on nothing but them, with a list of hashes that tells any change."""

import hashlib
import io
import lzma
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from watchbill.errors import CannotRun
from watchbill.load.text import shown

LIST = "SHA256SUMS"
# A ZIP archive cannot tell a time before this.
_FIRST = datetime(1980, 1, 1, tzinfo=UTC)
_ROW = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_CHUNK = 1 << 20


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


def checked(path: Path) -> tuple[str, ...]:
    """What of an archive is not as its list says: what differs, is missing, is extra.

    Raises CannotRun where it is no archive with a list.
    """
    try:
        with zipfile.ZipFile(path) as found:
            names = Counter(found.namelist())
            if names[LIST] != 1:
                raise CannotRun(f"{path} has no list of hashes ({LIST})")
            listed = _listed(path, found)
            return tuple(sorted(_differing(found, names, listed)))
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise CannotRun(f"{path} cannot be read as an archive: {error}") from None


def _listed(path: Path, found: zipfile.ZipFile) -> dict[str, str]:
    """The hash of each file by path."""
    rows = [_ROW.fullmatch(row) for row in found.read(LIST).decode("utf-8", "replace").splitlines()]
    if not all(rows):
        raise CannotRun(f"{path}: its list of hashes cannot be read")
    return {row[2]: row[1] for row in rows if row}


def _differing(
    found: zipfile.ZipFile, names: Mapping[str, int], listed: Mapping[str, str]
) -> Iterator[str]:
    for name in sorted({*names, *listed} - {LIST}):
        word = shown(name, 300)
        if name not in names:
            yield f"{word}: is missing"
        elif name not in listed:
            yield f"{word}: is extra, no list has it"
        elif names[name] > 1:
            yield f"{word}: is there {names[name]} times"
        elif _hash(found, name) != listed[name]:
            yield f"{word}: differs"


def _hash(found: zipfile.ZipFile, name: str) -> str:
    """The SHA-256 of a file; "" where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with found.open(name) as file:
            while part := file.read(_CHUNK):
                digest.update(part)
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        RuntimeError,
        OSError,
        EOFError,
        ValueError,
    ):
        return ""
    return digest.hexdigest()
