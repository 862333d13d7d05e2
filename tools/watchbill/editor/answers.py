"""Requests and their answers: what the editor asks is asked of the view, and written as the protocol wants it."""

from lsprotocol import types

from watchbill.editor.complete import offers
from watchbill.editor.definitions import Spot, definition, outline, references
from watchbill.editor.host import Server, refusal
from watchbill.editor.hover import said
from watchbill.editor.judge import pages
from watchbill.editor.lens import lenses
from watchbill.editor.mends import mends
from watchbill.editor.names import own_name
from watchbill.editor.rename import Refused, renamable, rename
from watchbill.load.fault import Span

_MOST_SYMBOLS = 200
_NOT_OURS = "this file is not of the book"
_NO_FILES = "this editor cannot rename files, and a document's file has its id as its name"


def answer(server: Server) -> None:
    """From now on the server answers what is asked about words, places, names, findings and playbooks."""
    _words(server)
    _places(server)
    _renames(server)
    _mends(server)
    _lenses(server)


def _words(server: Server) -> None:
    marks = types.CompletionOptions(trigger_characters=[" ", "[", ":", "#"])

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, marks)
    def complete(ls: Server, params: types.CompletionParams) -> list[types.CompletionItem]:
        view, sheet, wire = ls.opened(params.text_document.uri)
        if sheet is None:
            return []
        return wire.items(sheet.name, offers(view, sheet, *wire.spot(sheet, params.position)))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
        view, sheet, wire = ls.opened(params.text_document.uri)
        found = said(view, sheet, *wire.spot(sheet, params.position)) if sheet else None
        return wire.hover(sheet.name, found) if sheet and found else None


def _places(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def define(ls: Server, params: types.DefinitionParams) -> types.Location | None:
        view, sheet, wire = ls.opened(params.text_document.uri)
        spot = definition(view, sheet, *wire.spot(sheet, params.position)) if sheet else None
        return wire.location(spot) if spot else None

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def refer(ls: Server, params: types.ReferenceParams) -> list[types.Location]:
        view, sheet, wire = ls.opened(params.text_document.uri)
        if sheet is None:
            return []
        line, column = wire.spot(sheet, params.position)
        itself = params.context.include_declaration
        found = references(view, sheet, line, column, itself=itself)
        return [wire.location(spot) for spot in found]

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(ls: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        _, sheet, wire = ls.opened(params.text_document.uri)
        return [wire.symbol(sheet.name, part) for part in outline(sheet)] if sheet else []

    @server.feature(types.WORKSPACE_SYMBOL)
    def documents(ls: Server, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        view, asked = ls.at_work.view(), params.query.casefold()
        wire = ls.wire(view)
        found: list[types.WorkspaceSymbol] = []
        for key, card in view.book.cards.items():
            if asked in f"{key} {card.title}".casefold() and len(found) < _MOST_SYMBOLS:
                sheet = view.sheet(view.files[key])
                own = next(own_name(sheet), None) if sheet else None
                if sheet and own:
                    found.append(wire.document(card, Spot(sheet.name, own.span)))
        return found


def _renames(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(ls: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder:
        view, sheet, wire = ls.opened(params.text_document.uri)
        if sheet is None:
            raise refusal(_NOT_OURS)
        try:
            key, span = renamable(view, sheet, *wire.spot(sheet, params.position))
        except Refused as error:
            raise refusal(str(error)) from None
        return types.PrepareRenamePlaceholder(wire.range(sheet.name, span), key.partition(":")[2])

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def change_name(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit:
        view, sheet, wire = ls.opened(params.text_document.uri)
        if sheet is None:
            raise refusal(_NOT_OURS)
        if not _renames_files(ls.client_capabilities):
            raise refusal(_NO_FILES)
        line, column = wire.spot(sheet, params.position)
        try:
            found = rename(view, sheet, line, column, params.new_name)
        except Refused as error:
            raise refusal(str(error)) from None
        texts = ls.workspace.text_documents
        return wire.edit(found, {uri: text.version for uri, text in texts.items()})


def _renames_files(can: types.ClientCapabilities) -> bool:
    edit = can.workspace.workspace_edit if can.workspace else None
    resources = edit.resource_operations or [] if edit else []
    return bool(edit and edit.document_changes) and types.ResourceOperationKind.Rename in resources


def _mends(server: Server) -> None:
    only = types.CodeActionOptions([types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, only)
    def mend(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        view, sheet, wire = ls.opened(params.text_document.uri)
        if sheet is None:
            return []
        start, end = (wire.spot(sheet, at) for at in (params.range.start, params.range.end))
        found = mends(view, sheet, ls.at_work.findings(view, sheet.name), Span(*start, *end))
        return [wire.action(sheet.name, one, pages(view)) for one in found]


def _lenses(server: Server) -> None:
    lazily = types.CodeLensOptions(resolve_provider=True)

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, lazily)
    def above(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
        _, sheet, wire = ls.opened(params.text_document.uri)
        return [wire.lens(sheet.name, lens) for lens in lenses(sheet)] if sheet else []

    @server.feature(types.CODE_LENS_RESOLVE)
    async def resolve(ls: Server, lens: types.CodeLens) -> types.CodeLens:
        key = lens.data.get("key") if isinstance(lens.data, dict) else None
        title = await ls.at_work.worst(str(key or ""))
        # A command without a name is words only.
        lens.command = types.Command(title, "")
        return lens
