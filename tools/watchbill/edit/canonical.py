"""The one canonical form of a document. What it says stays the same, and so do its comments.

Form: the modeline first; fields in the order of their kind; nested blocks two spaces further in, the
dashes of lists too; double quotes rather than single ones; lines without spaces at their ends, at
most one blank line in a row, one line end at the end. What is written in one line (`{...}`, `[...]`)
or wrapped by hand stays as it is.
"""

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from watchbill.edit.blocks import Source, source
from watchbill.edit.edits import apply
from watchbill.edit.indent import indented
from watchbill.edit.modeline import headed
from watchbill.edit.order import ordered
from watchbill.edit.quotes import doubled
from watchbill.edit.tidy import bare, ended, tidy, tidy_markdown
from watchbill.load.compose import compose
from watchbill.load.document import read_document
from watchbill.load.examine import examine
from watchbill.load.fault import Fault
from watchbill.load.markdown import split
from watchbill.load.text import decode
from watchbill.load.validate import kind_of
from watchbill.model.kinds import KINDS
from watchbill.model.shape import shape_of

Step = Callable[[Source], str]


class Formatted(NamedTuple):
    """A text in canonical form, or why it was left alone. `content` is false for plain Markdown."""

    text: str
    faults: tuple[Fault, ...] = ()
    content: bool = True


def canonical(raw: bytes, path: str, schema: Callable[[str], str]) -> Formatted:
    """The canonical form of a file. `schema` gives the modeline's path for a kind, "" for none.

    A file with a fault of form is left alone, save for characters in decomposed form.
    """
    text, _ = decode(raw, tabs=path.endswith(".md"))
    normal = unicodedata.normalize("NFC", text)
    whole = normal.encode() if text else raw
    outcome = read_document(whole, path)
    if outcome.document is None:
        return Formatted(text, outcome.faults, content=bool(outcome.faults))
    parts = split(normal) if path.endswith(".md") else None
    if parts is None:
        return Formatted(_yaml(normal, schema))
    body = tidy_markdown(parts.body)
    return Formatted(f"---\n{_yaml(parts.front, lambda _: '')}---\n{body}")


def _yaml(text: str, schema: Callable[[str], str]) -> str:
    kind = kind_of(compose(text))
    shape = shape_of(KINDS[kind])
    steps: tuple[Step, ...] = (
        bare,
        lambda one: apply("\n".join(one.lines), doubled(one)),
        indented,
        lambda one: ordered(one, shape),
        lambda one: headed(one, schema(kind)),
        tidy,
        lambda one: ended("\n".join(one.lines)),
    )
    now = source(text, examine(text))
    for step in steps:
        now = _careful(step, now)
    return "\n".join(now.lines)


def _careful(step: Step, now: Source) -> Source:
    """The text after a step; as it was where the step would change what it says."""
    old, new = "\n".join(now.lines), step(now)
    if new == old:
        return now
    where = examine(new)
    same = not where.faults and where.data == now.where.data
    return source(new, where) if same else now
