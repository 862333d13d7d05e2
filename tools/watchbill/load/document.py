"""One file's bytes to one document and its faults."""

import re
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from watchbill.load.fault import START, Fault, Irregular, Span
from watchbill.load.markdown import closed, cut, split
from watchbill.load.reader import data_of, examine
from watchbill.load.spots import Examined
from watchbill.load.text import decode, tabs_in
from watchbill.load.validate import Complaint, kind_of, validate
from watchbill.model.base import Document
from watchbill.model.kinds import KINDS
from watchbill.model.trusted import trusted

_HEAD = {
    name: re.compile(rf"^{name}: *[\"']?([a-z0-9-]+)", re.MULTILINE) for name in ("kind", "id")
}


class Outcome(NamedTuple):
    """What became of a file: its document, or the key that it would have had, and its faults.

    A file without either is no content (plain Markdown).
    """

    document: Document | None
    key: str
    faults: tuple[Fault, ...] = ()


NOTHING = Outcome(None, "")
_EMPTY = Fault("yaml/syntax", START, "nothing is written here", "begin with `kind:`")
_NOT_CLOSED = Fault(
    "document/wrong-form",
    Span(0, 0, 0, 3),
    "the front matter has no end",
    "write `---` on a line of its own below the last field",
)
_OWN_BODY = "there is no field `body` here"
_NO_BODY = "write the procedure below the front matter"


def read_again(raw: bytes, path: str) -> Document | None:
    """The document of bytes that were read without a fault before; None where that was not so."""
    text, faults = decode(raw, tabs=True)
    parts = split(text) if path.lower().endswith(".md") else None
    try:
        data = data_of(parts.front if parts else text)
    except Irregular:
        return None
    if faults or kind_of(data) not in KINDS:
        return None
    if parts:
        data["body"] = cut(parts.body, parts.body_line)
    return trusted(data)


def read_document(raw: bytes, path: str) -> Outcome:
    """Reads one content file. Never raises for what it says."""
    markdown = path.lower().endswith(".md")
    text, faults = decode(raw, tabs=markdown)
    parts = split(text) if markdown else None
    if markdown and parts is None and (text or not faults):
        return Outcome(None, "", tuple(faults)) if faults else NOTHING
    front, offset = (parts.front, 1) if parts else (text, 0)
    if parts:
        faults += [*tabs_in(front, 1), *([] if closed(text) else [_NOT_CLOSED])]
    if faults:
        return Outcome(None, _guess(text or _readable(raw), path), tuple(faults))
    try:
        data = data_of(front)
    except Irregular:
        found = examine(front).faults or [_EMPTY]
        moved = tuple(fault._replace(span=_moved(fault.span, offset)) for fault in found)
        return Outcome(None, _guess(text, path), moved)
    if parts and kind_of(data) == "runbook":
        if "body" in data:
            own = Complaint(("body",), "field/unknown", _OWN_BODY, _NO_BODY, key=True)
            return Outcome(None, _guess(text, path), _placed([own], data, front, offset))
        data["body"] = cut(parts.body, parts.body_line)
    verdict = validate(data)
    if isinstance(verdict, Document):
        wrong = _file_faults(verdict, path, markdown)
        if not wrong:
            return Outcome(verdict, verdict.key)
        verdict = wrong
    return Outcome(None, _guess(text, path), _placed(verdict, data, front, offset))


def _file_faults(document: Document, path: str, markdown: bool) -> list[Complaint]:
    """The laws between a document and the file it stands in."""
    if (
        path.rpartition("/")[2]
        == f"{document.id}{'.md' if document.kind == 'runbook' else '.yaml'}"
    ):
        return []
    found = []
    name = PurePosixPath(path)
    if name.stem != document.id:
        found.append(
            Complaint(
                ("id",),
                "document/name-is-not-id",
                f"the file is named `{name.stem}`, the document `{document.id}`",
                "give both the same name: references and links are by id",
            )
        )
    if (document.kind == "runbook") != markdown:
        form = "Markdown with front matter (.md)" if document.kind == "runbook" else "YAML (.yaml)"
        found.append(
            Complaint(
                ("kind",),
                "document/wrong-form",
                f"a {document.kind} is written as {form}",
                "move it",
            )
        )
    if name.suffix not in (".yaml", ".md"):
        mend = f"name it {'.md' if markdown else '.yaml'}, as all the others"
        message = f"the file ends in {name.suffix}"
        found.append(Complaint((), "document/wrong-form", message, mend))
    return found


def _guess(text: str, path: str) -> str:
    """The key that a broken file would have had, so that references to it are not called unknown."""
    kind = _HEAD["kind"].search(text)
    id = _HEAD["id"].search(text)
    if kind and kind[1] in KINDS:
        return f"{kind[1]}:{id[1] if id else PurePosixPath(path).stem}"
    return f"?:{PurePosixPath(path).stem}"


def likely_key(raw: bytes, path: str) -> str:
    """The key that a file says it has, without reading it whole; `?:` and its name where it says none."""
    return _guess(_readable(raw), path)


def _readable(raw: bytes) -> str:
    """What can be made out of bytes that are no text, so that their kind may be known."""
    return raw[:65536].replace(b"\0", b"").decode("utf-8", "replace").replace("\r\n", "\n")


def _moved(span: Span, lines: int) -> Span:
    return Span(span.line + lines, span.column, span.end_line + lines, span.end_column)


def _placed(complaints: list[Complaint], data: Any, front: str, offset: int) -> tuple[Fault, ...]:
    """The complaints as faults with their places in the file."""
    where = examine(front)
    return tuple(
        Fault(
            one.rule,
            _heading(data, one.path) or _moved(locate(where, one.path, one.key), offset),
            one.message,
            one.mend,
        )
        for one in complaints
    )


def _heading(data: Any, path: tuple[str | int, ...]) -> Span | None:
    """The heading of the part of a runbook's text that a path names."""
    if path[:1] != ("body",) or len(path) < 3:
        return None
    entry = data["body"][path[1]][path[2]]
    line = entry["line"] - 1
    marks = len("### ") if path[1] == "steps" else len("## ")
    return Span(line, 0, line, marks + len(entry["title"]))


def locate(where: Examined, path: tuple[str | int, ...], key: bool = False) -> Span:
    """The span of a value, or of its key; of the nearest thing above it where it is not there.

    A mapping or list is shown by its key, or by its first field, never as a whole block.
    """
    for length in range(len(path), -1, -1):
        spot = where.spots.get(path[:length])
        if spot is None:
            continue
        block = not spot.style and (spot.value.end_line > spot.value.line)
        if spot.key is not None and (key or block or length < len(path)):
            return spot.key
        if block:
            line, column = spot.value[:2]
            return where.firsts.get(path[:length], Span(line, column, line, column + 1))
        return spot.value
    return START
