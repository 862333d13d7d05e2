"""Rules, laws of form, kinds and the meaning of a proof as text for a terminal."""

import textwrap
from collections.abc import Iterable, Mapping

from watchbill.model.describe import Described, Part

WIDTH = 96


def rule_page(name: str, level: str, law: str, why: str, bad: str, good: str) -> str:
    """A rule's page: the law, why, an example of each side."""
    level = f" ({level})" if level else ""
    parts = [f"{name}{level}\n", _wrapped(law), *([_paragraphs(why)] if why else [])]
    for title, text in (("Bad", bad), ("Good", good)):
        parts.append(f"{title}:\n{textwrap.indent(text.rstrip(), '    ')}\n")
    return "\n".join(parts)


def change_page(name: str, law: str, why: str, before: str, after: str, direction: str) -> str:
    """The page of a kind of change: what changed, why it matters, and an example with its direction."""
    parts = [f"{name} (a kind of change)\n", _wrapped(law), _paragraphs(why)]
    for title, text in (("Before", before), ("After", after)):
        parts.append(f"{title}:\n{textwrap.indent(text.rstrip(), '    ')}\n")
    parts.append(f"Direction: {direction}\n")
    return "\n".join(parts)


def kind_page(parts: Iterable[Part], folder: str) -> str:
    """A kind's fields and those of the forms inside it. `*` marks what must be there."""
    first, *inner = parts
    head = f"{first.name}\n\n{_wrapped(first.what)}Usually in {folder}/. A field with * must be there.\n"
    return "\n".join([head, _fields(first.fields), *(_part(part) for part in inner)])


def _part(part: Part) -> str:
    return f"{part.name}: {part.what}\n{_fields(part.fields)}"


def _fields(fields: Iterable[Described]) -> str:
    lines = []
    for field in fields:
        star = "*" if field.required else " "
        default = f"; left out: {field.default}" if field.default else ""
        lines.append(f"  {star} {field.name}: {field.type}{default}")
        lines.append(textwrap.indent(textwrap.fill(field.description, WIDTH - 8), " " * 8))
    return "\n".join(lines) + "\n"


def listing(subjects: Mapping[str, Mapping[str, str]]) -> str:
    """Names with a line each, under their subjects."""
    parts = []
    for subject, names in subjects.items():
        wide = max(map(len, names), default=0)
        rows = [f"  {name:<{wide}}  {_short(text, WIDTH - wide)}" for name, text in names.items()]
        parts.append("\n".join([subject, *rows]) + "\n")
    return "\n".join(parts)


def numbered(title: str, laws: Iterable[str]) -> str:
    """A title, and laws under numbers."""
    rows = [
        textwrap.fill(law, WIDTH, initial_indent=f"{number}. ", subsequent_indent="   ")
        for number, law in enumerate(laws, 1)
    ]
    return "\n".join([f"{title}\n", *rows]) + "\n"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH) + "\n"


def _paragraphs(text: str) -> str:
    return "\n".join(_wrapped(" ".join(one.split())) for one in text.split("\n\n"))


def _short(text: str, width: int) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= width else line[: width - 3].rstrip() + "..."
