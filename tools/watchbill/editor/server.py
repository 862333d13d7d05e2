"""The language server's life: from the editor's first word to its last, and the buffers between them."""

import asyncio
import logging

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from watchbill.editor.answers import answer
from watchbill.editor.host import Opener, Server, refusal
from watchbill.editor.session import path_of
from watchbill.errors import CannotRun

# The editor tells when another program writes a file that may be content.
_WATCHED = types.Registration(
    "content",
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
    types.DidChangeWatchedFilesRegistrationOptions(
        [types.FileSystemWatcher("**/*.{yaml,yml,md}")],
    ),
)


def serve(opener: Opener) -> None:
    """Serves an editor over the standard streams until it says that it is done."""
    # Nobody reads a warning there; only a bug leaves a traceback.
    logging.getLogger("pygls").setLevel(logging.ERROR)
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_a_bug)
    server = Server(opener)
    _life(server)
    _buffers(server)
    answer(server)
    server.start_io()


def _is_a_bug(record: logging.LogRecord) -> bool:
    """A refusal is told to the editor; only a bug leaves a traceback."""
    return not (record.exc_info and isinstance(record.exc_info[1], JsonRpcException))


def _life(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(ls: Server, params: types.InitializeParams) -> None:
        folders = params.workspace_folders or []
        uri = folders[0].uri if folders else params.root_uri
        folder = path_of(uri) if uri else None
        try:
            ls.begin(str(folder or params.root_path or ""))
        except CannotRun as error:
            raise refusal(f"watchbill: {error}") from None

    @server.feature(types.INITIALIZED)
    def initialized(ls: Server, _params: types.InitializedParams) -> None:
        ls.following = asyncio.ensure_future(ls.at_work.follow())
        ls.at_work.change()
        files = ls.client_capabilities.workspace and (
            ls.client_capabilities.workspace.did_change_watched_files
        )
        if files and files.dynamic_registration:
            ls.client_register_capability(types.RegistrationParams([_WATCHED]))

    @server.feature(types.SHUTDOWN)
    def shutdown(ls: Server, _params: None) -> None:
        if ls.following is not None:
            ls.following.cancel()
        if ls.session is not None:
            ls.session.close()


def _buffers(server: Server) -> None:
    def keep(ls: Server, uri: str) -> None:
        ls.at_work.open(uri, ls.workspace.get_text_document(uri).source)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        keep(ls, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        keep(ls, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(ls: Server, _params: types.DidSaveTextDocumentParams) -> None:
        ls.at_work.change()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.at_work.shut(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_files(ls: Server, _params: types.DidChangeWatchedFilesParams) -> None:
        ls.at_work.change()
