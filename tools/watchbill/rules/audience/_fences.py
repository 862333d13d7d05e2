"""The `::: audience` fences of a document's prose, and the tier that a spot in it is for."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.model.base import Document
from watchbill.model.prose import FENCE, BadFence, blocks
from watchbill.model.response import Playbook, StepHead
from watchbill.model.texts import Path, spots, words


class Fence(NamedTuple):
    """The opening line of a fence: where it is, its audience and the line itself."""

    path: Path
    audience: str
    word: str


def fenced(document: Document) -> bool:
    """Whether there may be a fence in it at all: nearly never, and quickly told."""
    if document.kind == "message":
        return False
    said = words(document)
    return ":::" in said.prose or ":::" in said.others


def narrowed(document: Document) -> bool:
    """Whether any step or fence may be for fewer readers than the document."""
    names = words(document).names
    return fenced(document) or any(
        of == "audience" and name != document.audience for of, name in names
    )


def fences(document: Document) -> Iterator[Fence]:
    """Every opening fence."""
    if fenced(document):
        for spot in spots(document):
            if ":::" in spot.text:
                for found in FENCE.finditer(spot.text):
                    if found[1]:
                        yield Fence(spot.path, found[1], found[0].strip())


def steps(document: Document) -> Iterator[tuple[Path, StepHead]]:
    """Every step of a playbook, side lines included, with its path."""
    if isinstance(document, Playbook):
        for position, step in enumerate(document.steps):
            yield ("steps", position), step
        for name, line in document.lines.items():
            for position, step in enumerate(line):
                yield ("lines", name, position), step


def step_tier(document: Document, path: Path) -> str:
    """The audience of the step that a path lies in ("" where it names none)."""
    if not isinstance(document, Playbook) or path[0] not in ("steps", "lines"):
        return ""
    depth = 2 if path[0] == "steps" else 3
    return next((step.audience or "" for at, step in steps(document) if at == path[:depth]), "")


def fence_tiers(text: str, word: str) -> tuple[str, ...]:
    """The fences ("" for none) around each place of a word in a text."""
    try:
        return tuple(block.audience for block in blocks(text) if word in block.text)
    except BadFence:
        return ()
