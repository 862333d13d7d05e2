"""The settings of a root: `[tool.watchbill]` in pyproject.toml, or watchbill.toml beside it."""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from watchbill.errors import CannotRun

_KNOWN = {"content", "repository_audience", "levels", "content_version"}


class Config(NamedTuple):
    """Where the content lies, who reads the repository, and levels of rules that differ from their own."""

    content: tuple[str, ...] = ()
    repository_audience: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()


def read_config(root: Path) -> Config:
    """The settings of a root; the defaults where it has none. Raises CannotRun where they cannot be read."""
    own, shared = root / "watchbill.toml", root / "pyproject.toml"
    table: dict[str, Any] = {}
    try:
        if own.is_file():
            table = tomllib.loads(own.read_text("utf-8"))
        elif shared.is_file():
            table = tomllib.loads(shared.read_text("utf-8")).get("tool", {}).get("watchbill", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise CannotRun(f"the settings of {root} cannot be read: {error}") from None
    unknown = sorted(set(table) - _KNOWN)
    if unknown:
        raise CannotRun(
            f"[tool.watchbill] knows no `{unknown[0]}`; it knows {', '.join(sorted(_KNOWN))}"
        )
    levels = table.get("levels", {})
    for rule, level in levels.items():
        if level not in ("error", "warning", "note", "off"):
            raise CannotRun(
                f"[tool.watchbill] levels: `{rule}` is `{level}`; it may be error, warning, note or off"
            )
    content = table.get("content", [])
    audience = table.get("repository_audience", [])
    readers = (audience,) if isinstance(audience, str) else tuple(audience)
    return Config(tuple(content), readers, tuple(sorted(levels.items())))
