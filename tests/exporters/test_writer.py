"""What is written is whole, current to the byte, and never in the place of what others wrote."""

from pathlib import Path

import pytest

from watchbill.errors import CannotRun
from watchbill.exporters.protocol import File
from watchbill.exporters.writer import MANIFEST, stale, write_file, write_folder

ONE = (File("a.yml", "a\n"), File("deep/b.yml", "b\n"))


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_folder_holds_the_files_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "out" / "target"
    write_folder(target, ONE)
    assert names(target) == [MANIFEST, "a.yml", "deep/b.yml"]
    write_folder(target, ONE[:1])
    assert names(target) == [MANIFEST, "a.yml"]
    assert [path.name for path in target.parent.iterdir()] == ["target"]


def test_a_folder_that_others_filled_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", "utf-8")
    with pytest.raises(CannotRun, match="no export wrote"):
        write_folder(tmp_path, ONE)
    assert names(tmp_path) == ["mine"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "target").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotRun):
        write_folder(tmp_path / "target", ONE)
    assert names(tmp_path / "elsewhere") == []


def test_a_write_that_fails_leaves_the_old_folder_whole(tmp_path: Path) -> None:
    target = tmp_path / "target"
    write_folder(target, ONE)
    with pytest.raises(CannotRun, match="cannot write"):
        write_folder(target, (File("a.yml", "new"), File("a.yml/below", "no folder")))
    assert (target / "a.yml").read_text("utf-8") == "a\n"
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_a_file_takes_the_old_ones_place(tmp_path: Path) -> None:
    path = tmp_path / "new" / "CODEOWNERS"
    write_file(path, "one\n")
    write_file(path, "two\n")
    assert path.read_text("utf-8") == "two\n"
    assert names(tmp_path) == ["new/CODEOWNERS"]


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(CannotRun, match="cannot write"):
        write_file(tmp_path / "file" / "below", "text")
    with pytest.raises(CannotRun, match="cannot write"):
        write_folder(tmp_path / "file" / "below", ONE)


def test_what_is_missing_changed_or_not_wanted_is_old(tmp_path: Path) -> None:
    assert stale(tmp_path, ONE) == [MANIFEST, "a.yml", "deep/b.yml"]
    write_folder(tmp_path / "t", ONE)
    assert stale(tmp_path / "t", ONE) == []
    (tmp_path / "t" / "a.yml").write_bytes(b"a\r\n")
    (tmp_path / "t" / "deep" / "b.yml").unlink()
    (tmp_path / "t" / "more").write_bytes(b"\xff")
    assert stale(tmp_path / "t", ONE) == ["a.yml", "deep/b.yml", "more"]
