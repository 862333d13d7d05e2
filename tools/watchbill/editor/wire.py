"""Our values as the Language Server Protocol writes them: spans, findings, offers, edits."""

from collections.abc import Callable, Iterable
from pathlib import Path

from lsprotocol import types

from watchbill.editor.complete import Offer
from watchbill.editor.definitions import Part, Spot
from watchbill.editor.desk import View
from watchbill.editor.hover import Said
from watchbill.editor.lens import Lens
from watchbill.editor.mends import Mend
from watchbill.editor.positions import column, in_units
from watchbill.editor.rename import Renaming
from watchbill.editor.sheet import Sheet
from watchbill.finding import Finding, Level
from watchbill.load.fault import Span
from watchbill.model.card import Card

_SEVERITY = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.NOTE: types.DiagnosticSeverity.Information,
}
_KINDS = {
    "id": types.CompletionItemKind.Reference,
    "field": types.CompletionItemKind.Field,
    "word": types.CompletionItemKind.EnumMember,
}


class Wire:
    """Writes values about one view, for an editor that counts columns in this encoding.

    `address` gives the URI by which the editor knows a path.
    """

    def __init__(self, view: View, encoding: str, address: Callable[[Path], str]) -> None:
        self._view = view
        self._encoding = encoding
        self._address = address

    def spot(self, sheet: Sheet, at: types.Position) -> tuple[int, int]:
        """Line and column, from 0 and in characters, of the editor's position."""
        line = sheet.lines[at.line] if at.line < len(sheet.lines) else ""
        return at.line, column(line, at.character, self._encoding)

    def range(self, name: str, span: Span) -> types.Range:
        """A span of a file."""
        sheet = self._view.sheet(name)
        line, start, end_line, end = in_units(sheet.lines if sheet else [], span, self._encoding)
        return types.Range(types.Position(line, start), types.Position(end_line, end))

    def uri(self, name: str) -> str:
        """The address of a file of the book."""
        return self._address(self._view.held[name].path)

    def location(self, spot: Spot) -> types.Location:
        """A stretch of a file."""
        return types.Location(self.uri(spot.file), self.range(spot.file, spot.span))

    def diagnostics(
        self, name: str, findings: Iterable[Finding], page: str
    ) -> list[types.Diagnostic]:
        """The findings of one file. `page` is the address below which the rules' pages lie."""
        return [self._diagnostic(name, finding, page) for finding in findings]

    def _diagnostic(self, name: str, finding: Finding, page: str) -> types.Diagnostic:
        place = finding.place
        span = Span(place.line - 1, place.column - 1, place.end_line - 1, place.end_column - 1)
        mend = f"\nmend: {finding.mend}" if finding.mend else ""
        return types.Diagnostic(
            range=self.range(name, span),
            message=finding.message + mend,
            severity=_SEVERITY[finding.level],
            code=finding.rule,
            code_description=types.CodeDescription(f"{page}{finding.rule}/") if page else None,
            source="watchbill",
        )

    def action(self, name: str, mend: Mend, page: str) -> types.CodeAction:
        """What mends a finding."""
        edits = [types.TextEdit(self.range(name, one.span), one.text) for one in mend.edits]
        return types.CodeAction(
            title=mend.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self._diagnostic(name, mend.finding, page)],
            is_preferred=mend.safe or None,
            edit=types.WorkspaceEdit(changes={self.uri(name): edits}),
        )

    def items(self, name: str, offers: Iterable[Offer]) -> list[types.CompletionItem]:
        """What may be written, in this order."""
        return [
            types.CompletionItem(
                label=offer.label,
                kind=_KINDS[offer.what],
                detail=offer.detail or None,
                documentation=_markdown(offer.said) if offer.said else None,
                sort_text=f"{number:05}",
                filter_text=offer.label,
                text_edit=types.TextEdit(self.range(name, offer.span), offer.text),
            )
            for number, offer in enumerate(offers)
        ]

    def hover(self, name: str, said: Said) -> types.Hover:
        """What is said of a word."""
        return types.Hover(_markdown(said.text), self.range(name, said.span))

    def symbol(self, name: str, part: Part) -> types.DocumentSymbol:
        """A part of a document, with its own."""
        return types.DocumentSymbol(
            name=part.name,
            kind=types.SymbolKind.Field,
            range=self.range(name, part.whole),
            selection_range=self.range(name, part.span),
            detail=part.detail or None,
            children=[self.symbol(name, one) for one in part.parts],
        )

    def document(self, card: Card, spot: Spot) -> types.WorkspaceSymbol:
        """A document, by its id and where that stands."""
        return types.WorkspaceSymbol(
            location=self.location(spot),
            name=card.key,
            kind=types.SymbolKind.File,
            container_name=card.title,
        )

    def lens(self, name: str, lens: Lens) -> types.CodeLens:
        """A line above a playbook, still without its words."""
        return types.CodeLens(self.range(name, lens.span), data={"key": lens.key})

    def edit(self, renaming: Renaming, versions: dict[str, int | None]) -> types.WorkspaceEdit:
        """A rename: first the texts, then the file. `versions` are those of open texts by address."""
        changes: list[types.TextDocumentEdit | types.RenameFile] = []
        for name, edits in sorted(renaming.edits.items()):
            uri = self.uri(name)
            which = types.OptionalVersionedTextDocumentIdentifier(uri, versions.get(uri))
            made = [types.TextEdit(self.range(name, one.span), one.text) for one in edits]
            changes.append(types.TextDocumentEdit(which, made))
        safely = types.RenameFileOptions(overwrite=False, ignore_if_exists=False)
        old, new = self.uri(renaming.file), renaming.new.as_uri()
        changes.append(types.RenameFile(old_uri=old, new_uri=new, options=safely))
        return types.WorkspaceEdit(document_changes=changes)


def _markdown(text: str) -> types.MarkupContent:
    return types.MarkupContent(types.MarkupKind.Markdown, text)
