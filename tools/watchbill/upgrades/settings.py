"""The line `content_version` in the settings of a root, set by an edit that keeps everything else."""

import re
import tomllib
from typing import Any

from watchbill.errors import CannotRun

_TABLE = re.compile(r"^\[tool\.watchbill\][ \t]*(?:#.*)?$")
_LINE = re.compile(r'^(content_version[ \t]*=[ \t]*)("[^"]*"|\'[^\']*\')(.*)$')


def with_version(file: str, text: str, version: str) -> str:
    """The text of watchbill.toml or pyproject.toml with this version in it.

    Raises CannotRun where the settings are written in a way that an edit of one line does not fit.
    """
    own = file == "watchbill.toml"
    made = _edited(text, own, version)
    try:
        fits = tomllib.loads(made) == _with(tomllib.loads(text), own, version)
    except tomllib.TOMLDecodeError:
        fits = False
    if not fits:
        line = f'content_version = "{version}"'
        raise CannotRun(f"{file}: write {line} into [tool.watchbill] yourself")
    return made


def _edited(text: str, own: bool, version: str) -> str:
    lines = text.splitlines(keepends=True)
    line_end = "\r\n" if "\r\n" in text else "\n"
    new = f'content_version = "{version}"{line_end}'
    heads = [number for number, line in enumerate(lines) if _TABLE.match(line.rstrip("\r\n"))]
    if not own and not heads:
        gap = line_end if text.endswith("\n") else line_end * 2
        return f"{text}{gap if text else ''}[tool.watchbill]{line_end}{new}"
    begin = 0 if own else heads[0] + 1
    end = next((n for n in range(begin, len(lines)) if lines[n].startswith("[")), len(lines))
    for number in range(begin, end):
        found = _LINE.match(lines[number].rstrip("\r\n"))
        if found:
            changed = f'{found[1]}"{version}"{found[3]}{line_end}'
            return "".join([*lines[:number], changed, *lines[number + 1 :]])
    return "".join([*lines[:begin], new, *lines[begin:]])


def _with(data: dict[str, Any], own: bool, version: str) -> dict[str, Any]:
    """The same settings with the version in them."""
    if own:
        return {**data, "content_version": version}
    tool = data.get("tool", {})
    table = {**tool.get("watchbill", {}), "content_version": version}
    return {**data, "tool": {**tool, "watchbill": table}}
