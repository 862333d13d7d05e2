"""An archive is compared with its own list: what differs, is missing, is extra, or is there twice."""

import io
import warnings
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from watchbill.errors import CannotRun
from watchbill.report.archive import LIST, archive, checked, sums

FILES = {"a.txt": b"one", "b/c.txt": b"two"}
MADE = datetime(2026, 11, 2, tzinfo=UTC)


def zipped(*files: tuple[str, bytes], packed: int = zipfile.ZIP_STORED) -> bytes:
    raw = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(raw, "w", packed) as target:
        warnings.simplefilter("ignore")
        for name, body in files:
            target.writestr(name, body)
    return raw.getvalue()


def verdict(tmp_path: Path, raw: bytes) -> tuple[str, ...]:
    (tmp_path / "x.zip").write_bytes(raw)
    return checked(tmp_path / "x.zip")


def test_what_was_written_is_as_its_list_says(tmp_path: Path) -> None:
    assert verdict(tmp_path, archive(FILES, "c" * 40, MADE)) == ()
    assert verdict(tmp_path, zipped(*FILES.items(), (LIST, sums(FILES)), packed=8)) == ()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("a.txt", b"One"), ("b/c.txt", b"two")], ("a.txt: differs",)),
        ([("a.txt", b"one")], ("b/c.txt: is missing",)),
        ([*FILES.items(), ("d", b"")], ("d: is extra, no list has it",)),
        ([*FILES.items(), ("a.txt", b"one")], ("a.txt: is there 2 times",)),
        ([], ("a.txt: is missing", "b/c.txt: is missing")),
    ],
)
def test_every_difference_is_told(
    tmp_path: Path, files: list[tuple[str, bytes]], said: tuple[str, ...]
) -> None:
    assert verdict(tmp_path, zipped(*files, (LIST, sums(FILES)))) == said


def test_a_file_whose_bytes_are_damaged_differs(tmp_path: Path) -> None:
    raw = archive(FILES, "c" * 40, MADE)
    assert verdict(tmp_path, raw.replace(b"one", b"onf", 1)) == ("a.txt: differs",)


@pytest.mark.parametrize("list_", [b"no hash  a.txt\n", b"0" * 64 + b"a.txt\n"])
def test_a_list_that_cannot_be_read_is_told(tmp_path: Path, list_: bytes) -> None:
    with pytest.raises(CannotRun, match="its list of hashes cannot be read"):
        verdict(tmp_path, zipped((LIST, list_)))


def test_a_damaged_list_is_told(tmp_path: Path) -> None:
    raw = archive(FILES, "c" * 40, MADE).replace(b"  a.txt", b"  b.txt", 1)
    with pytest.raises(CannotRun, match="cannot be read as an archive"):
        verdict(tmp_path, raw)


def test_two_lists_are_none(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="has no list of hashes"):
        verdict(tmp_path, zipped((LIST, sums({})), (LIST, sums({}))))
