"""A book on a desk, and spots of its texts marked by `|`."""

from collections.abc import Mapping
from pathlib import Path

from tests import smallest
from tests.cli.book import smallest_book
from watchbill.editor.desk import Desk, View
from watchbill.editor.sheet import Sheet
from watchbill.load.roots import open_roots

MARK = "|"


def book(folder: Path) -> Path:
    """The smallest book as files, and the settings of a root."""
    (folder / "pyproject.toml").write_text("")
    return smallest_book(folder)


def desk(folder: Path) -> Desk:
    return Desk(open_roots([str(folder)]), lambda: smallest.NOW)


def written(folder: Path, file: str, old: str, new: str) -> tuple[str, int, int]:
    """A file's text with `new` in the place of the first `old`, and where its `|` stands."""
    text = (folder / file).read_text("utf-8")
    assert old in text, (file, old)
    marked = text.replace(old, new, 1)
    place = marked.index(MARK, text.index(old))
    before = marked[:place]
    line = before.count("\n")
    return before + marked[place + 1 :], line, place - (before.rfind("\n") + 1)


class Open:
    """A book with one buffer, and the cursor in it."""

    def __init__(self, folder: Path, file: str, old: str, new: str) -> None:
        self.desk = desk(folder)
        self.text, self.line, self.column = written(folder, file, old, new)
        self.desk.put(folder / file, self.text)
        self.view: View = self.desk.look()
        name = self.view.name(folder / file)
        sheet = self.view.sheet(name)
        assert sheet is not None
        self.sheet: Sheet = sheet

    @property
    def here(self) -> tuple[View, Sheet, int, int]:
        return self.view, self.sheet, self.line, self.column


def files(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
