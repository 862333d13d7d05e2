"""Writes data as YAML in a random, ugly form with comments: what a person might have left behind."""

from typing import Any

from hypothesis import strategies as st

from watchbill.edit.scalar import is_plain, quoted

Draw = Any


def messy(draw: Draw, data: dict[str, Any]) -> str:
    """The data in any order and form, always the same data."""
    lines: list[str] = []
    if draw(st.booleans()):
        lines += ["# A head of its own.", ""]
    _mapping(draw, data, 0, lines)
    if draw(st.booleans()):
        lines.append("# The last word.")
    return "\n".join(lines) + "\n" * draw(st.integers(1, 3))


def _mapping(draw: Draw, data: dict[str, Any], depth: int, lines: list[str]) -> None:
    for name in draw(st.permutations(list(data))):
        _above(draw, depth, lines)
        _entry(draw, f"{' ' * depth}{_name(draw, name)}:", data[name], depth, lines)


def _above(draw: Draw, depth: int, lines: list[str]) -> None:
    lines += draw(st.sampled_from([[], [], [], [""], ["", ""], ["   "]]))
    if draw(st.integers(0, 4)) == 0:
        lines.append(f"{' ' * depth}# about {draw(st.integers(0, 999))}")
        if draw(st.booleans()):
            lines.append("")


def _name(draw: Draw, name: str) -> str:
    if draw(st.integers(0, 8)) == 0:
        return f"'{name}'"
    return name if is_plain(name) else quoted(name)


def _entry(draw: Draw, head: str, value: Any, depth: int, lines: list[str]) -> None:
    if not isinstance(value, dict | list) or not value or draw(st.integers(0, 3)) == 0:
        if isinstance(value, str) and "\n" in value and _block_ok(value):
            _literal(draw, head, value, depth, lines)
        else:
            lines.append(f"{head} {_flow(draw, value)}{_tail(draw)}")
    elif isinstance(value, dict):
        lines.append(f"{head}{_tail(draw)}")
        _mapping(draw, value, depth + draw(st.sampled_from([1, 2, 4])), lines)
    else:
        lines.append(f"{head}{_tail(draw)}")
        _list(draw, value, depth + draw(st.sampled_from([0, 2, 3])), lines)


def _list(draw: Draw, items: list[Any], depth: int, lines: list[str]) -> None:
    pad = " " * depth
    for item in items:
        _above(draw, depth, lines)
        if isinstance(item, dict) and item and draw(st.booleans()):
            gap = draw(st.sampled_from([1, 3]))
            inner: list[str] = []
            _mapping(draw, item, depth + 1 + gap, inner)
            while not inner[0].strip() or inner[0].lstrip().startswith("#"):
                lines.append(inner.pop(0)[1 + gap :])
            lines.append(f"{pad}-{' ' * gap}{inner[0].lstrip()}")
            lines += inner[1:]
        else:
            lines.append(f"{pad}- {_flow(draw, item)}{_tail(draw)}")


def _flow(draw: Draw, value: Any) -> str:
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{_name(draw, k)}: {_flow(draw, v)}" for k, v in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(_flow(draw, one) for one in value) + "]"
    if not isinstance(value, str):
        return (
            {True: "true", False: "false"}.get(value, str(value))
            if isinstance(value, bool)
            else str(value)
        )
    if value.isprintable() and draw(st.booleans()):
        doubled = value.replace("'", "''")
        return f"'{doubled}'"
    return value if is_plain(value, flow=True) and draw(st.booleans()) else quoted(value)


def _block_ok(value: str) -> bool:
    lines = value.split("\n")
    return (
        all(line.isprintable() for line in lines) and bool(lines[0].strip()) and lines[0][0] != " "
    )


def _literal(draw: Draw, head: str, value: str, depth: int, lines: list[str]) -> None:
    body = value.rstrip("\n")
    ends = len(value) - len(body)
    chomp = "-" if ends == 0 else "" if ends == 1 else "+"
    lines.append(f"{head} |{chomp}{_tail(draw, comment=False)}")
    pad = " " * (depth + draw(st.sampled_from([1, 2, 5])))
    lines += [pad + line if line else "" for line in body.split("\n")]
    lines += [""] * max(0, ends - 1)


def _tail(draw: Draw, comment: bool = True) -> str:
    choices = ["", "", "", "  "] + ([f"  # said {draw(st.integers(0, 99))}"] if comment else [])
    return draw(st.sampled_from(choices))
