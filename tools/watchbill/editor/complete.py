"""What may be written at the cursor: ids, names of fields, words of a list, links in prose."""

import typing
from collections.abc import Iterator
from string import ascii_lowercase, digits
from typing import Any, NamedTuple

from watchbill.editor.cursor import Wanted, wanted
from watchbill.editor.desk import View
from watchbill.editor.sheet import Sheet
from watchbill.load.fault import Span
from watchbill.model.base import Inner, Ref
from watchbill.model.book import Book
from watchbill.model.describe import type_words
from watchbill.model.kinds import KINDS
from watchbill.model.response import Playbook
from watchbill.model.runbook import Runbook
from watchbill.model.schema import required
from watchbill.model.shape import Choice, Fields, Leaf, Many, Shape
from watchbill.model.types import FactTest

# What an id is made of, and a link.
_WORD = f"{ascii_lowercase}{digits}-_:#"


class Offer(NamedTuple):
    """Something to write: what it is (`id`, `field` or `word`), its text, and what is said of it.

    `text` goes in the place of `span`.
    """

    what: str
    label: str
    text: str
    span: Span
    detail: str = ""
    said: str = ""


def offers(view: View, sheet: Sheet, line: int, column: int) -> tuple[Offer, ...]:
    """What may be written at a spot, in the order in which it is shown."""
    found = wanted(sheet, line, column)
    if found is None:
        return ()
    behind = sheet.lines[line][column:]
    end = len(sheet.lines[line]) - len(behind.lstrip(_WORD))
    span = Span(line, found.start, line, end)
    if found.link:
        written = sheet.lines[line][found.start : column]
        closing = "" if sheet.lines[line][end:].startswith("]]") else "]]"
        links = _links(view.book, span, written)
        return tuple(offer._replace(text=offer.text + closing) for offer in links)
    made = [*_kinds(found, span)]
    # The colon and space of a name that is written already are not doubled.
    named = span._replace(end_column=end + sheet.lines[line][: end + 1].endswith(": "))
    for form in found.fields:
        made += _fields(form, found, named)
    made += _values(view, sheet, found.value, span)
    return tuple({offer.label: offer for offer in reversed(made)}.values())[::-1]


def _kinds(found: Wanted, span: Span) -> Iterator[Offer]:
    if found.kind == "?":
        whole = "kind" not in found.taken
        for kind, model in KINDS.items():
            yield Offer("word", kind, f"kind: {kind}" if whole else kind, span, "", model.WHAT)


def _fields(form: Fields, found: Wanted, span: Span) -> Iterator[Offer]:
    for name, field in form.fields.items():
        hidden = any(type(mark).__name__ == "SkipJsonSchema" for mark in field.info.metadata)
        if name in found.taken or hidden:
            continue
        must = ", required" if required(field) else ""
        said = field.info.description or ""
        yield Offer("field", name, f"{name}: ", span, type_words(field.shape) + must, said)


def _values(view: View, sheet: Sheet, shape: Shape | None, span: Span) -> Iterator[Offer]:
    if isinstance(shape, Choice):
        for option in shape.options:
            yield from _values(view, sheet, option, span)
    elif isinstance(shape, Leaf):
        yield from _leaf(view, sheet, shape, span)
    elif isinstance(shape, Many) and sheet.lines[span.line][: span.column].strip() == "":
        for offer in _values(view, sheet, shape.item, span):
            yield offer._replace(text=f"- {offer.text}")


def _leaf(view: View, sheet: Sheet, leaf: Leaf, span: Span) -> Iterator[Offer]:
    for mark in leaf.marks:
        if isinstance(mark, Ref):
            yield from _ids(view.book, mark.kinds, span)
        elif isinstance(mark, Inner):
            yield from _inner(view.book, sheet, mark.of, span)
    if leaf.type is FactTest:
        yield from _inner(view.book, sheet, "fact", span)
    words = typing.get_args(leaf.type) if typing.get_origin(leaf.type) else ()
    for word in ("true", "false") if leaf.type is bool else words:
        yield Offer("word", str(word), str(word), span)


def _ids(book: Book, kinds: tuple[str, ...], span: Span) -> Iterator[Offer]:
    every = kinds == ("*",)
    for kind in KINDS if every else kinds:
        for id in book.ids(kind):
            label = f"{kind}:{id}" if every else id
            card = book.card(f"{kind}:{id}")
            yield Offer("id", label, label, span, f"{kind}: {card.title}" if card else kind)


def _links(book: Book, span: Span, written: str) -> Iterator[Offer]:
    """Documents by `kind:id`; behind `#` the steps of the one that is named."""
    key, mark, _ = written.partition("#")
    if not mark:
        yield from _ids(book, ("*",), span)
        return
    document = book.find(key)
    steps: list[tuple[str, str]] = []
    if isinstance(document, Runbook):
        steps = [(step.id, step.title) for step in document.body.steps]
    elif isinstance(document, Playbook):
        every = [*document.steps, *(step for line in document.lines.values() for step in line)]
        steps = [(step.id, getattr(step, "ask", getattr(step, "title", ""))) for step in every]
    for id, title in steps:
        yield Offer("id", f"{key}#{id}", f"{key}#{id}", span, title)


def _inner(book: Book, sheet: Sheet, of: str, span: Span) -> Iterator[Offer]:
    """The entries inside documents, by what they are."""
    for id, title in inner_entries(book, sheet, of).items():
        yield Offer("id", id, id, span, f"{of}: {title}" if title else of)


def inner_entries(book: Book, sheet: Sheet, of: str) -> dict[str, str]:
    """The entries of that sort that may be named in a text, each with its title."""
    if of == "fact":
        facts: dict[str, Any] = {**book.switches(), **book.case_facts()}
        return {id: one.title for id, one in facts.items()}
    if of in ("role", "region", "audience", "event"):
        entries: dict[str, Any] = getattr(book, f"{of}s")()
        return {id: one.title for id, one in entries.items()}
    if of == "severity":
        return dict.fromkeys(book.severities(), "")
    data = sheet.where.data if isinstance(sheet.where.data, dict) else {}
    if of == "milestone":
        level = data.get("service_level")
        return dict.fromkeys(sorted(book.milestones(level if isinstance(level, str) else "")), "")
    if of in ("line", "path"):
        held = data.get(f"{of}s")
        return dict.fromkeys(held, "") if isinstance(held, dict) else {}
    return dict(_steps(sheet)) | {"end": "the line ends"} if of == "step" else {}


def _steps(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The steps that a text has so far."""
    data = sheet.where.data if isinstance(sheet.where.data, dict) else {}
    lines = data.get("lines")
    lists = [data.get("steps"), *(lines.values() if isinstance(lines, dict) else ())]
    for step in (step for one in lists if isinstance(one, list) for step in one):
        if isinstance(step, dict) and isinstance(step.get("id"), str):
            yield step["id"], str(step.get("title") or step.get("ask") or step.get("wait") or "")
