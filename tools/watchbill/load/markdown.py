"""A runbook's text cut into front matter, sections and steps. Only headings are read here, no inline Markdown."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_CODE = re.compile(r" {0,3}(`{3,}|~{3,})")
_SLUG = re.compile(r"[^a-z0-9]+")


class Parts(NamedTuple):
    """Front matter as YAML text (it begins on the file's second line), and the body with its first line's number."""

    front: str
    body: str
    body_line: int


def split(text: str) -> Parts | None:
    """The two parts of a file that begins with `---`, or None for plain Markdown.

    Front matter without an end is all front; `closed` tells the difference.
    """
    if not text.startswith("---\n"):
        return None
    end = text.find("\n---\n", 3)
    if end < 0:
        front = text[4:-3] if text.endswith("\n---") else text[4:]
        return Parts(front, "", text.count("\n") + 1)
    front = text[4 : end + 1]
    return Parts(front, text[end + 5 :], front.count("\n") + 3)


def closed(text: str) -> bool:
    """Whether the front matter of a file that begins with `---` has its end."""
    return "\n---\n" in text[3:] or text[3:].endswith("\n---")


def slug(title: str) -> str:
    """A title as an id: `Call back, twice` becomes `call-back-twice`."""
    return _SLUG.sub("-", title.lower()).strip("-")[:64].strip("-") or "step"


def cut(body: str, first_line: int) -> dict[str, Any]:
    """The body as data: lead, sections (every `##` but Steps) and steps (the `###` of Steps), lines from 1."""
    lead: list[str] = []
    sections: list[dict[str, Any]] = []
    steps: list[dict[str, Any]] = []
    into: list[str] = lead
    texts: list[tuple[dict[str, Any], list[str]]] = []
    in_steps = False
    names: set[str] = set()
    for number, line, heading in _lines(body, first_line):
        depth = len(heading[1]) if heading else 0
        if heading and (depth == 2 or (depth == 3 and in_steps)):
            title, danger = _title(line[heading.end() :])
            entry: dict[str, Any] = {"title": title, "line": number}
            if depth == 2:
                in_steps = title.casefold() == "steps"
                sections.append(entry)
            else:
                entry |= {"danger": danger, "id": _name(title, names)}
                steps.append(entry)
            into = []
            texts.append((entry, into))
        else:
            into.append(line)
    for entry, lines in texts:
        entry["body"] = "\n".join(lines).strip("\n")
    return {"lead": "\n".join(lead).strip("\n"), "sections": sections, "steps": steps}


def _lines(body: str, first_line: int) -> Iterator[tuple[int, str, re.Match[str] | None]]:
    """Each line with its number, and its heading where it is one; nothing in a code block is."""
    fence = ""
    for number, line in enumerate(body.split("\n"), first_line):
        code = _CODE.match(line)
        if code and not fence:
            fence = "" if "`" in code[1] and "`" in line[code.end() :] else code[1]
        elif code and code[1].startswith(fence) and not line[code.end() :].strip():
            fence = ""
        yield number, line, None if fence else _HEADING.match(line)


def _title(written: str) -> tuple[str, bool]:
    """A heading's title without closing `#`, and whether `{danger}` stands behind it."""
    text = written.rstrip()
    bare = text.rstrip("#")
    if bare != text and bare[-1:] in (" ", "\t"):
        text = bare.rstrip()
    title = text.removesuffix("{danger}").rstrip()
    return title or text, title != text


def _name(title: str, names: set[str]) -> str:
    """The title as an id that no step before it has."""
    first = name = slug(title)
    count = 1
    while name in names:
        count += 1
        name = f"{first[:58].rstrip('-')}-{count}"
    names.add(name)
    return name
