"""Where a document is written, where it is named, and what a text is made of."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from watchbill.editor.desk import View
from watchbill.editor.names import Named, inner_names, name_at, names, own_name, resolved
from watchbill.editor.sheet import Sheet, holds
from watchbill.load.fault import START, Span
from watchbill.load.markdown import cut
from watchbill.load.spots import Path

# The lists whose entries an outline shows, and the fields that may name an entry there.
_LISTS = frozenset(
    (
        *("steps", "answers", "levels", "matrix", "shifts", "sites", "holidays"),
        *("roles", "regions", "audiences", "switches", "case_facts", "events"),
    )
)
# The kind and the lists in which an entry is written, by what it is; "" is the text itself.
_HOMES = {
    "role": ("organization", ("roles",)),
    "region": ("organization", ("regions",)),
    "audience": ("organization", ("audiences",)),
    "fact": ("facts", ("switches", "case_facts")),
    "event": ("facts", ("events",)),
    "severity": ("severity", ("levels",)),
    "step": ("", ("steps", "lines")),
    "line": ("", ("lines",)),
    "path": ("escalation", ("paths",)),
}
_TITLES = ("title", "ask", "wait", "name", "what")


class Spot(NamedTuple):
    """A stretch of a file, by the file's name."""

    file: str
    span: Span


class Part(NamedTuple):
    """A part of a document in an outline: its name, more about it, where it begins, all of it, and its parts."""

    name: str
    detail: str
    span: Span
    whole: Span
    parts: tuple["Part", ...] = ()


def definition(view: View, sheet: Sheet, line: int, column: int) -> Spot | None:
    """Where what is named at a spot is written: a document, the step that a link leads to, an entry."""
    one = name_at(sheet, line, column)
    key = resolved(view.book, one) if one else ""
    target = view.sheet(view.files.get(key, "")) if key else None
    if one is None or target is None:
        return _entry(view, sheet, line, column)
    step = _step(target, one.step) if one.step else None
    return Spot(target.name, step or _id(target))


def references(
    view: View, sheet: Sheet, line: int, column: int, *, itself: bool
) -> tuple[Spot, ...]:
    """Every spot that names the document meant at this spot; its own id too where `itself`."""
    one = name_at(sheet, line, column)
    key = resolved(view.book, one) if one else ""
    found = [Spot(name, other.span) for name, other in naming(view, key)] if key else []
    own = view.sheet(view.files.get(key, "")) if itself else None
    if own is not None:
        found.extend(Spot(own.name, own_id.span) for own_id in own_name(own))
    return tuple(sorted(set(found)))


def naming(view: View, key: str) -> Iterator[tuple[str, Named]]:
    """Every name of a document in the book, with its file."""
    for sheet in view.sheets(key.partition(":")[2]):
        for one in names(sheet):
            if resolved(view.book, one) == key:
                yield sheet.name, one


def outline(sheet: Sheet) -> tuple[Part, ...]:
    """The parts of a document: the entries of its lists, and the headings of a runbook."""
    data = sheet.where.data
    found = list(_entries(sheet, data, ())) if isinstance(data, dict) else []
    if sheet.body_line < len(sheet.lines):
        body = cut("\n".join(sheet.lines[sheet.body_line :]), sheet.body_line + 1)
        for part in sorted([*body["sections"], *body["steps"]], key=lambda one: int(one["line"])):
            number = part["line"] - 1
            span = Span(number, 0, number, len(sheet.lines[number]))
            found.append(Part(part["title"], "danger" if part.get("danger") else "", span, span))
    return tuple(found)


def _entries(sheet: Sheet, data: dict[str, Any], path: Path) -> Iterator[Part]:
    for name, held in data.items():
        if name == "lines" and isinstance(held, dict):
            for line, steps in held.items():
                here = (*path, name, line)
                parts = tuple(_list(sheet, steps, here))
                yield _part(sheet, str(line), "side line", here, parts)
        elif name in _LISTS and isinstance(held, list):
            yield from _list(sheet, held, (*path, name))


def _list(sheet: Sheet, held: Any, path: Path) -> Iterator[Part]:
    for place, entry in enumerate(held if isinstance(held, list) else ()):
        if isinstance(entry, dict):
            title = next((str(entry[name]) for name in _TITLES if entry.get(name)), "")
            name = str(entry.get("id") or entry.get("answer") or title or place + 1)
            here = (*path, place)
            parts = tuple(_entries(sheet, entry, here))
            yield _part(sheet, name, title if title != name else "", here, parts)


def _part(sheet: Sheet, name: str, detail: str, path: Path, parts: tuple[Part, ...]) -> Part:
    span = sheet.find(path)
    whole = sheet.value(path) or span
    return Part(
        name, detail, span, Span(*min(span[:2], whole[:2]), *max(span[2:], whole[2:])), parts
    )


def _entry(view: View, sheet: Sheet, line: int, column: int) -> Spot | None:
    """Where the entry of a document that is named at a spot (a role, a fact, a step) is written."""
    for of, id, span in inner_names(sheet):
        if holds(span, line, column) and of in _HOMES:
            kind, lists = _HOMES[of]
            for one in view.sheets(id) if kind else (sheet,):
                found = _declared(one, lists, id) if kind in ("", one.kind) else None
                if found is not None:
                    return Spot(one.name, found)
    return None


def _declared(sheet: Sheet, lists: tuple[str, ...], id: str) -> Span | None:
    """The entry of that id in these lists, or by that name in these mappings."""
    for path in sheet.where.spots:
        if path[:1] and path[0] in lists:
            if path[-1] == "id" and sheet.at(path) == id:
                return sheet.value(path)
            if len(path) == 2 and path[1] == id:
                return sheet.name_of(path)
    return None


def _id(sheet: Sheet) -> Span:
    """The document's id, as the place of the whole."""
    return next((one.span for one in own_name(sheet)), START)


def _step(sheet: Sheet, id: str) -> Span | None:
    """The step of that id: in a runbook its heading, in a playbook its id."""
    if sheet.body_line < len(sheet.lines):
        body = cut("\n".join(sheet.lines[sheet.body_line :]), sheet.body_line + 1)
        for step in body["steps"]:
            if step["id"] == id:
                number = step["line"] - 1
                return Span(number, 0, number, len(sheet.lines[number]))
    for path in sheet.where.spots:
        if path[-1:] == ("id",) and len(path) > 2 and sheet.at(path) == id:
            return sheet.value(path)
    return None
