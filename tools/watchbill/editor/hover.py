"""What is said of a word of the text: of a document that it names, of an entry, or of a field."""

from typing import NamedTuple

from watchbill.editor.complete import inner_entries
from watchbill.editor.cursor import field_at
from watchbill.editor.desk import View
from watchbill.editor.names import inner_names, name_at, resolved
from watchbill.editor.sheet import Sheet, holds
from watchbill.load.fault import Span
from watchbill.load.text import shown
from watchbill.model.describe import type_words
from watchbill.model.schema import required

_MOST = 400


class Said(NamedTuple):
    """Markdown, and the stretch of the text that it is about."""

    text: str
    span: Span


def said(view: View, sheet: Sheet, line: int, column: int) -> Said | None:
    """What is said of the word at a spot; None where there is nothing to say."""
    one = name_at(sheet, line, column)
    if one is not None:
        key = resolved(view.book, one)
        if key:
            return Said(_document(view, key), one.whole)
    for of, id, span in inner_names(sheet):
        if holds(span, line, column):
            title = inner_entries(view.book, sheet, of).get(id)
            words = f": {plain(title)}" if title else ""
            return Said(f"**{of}** `{id}`{words}", span) if title is not None else None
    found = field_at(sheet, line, column)
    if found is None:
        return None
    field, path = found
    span = sheet.name_of(path) or Span(line, column, line, column)
    must = ", required" if required(field) else ""
    told = field.info.description or "What kind of document this is."
    return Said(f"**{field.name}**: {type_words(field.shape)}{must}\n\n{told}", span)


def _document(view: View, key: str) -> str:
    """A document in four lines: title, kind and id, summary, owner and status."""
    card = view.book.card(key)
    if card is None:
        return f"`{key}` cannot be read as it is; its file shows why."
    document = view.book.find(key)
    summary = document.summary if document and document.summary else ""
    parts = [f"owner `{card.owner}`", card.status, *([card.audience] if card.audience else [])]
    if card.reviewed:
        parts.append(f"reviewed {card.reviewed}")
    lines = [f"**{plain(card.title)}**", f"`{key}`", plain(summary), ", ".join(parts)]
    return "\n\n".join(line for line in lines if line)


def plain(text: str) -> str:
    """A text as Markdown that shows just this text, on one line."""
    short = shown(text, _MOST).replace("\\", "\\\\")
    for letter in "`*_[]<>#|":
        short = short.replace(letter, f"\\{letter}")
    return short
