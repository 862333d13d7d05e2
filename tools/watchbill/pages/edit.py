"""A document with some of its values replaced or taken out, by their paths."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from watchbill.model.shape import shape_of

Path = tuple[str | int, ...]


class _Out:
    """Stands for a list entry or a map key that is taken out."""


D = TypeVar("D", bound=BaseModel)
OUT: Any = _Out()
Trie = dict[str | int, Any]


def edited(document: D, edits: Mapping[Path, Any]) -> D:
    """The document with `edits` made. Only entries of lists and maps may be OUT."""
    trie: Trie = {}
    for path, value in edits.items():
        inner = trie
        for part in path[:-1]:
            inner = inner.setdefault(part, {})
        inner[path[-1]] = _Leaf(value)
    return _apply(document, trie) if trie else document


class _Leaf:
    """The new value of a path."""

    def __init__(self, value: Any) -> None:
        self.value = value


def _apply(value: Any, edits: Any) -> Any:
    if isinstance(edits, _Leaf):
        return edits.value
    if edits is None:
        return value
    if isinstance(value, BaseModel):
        fields = shape_of(type(value)).fields
        named = {fields[str(name)].attribute: more for name, more in edits.items()}
        return value.model_copy(
            update={name: _apply(getattr(value, name), more) for name, more in named.items()}
        )
    if isinstance(value, dict):
        pairs = ((key, _apply(one, edits.get(key))) for key, one in value.items())
        return {key: one for key, one in pairs if one is not OUT}
    if isinstance(value, tuple):
        entries = (_apply(one, edits.get(place)) for place, one in enumerate(value))
        return tuple(one for one in entries if one is not OUT)
    (only,) = edits.values()  # a field that may be one value or a list of them
    return _apply(value, only)
