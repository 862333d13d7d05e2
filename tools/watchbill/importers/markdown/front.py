"""Front matter of other tools: what our header has a place for is taken, and all of it is kept as it was."""

import re
from typing import Any, NamedTuple

from watchbill.load.fault import Irregular
from watchbill.load.reader import data_of
from watchbill.load.text import unseen

_ENDS = {"---": ("---", "..."), "+++": ("+++",)}
_MOST = 400


class Front(NamedTuple):
    """What a file says above its text. `lines` are the front matter's own, the text begins at `body` (from 0).

    `fault` says why it could not be read; its lines are kept all the same.
    """

    lines: tuple[str, ...] = ()
    body: int = 0
    language: str = "yaml"
    title: str = ""
    summary: str = ""
    owner: str = ""
    tags: tuple[str, ...] = ()
    kind: str = ""
    fault: str = ""


NOTHING = Front()


def front_of(lines: list[str]) -> Front:
    """The front matter of a text; nothing where it has none, or where that has no end."""
    ends = _ENDS.get(lines[0].rstrip()) if lines else None
    if ends is None:
        return NOTHING
    last = next((at for at in range(1, min(len(lines), _MOST)) if lines[at].rstrip() in ends), 0)
    own = tuple(lines[1:last])
    if not last or not _fields(own):
        return NOTHING
    if lines[0].startswith("+++"):
        return Front(own, last + 1, "toml", fault="it is TOML")
    try:
        data = data_of("\n".join(own) + "\n")
    except (Irregular, RecursionError):
        return Front(own, last + 1, fault="it is not the plain YAML that is read here")
    if not isinstance(data, dict):
        return Front(own, last + 1, fault="it has no fields")
    return Front(
        own,
        last + 1,
        title=_line(data, "title", "name"),
        summary=_line(data, "summary", "description"),
        owner=_line(data, "owner", "team"),
        tags=_tags(data.get("tags")),
        kind=_line(data, "kind"),
    )


def _fields(lines: tuple[str, ...]) -> bool:
    """Whether there is a field at all: a rule across the page begins like front matter, too."""
    return any(re.match(r"[A-Za-z_][\w -]*[ \t]*[:=]", line) for line in lines)


def _line(data: dict[Any, Any], *names: str) -> str:
    """The first of these fields that is one short line of text."""
    for name in names:
        value = data.get(name)
        if isinstance(value, str) and value.strip() and "\n" not in value.strip():
            line = " ".join(value.split())
            return line if len(line) <= 300 and not unseen(line) else ""
    return ""


def _tags(value: Any) -> tuple[str, ...]:
    """Tags that are ids already; the others stay in what is kept."""
    many = value if isinstance(value, list) else []
    good = [
        one for one in many if isinstance(one, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one)
    ]
    return tuple(dict.fromkeys(one for one in good if len(one) <= 64))
