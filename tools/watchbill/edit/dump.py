"""Plain data as YAML text for showing and for new files; what is there already is edited, never dumped."""

from collections.abc import Iterator
from typing import Any

from watchbill.edit.scalar import is_plain, scalar

WIDTH = 100


def dump(data: Any) -> str:
    """Data (mappings, lists, texts, numbers, truth values) as YAML that reads back as the same data."""
    if isinstance(data, dict) and data:
        return "".join(f"{line}\n" for line in _mapping(data, 0))
    if isinstance(data, list) and data:
        return "".join(f"{line}\n" for line in listed(data, 0))
    return f"{_flow(data)}\n"


def _mapping(data: dict[str, Any], depth: int) -> Iterator[str]:
    pad = " " * depth
    for name, value in data.items():
        yield from entry(f"{pad}{scalar(name)}:", value, depth)


def entry(head: str, value: Any, depth: int) -> Iterator[str]:
    """The lines of a value behind its key (`head`, in column `depth`): on its line where it fits there, else below."""
    pad = " " * depth
    if isinstance(value, str) and _literal(value):
        yield f"{head} |{_chomp(value)}"
        yield from (
            f"{pad}  {line}" if line else "" for line in value.removesuffix("\n").split("\n")
        )
    elif isinstance(value, dict) and value:
        yield head
        yield from _mapping(value, depth + 2)
    elif isinstance(value, list) and value and not _fits(head, value):
        yield head
        yield from listed(value, depth + 2)
    else:
        yield f"{head} {_flow(value)}"


def listed(items: list[Any], depth: int) -> Iterator[str]:
    """The lines of a list whose dashes stand in column `depth`."""
    pad = " " * depth
    for item in items:
        if isinstance(item, dict) and item:
            first, *rest = _mapping(item, depth + 2)
            yield f"{pad}- {first.lstrip()}"
            yield from rest
        elif isinstance(item, list) and item and not _fits(f"{pad}-", item):
            first, *rest = listed(item, depth + 2)
            yield f"{pad}- {first.lstrip()}"
            yield from rest
        else:
            yield from entry(f"{pad}-", item, depth)


def _flow(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(scalar(one, flow=True) for one in value)}]"
    return "{}" if isinstance(value, dict) else scalar(value)


def _fits(head: str, items: list[Any]) -> bool:
    """Whether a list goes on one line: words, no sentences."""
    if any(isinstance(one, dict | list) for one in items):
        return False
    words = all(not isinstance(one, str) or (is_plain(one) and " " not in one) for one in items)
    return words and len(head) + len(_flow(items)) < WIDTH


def _literal(value: str) -> bool:
    """Whether a text may stand as a block (`|`): several lines, nothing that a block would lose."""
    body = value.removesuffix("\n")
    lines = body.split("\n")
    plain = all(line == line.rstrip() and line.isprintable() for line in lines)
    return (
        "\n" in value
        and plain
        and bool(lines[0].strip())
        and not value.startswith(" ")
        and bool(lines[-1])
    )


def _chomp(value: str) -> str:
    return "" if value.endswith("\n") else "-"
