"""One file's bytes to one document and its faults."""

import re
from pathlib import PurePosixPath
from typing import NamedTuple

from watchbill.load.compose import Irregular, compose
from watchbill.load.examine import Examined, examine
from watchbill.load.fault import START, Fault, Span
from watchbill.load.markdown import cut, split
from watchbill.load.text import decode
from watchbill.load.validate import Complaint, kind_of, validate
from watchbill.model.base import Document
from watchbill.model.kinds import KINDS

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


def read_document(raw: bytes, path: str) -> Outcome:
    """Reads one content file. Never raises for what it says."""
    markdown = path.endswith(".md")
    text, faults = decode(raw, tabs=markdown)
    if markdown:
        parts = split(text)
        if parts is None:
            return Outcome(None, "", tuple(faults)) if faults else NOTHING
        yaml_text, offset, body = parts.front, 1, parts.body
        if "\t" in yaml_text:
            faults += decode(yaml_text.encode())[1]
    else:
        parts, yaml_text, offset, body = None, text, 0, ""
    if faults:
        return Outcome(None, _guess(text, path), tuple(faults))
    try:
        data = compose(yaml_text)
    except Irregular:
        examined = examine(yaml_text)
        found = examined.faults or [
            Fault("yaml/syntax", START, "nothing is written here", "begin with `kind:`")
        ]
        return Outcome(None, _guess(text, path), tuple(_moved(fault, offset) for fault in found))
    if markdown and isinstance(data, dict) and kind_of(data) == "runbook" and parts is not None:
        own = "body" in data
        data["body"] = {"front": own} if own else cut(body, parts.body_line)
    verdict = validate(data)
    if isinstance(verdict, Document):
        wrong = _file_faults(verdict, path, markdown)
        if not wrong:
            return Outcome(verdict, verdict.key)
        verdict = wrong
    where = examine(yaml_text)
    placed = tuple(_placed(complaint, where, offset) for complaint in verdict)
    return Outcome(None, _guess(text, path), placed)


def _file_faults(document: Document, path: str, markdown: bool) -> list[Complaint]:
    """The laws between a document and the file it stands in."""
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
    if name.suffix == ".yml":
        found.append(
            Complaint(
                (),
                "document/wrong-form",
                "the file ends in .yml",
                "name it .yaml, as all the others",
            )
        )
    return found


def _guess(text: str, path: str) -> str:
    """The key that a broken file would have had, so that references to it are not called unknown."""
    kind = _HEAD["kind"].search(text)
    id = _HEAD["id"].search(text)
    if kind and kind[1] in KINDS:
        return f"{kind[1]}:{id[1] if id else PurePosixPath(path).stem}"
    return f"?:{PurePosixPath(path).stem}"


def _moved(fault: Fault, lines: int) -> Fault:
    span = fault.span
    return fault._replace(
        span=Span(span.line + lines, span.column, span.end_line + lines, span.end_column)
    )


def _placed(complaint: Complaint, where: Examined, offset: int) -> Fault:
    span = locate(where, complaint.path, complaint.key)
    return _moved(Fault(complaint.rule, span, complaint.message, complaint.mend), offset)


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
            first = next(
                (
                    inner
                    for other, inner in where.spots.items()
                    if len(other) == length + 1 and other[:length] == path[:length] and inner.key
                ),
                None,
            )
            return (
                first.key
                if first and first.key
                else Span(
                    spot.value.line, spot.value.column, spot.value.line, spot.value.column + 1
                )
            )
        return spot.value
    return START
