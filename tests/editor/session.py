"""An editor's session with `watchbill lsp`, as an editor holds it: columns are UTF-16 units."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from tests.editor.client import Client

_CAN = {
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["rename"]},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
    "textDocument": {"publishDiagnostics": {"codeDescriptionSupport": True}},
}


class Session:
    """A server at work on a folder, and the texts that are open in it."""

    def __init__(self, folder: Path, errors: IO[bytes], *words: str, can: Any = None) -> None:
        self.folder = folder
        command = [sys.executable, "-m", "watchbill", "lsp", "--no-cache"]
        self.client = Client([*command, "--at", "2026-11-23T12:00:00Z", *words], errors)
        self.texts: dict[str, str] = {}
        self._version = 1
        started = self.client.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder.as_uri(),
                "capabilities": _CAN if can is None else can,
            },
        )
        self.can: dict[str, Any] = started["capabilities"]
        self.client.tell("initialized", {})

    def open(self, file: str, text: str | None = None) -> str:
        path = self.folder / file
        self.texts[file] = path.read_text("utf-8") if text is None else text
        return self.client.open(path, self.texts[file])

    def change(self, file: str, old: str, new: str) -> None:
        """Types: one stretch of the text is replaced, and the text is sent as the server wants it."""
        text = self.texts[file]
        assert old in text
        assert self.can["textDocumentSync"]["change"] == 1, "whole texts"
        self._version += 1
        self.texts[file] = text.replace(old, new, 1)
        self.client.tell(
            "textDocument/didChange",
            {
                "textDocument": {"uri": self.uri(file), "version": self._version},
                "contentChanges": [{"text": self.texts[file]}],
            },
        )

    def uri(self, file: str) -> str:
        return (self.folder / file).as_uri()

    def at(self, file: str, word: str, more: int = 0) -> dict[str, Any]:
        """The spot so many characters into the first such word of a file."""
        text = self.texts[file]
        where = position(text, text.index(word) + more)
        return {"textDocument": {"uri": self.uri(file)}, "position": where}

    def ask(self, what: str, spot: dict[str, Any], **more: Any) -> Any:
        return self.client.ask(f"textDocument/{what}", {**spot, **more})

    def marked(self, file: str, wanted: Any) -> list[dict[str, Any]]:
        """The findings on a file, once they are as wanted."""
        for _ in range(200):
            said = self.client.heard("textDocument/publishDiagnostics", 60)
            found: list[dict[str, Any]] = said["diagnostics"]
            if said["uri"] == self.uri(file) and wanted(found):
                return found
        raise AssertionError(f"{file} was never as wanted")


def position(text: str, place: int) -> dict[str, int]:
    before = text[:place]
    line = before[before.rfind("\n") + 1 :]
    return {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}


def place_of(text: str, where: dict[str, int]) -> int:
    start = 0
    for _ in range(where["line"]):
        start = text.index("\n", start) + 1
    line = text[start:].encode("utf-16-le")
    return start + len(line[: where["character"] * 2].decode("utf-16-le"))


def word_at(folder: Path, location: dict[str, Any]) -> tuple[str, str]:
    """The file of a location, and what stands there."""
    path = Path(unquote(urlsplit(location["uri"]).path))
    text = path.read_text("utf-8")
    start, end = (place_of(text, location["range"][edge]) for edge in ("start", "end"))
    return path.relative_to(folder).as_posix(), text[start:end]


def carry_out(edit: dict[str, Any]) -> list[str]:
    """Does what a workspace edit says, as an editor would; returns the files that were renamed."""
    renamed = []
    for change in edit["documentChanges"]:
        if change.get("kind") == "rename":
            old, new = (Path(unquote(urlsplit(change[end]).path)) for end in ("oldUri", "newUri"))
            assert not new.exists()
            old.rename(new)
            renamed.append(old.name)
        else:
            path = Path(unquote(urlsplit(change["textDocument"]["uri"]).path))
            text = path.read_bytes().decode()
            path.write_bytes(_edited(text, change["edits"]).encode())
    return renamed


def _edited(text: str, edits: Iterable[dict[str, Any]]) -> str:
    places = [
        (*(place_of(text, one["range"][edge]) for edge in ("start", "end")), one["newText"])
        for one in edits
    ]
    for start, end, new in sorted(places, reverse=True):
        text = text[:start] + new + text[end:]
    return text
