"""The server as the protocol's library runs it: one session, the editor's way to count, what is published."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

import watchbill
from watchbill.editor.desk import Desk, View
from watchbill.editor.judge import Found, pages
from watchbill.editor.session import Session, path_of
from watchbill.editor.sheet import Sheet
from watchbill.editor.wire import Wire
from watchbill.verdicts import Verdicts

# Opens the book of a folder; "" where the editor names none.
Opener = Callable[[str], tuple[Desk, Verdicts]]
_REQUEST_FAILED = -32803


def refusal(words: str) -> JsonRpcException:
    """What an editor shows where a request cannot be done: words, and no bug."""
    return JsonRpcException(words, _REQUEST_FAILED)


class Server(LanguageServer):
    """A server with one session, which begins when the editor says where it works."""

    def __init__(self, opener: Opener) -> None:
        # Whole texts are sent: by stretches the library would count other line ends than an editor does
        # (U+2028, U+0085), and what is open would no longer be what is judged.
        whole = types.TextDocumentSyncKind.Full
        super().__init__("watchbill", watchbill.__version__, text_document_sync_kind=whole)
        self.opener = opener
        self.session: Session | None = None
        self.following: asyncio.Task[None] | None = None
        self._published: dict[Path, list[types.Diagnostic]] = {}

    def begin(self, folder: str) -> None:
        """Opens the book. Raises CannotRun where there is none."""
        self.session = Session(*self.opener(folder), self.publish, self.tell)

    @property
    def at_work(self) -> Session:
        """The session. Raises JsonRpcException before it begins."""
        if self.session is None:
            raise refusal("no book is open")
        return self.session

    def wire(self, view: View) -> Wire:
        """Writes about this view, as the editor counts."""
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return Wire(view, str(getattr(encoding, "value", encoding)), self.at_work.address)

    def publish(self, view: View, found: Found) -> None:
        """Sends the findings of every file, none for an open one that is sound, and takes back the rest."""
        wire, page, open_ = self.wire(view), pages(view), self.at_work.open_paths
        fresh = {
            view.held[name].path: wire.diagnostics(name, findings, page)
            for name, findings in found.items()
            if name in view.held
        }
        for path in sorted({*self._published, *fresh, *open_}):
            said = fresh.get(path, [])
            # Of a closed file the editor hears only what is new.
            if path in open_ or said != self._published.get(path):
                params = types.PublishDiagnosticsParams(self.at_work.address(path), said)
                self.text_document_publish_diagnostics(params)
        self._published = fresh

    def tell(self, error: Exception) -> None:
        """Tells the author of a bug, in a line."""
        text = f"watchbill: this is a bug: {type(error).__name__}: {error}"
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))

    def opened(self, address: str) -> tuple[View, Sheet | None, Wire]:
        """The book now, and the text of one of its files; None for what is not of the book."""
        view, path = self.at_work.view(), path_of(address)
        return view, view.sheet(view.name(path)) if path else None, self.wire(view)
