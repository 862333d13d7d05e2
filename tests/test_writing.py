from pathlib import Path

import pytest

from watchbill.writing import Occupied, fill_folder


def nothing(_: Path) -> dict[str, str]:
    return {}


def test_a_folder_is_filled_with_all_files(tmp_path: Path) -> None:
    seen = []

    def finish(beside: Path) -> dict[str, str]:
        seen.append((beside / "a/b.txt").read_text("utf-8"))
        return {"a/c.txt": "more"}

    fill_folder(tmp_path / "x" / "y", {"a/b.txt": "text"}, finish)
    assert seen == ["text"]
    found = {str(path.relative_to(tmp_path / "x/y")) for path in (tmp_path / "x/y").rglob("*")}
    assert found == {"a", "a/b.txt", "a/c.txt"}


def test_what_goes_wrong_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    def broken(_: Path) -> dict[str, str]:
        raise ZeroDivisionError

    for folder in (tmp_path / "new", tmp_path):
        with pytest.raises(ZeroDivisionError):
            fill_folder(folder, {"a/b.txt": "text"}, broken)
    assert list(tmp_path.iterdir()) == []


def test_what_turns_up_on_the_way_is_not_touched(tmp_path: Path) -> None:
    def meanwhile(_: Path) -> dict[str, str]:
        (tmp_path / "b").write_text("theirs", "utf-8")
        return {}

    with pytest.raises(Occupied, match="it holds b"):
        fill_folder(tmp_path, {"a": "ours", "b": "ours"}, meanwhile)
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [
        ("b", "theirs")
    ]


def test_only_git_may_be_there_before(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    fill_folder(tmp_path, {"a": "text"}, nothing)
    with pytest.raises(Occupied, match="it holds a"):
        fill_folder(tmp_path, {"c": "text"}, nothing)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "a"]


def test_a_link_to_nowhere_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(Occupied, match="is no folder"):
        fill_folder(tmp_path / "link", {"a": "text"}, nothing)
