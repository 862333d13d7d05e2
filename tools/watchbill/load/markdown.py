"""A runbook's text cut into front matter, sections and steps. Only headings are read here, no inline Markdown."""

import re
from typing import Any, NamedTuple

_HEADING = re.compile(r"^(#{1,6})[ ]+(.+?)[ ]*#*$")
_CODE = re.compile(r"^ {0,3}(```+|~~~+)")
_DANGER = re.compile(r"\s*\{danger\}\s*$")
_SLUG = re.compile(r"[^a-z0-9]+")


class Parts(NamedTuple):
    """Front matter as YAML text (it begins on the file's second line), and the body with its first line's number."""

    front: str
    body: str
    body_line: int


def split(text: str) -> Parts | None:
    """The two parts of a file that begins with `---`, or None for plain Markdown."""
    if not text.startswith("---\n"):
        return None
    end = text.find("\n---\n", 3)
    if end < 0:
        return (
            Parts(text[4:], "", text.count("\n") + 1)
            if not text.endswith("\n---")
            else Parts(text[4:-3], "", text.count("\n") + 1)
        )
    front = text[4 : end + 1]
    return Parts(front, text[end + 5 :], front.count("\n") + 3)


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
    fence = ""
    seen: dict[str, int] = {}
    for number, line in enumerate(body.split("\n"), first_line):
        code = _CODE.match(line)
        if code and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else code[1]
        heading = None if fence else _HEADING.match(line)
        depth = len(heading[1]) if heading else 0
        if heading and (depth == 2 or (depth == 3 and in_steps)):
            title = heading[2]
            entry: dict[str, Any] = {"title": _DANGER.sub("", title) or title, "line": number}
            if depth == 2:
                in_steps = title.strip().casefold() == "steps"
                sections.append(entry)
            else:
                entry["danger"] = bool(_DANGER.search(title))
                name = slug(entry["title"])
                seen[name] = seen.get(name, 0) + 1
                entry["id"] = name if seen[name] == 1 else f"{name[:60]}-{seen[name]}"
                steps.append(entry)
            into = []
            texts.append((entry, into))
        else:
            into.append(line)
    for entry, lines in texts:
        entry["body"] = "\n".join(lines).strip("\n")
    return {"lead": "\n".join(lead).strip("\n"), "sections": sections, "steps": steps}
