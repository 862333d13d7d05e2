"""Trees to YAML that any parser reads alike, and text to literals of Go templates."""

import json
from typing import Any

import yaml


class _Quoted(str):
    """A string that is always written in double quotes."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_list(self, data: Any) -> Any:
        plain = all(isinstance(item, str | int) for item in data)
        return self.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=plain)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)


_Dumper.add_representer(list, _Dumper.represent_list)
_Dumper.add_representer(
    _Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def dump(tree: Any, *head: str) -> str:
    """A tree of dicts, lists, strings, numbers and booleans as YAML below comment lines.

    Every string value is in double quotes, so that none is taken for a number, a time or a switch.
    """
    body = yaml.dump(
        _quoted(tree), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**6
    )
    return "".join(f"# {line}\n" for line in head) + body


def _quoted(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {str(key): _quoted(value) for key, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [_quoted(value) for value in tree]
    return _Quoted(tree) if isinstance(tree, str) else tree


def go(text: str) -> str:
    """Text that a Go template prints as it stands: content never becomes an instruction."""
    return "{{ " + json.dumps(text, ensure_ascii=False) + " }}" if text else ""
