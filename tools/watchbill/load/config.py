"""The settings of a root: `[tool.watchbill]` in pyproject.toml, or watchbill.toml beside it."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from watchbill.errors import CannotRun

_KNOWN = {"content", "repository_audience", "levels", "content_version", "reviewers"}


class Config(NamedTuple):
    """Where the content lies, who reads the repository, levels of rules that differ from their own, and the version.

    `content_version` is the version of the tools that the content is written for, "" where none is named.
    `reviewers` are the users on GitHub of each team, by its id.
    """

    content: tuple[str, ...] = ()
    repository_audience: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    content_version: str = ""
    reviewers: tuple[tuple[str, tuple[str, ...]], ...] = ()


# Reads a file of a root by its name there; None where there is no such file. Raises OSError.
Read = Callable[[str], bytes | None]


def read_config(root: Path) -> Config:
    """The settings of a root; the defaults where it has none. Raises CannotRun where they cannot be read."""

    def read(name: str) -> bytes | None:
        path = root / name
        return path.read_bytes() if path.is_file() else None

    return config_of(read, str(root))


def config_of(read: Read, root: str) -> Config:
    """The settings among the files of a root, which need not be a folder."""
    table = _table(read, root)
    unknown = sorted(set(table) - _KNOWN)
    if unknown:
        raise CannotRun(
            f"[tool.watchbill] knows no `{unknown[0]}`; it knows {', '.join(sorted(_KNOWN))}"
        )
    levels = table.get("levels", {})
    if not isinstance(levels, dict):
        raise CannotRun("[tool.watchbill] levels: a table of rules and levels belongs here")
    for rule, level in levels.items():
        if level not in ("error", "warning", "note", "off"):
            raise CannotRun(
                f"[tool.watchbill] levels: `{rule}` is `{level}`; it may be error, warning, note or off"
            )
    content = _words(table, "content")
    for folder in content:
        path = PurePosixPath(folder)
        if path.is_absolute() or ".." in path.parts:
            raise CannotRun(f"[tool.watchbill] content: `{folder}` leads out of the root")
    plain = tuple(str(PurePosixPath(folder)) for folder in content)
    audience = _words(table, "repository_audience")
    rows = tuple(sorted(levels.items()))
    return Config(plain, audience, rows, _version(table), _reviewers(table))


def _reviewers(table: dict[str, Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The users of each team, without the `@` that people write in front."""
    teams = table.get("reviewers", {})
    if not isinstance(teams, dict):
        raise CannotRun(
            "[tool.watchbill] reviewers: a table of teams and their users on GitHub belongs here"
        )
    found = {}
    for team in sorted(teams):
        try:
            found[team] = tuple(one.removeprefix("@") for one in _words(teams, team))
        except CannotRun:
            raise CannotRun(
                f"[tool.watchbill] reviewers: `{team}` has a list of users on GitHub"
            ) from None
    return tuple(found.items())


def _table(read: Read, root: str) -> dict[str, Any]:
    """The settings as they are written."""
    table: Any = {}
    try:
        own = read("watchbill.toml")
        shared = read("pyproject.toml") if own is None else None
        if own is not None:
            table = _toml(own)
        elif shared is not None:
            tool = _toml(shared).get("tool", {})
            table = tool.get("watchbill", {}) if isinstance(tool, dict) else {}
    except (ValueError, OSError) as error:
        raise CannotRun(f"the settings of {root} cannot be read: {error}") from None
    if not isinstance(table, dict):
        raise CannotRun(f"the settings of {root} cannot be read: [tool.watchbill] is no table")
    return table


def _toml(raw: bytes) -> dict[str, Any]:
    """A file of settings. Raises ValueError for what is no TOML or not UTF-8."""
    import tomllib  # only where there are settings to be read

    return tomllib.loads(raw.decode("utf-8").replace("\r\n", "\n"))


def _version(table: dict[str, Any]) -> str:
    """The version of the content; "" where none is named."""
    found = table.get("content_version", "")
    parts = found.split(".") if isinstance(found, str) else []
    number = [part.isascii() and part.isdigit() and len(part) < 10 for part in parts]
    if found != "" and number != [True, True, True]:
        raise CannotRun(
            f"[tool.watchbill] content_version: `{found}` is no version; it is written as 0.1.0"
        )
    return ".".join(parts)


def _words(table: dict[str, Any], name: str) -> tuple[str, ...]:
    """A setting that is one word or a list of words."""
    found = table.get(name, [])
    words = [found] if isinstance(found, str) else found
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise CannotRun(f"[tool.watchbill] {name}: a list of words belongs here")
    return tuple(words)
