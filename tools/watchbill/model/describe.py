"""The fields of a kind in words: name, whether it must be there, what may stand in it, what it says."""

import re
import typing
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from watchbill.model.base import Inner, Ref
from watchbill.model.shape import Choice, Field, Fields, Leaf, Many, Shape, Table, shape_of
from watchbill.model.types import Duration, FactTest, Hours

_CAMEL = re.compile(r"(?<!^)(?=[A-Z])")
_PLAIN: dict[Any, str] = {
    str: "text",
    bool: "true or false",
    int: "whole number",
    float: "number",
    date: "date",
    datetime: "instant",
    Duration: "duration",
    Hours: "hours",
    FactTest: "condition",
}


class Described(NamedTuple):
    """One field: its name in the file, the type in words, the default where it has one."""

    name: str
    required: bool
    type: str
    description: str
    default: str


class Part(NamedTuple):
    """A kind, or one of the forms inside it: its name, what it is, its fields in canonical order."""

    name: str
    what: str
    fields: tuple[Described, ...]


def describe(model: type[BaseModel]) -> tuple[Part, ...]:
    """A model and every model inside it, each once, in the order of first use."""
    waiting, parts = [model], []
    for one in waiting:
        shape = shape_of(one)
        fields = [field for field in shape.fields.values() if _said(field)]
        parts.append(Part(form_name(one), _what(one), tuple(map(_described, fields))))
        found = (inner for field in fields for inner in _models(field.shape))
        waiting.extend(inner for inner in dict.fromkeys(found) if inner not in waiting)
    return tuple(parts)


def form_name(model: type[BaseModel]) -> str:
    """The name of a model in words: a document's kind, `page level`."""
    return getattr(model, "KIND", "") or _CAMEL.sub(" ", model.__name__).lower()


def _what(model: type[BaseModel]) -> str:
    return getattr(model, "WHAT", "") or (model.__doc__ or "").strip().partition("\n")[0]


def _said(field: Field) -> bool:
    """Whether the field is one that a person writes (a runbook's body is not)."""
    return field.name == "kind" or (
        field.info.description is not None
        and not any(type(mark).__name__ == "SkipJsonSchema" for mark in field.info.metadata)
    )


def _described(field: Field) -> Described:
    words = type_words(field.shape)
    said = field.info.description or "What kind of document this is."
    return Described(field.name, field.info.is_required(), words, said, _default(field.info))


def _models(shape: Shape) -> Iterator[type[BaseModel]]:
    """The models that stand in a shape."""
    if isinstance(shape, Fields):
        yield shape.model
    elif isinstance(shape, Many):
        yield from _models(shape.item)
    elif isinstance(shape, Table):
        yield from _models(shape.value)
    elif isinstance(shape, Choice):
        for option in shape.options:
            yield from _models(option)


def type_words(shape: Shape) -> str:
    """What may stand there, in words: `list of ids (harm)`, `duration`, `one of must, may, not-ours`."""
    if isinstance(shape, Leaf):
        return _leaf(shape)
    if isinstance(shape, Many):
        return f"list of {type_words(shape.item)}"
    if isinstance(shape, Table):
        return f"mapping of {type_words(shape.key)} to {type_words(shape.value)}"
    if isinstance(shape, Fields):
        return form_name(shape.model)
    *most, last = dict.fromkeys(type_words(option) for option in shape.options)
    return f"{', '.join(most)} or {last}" if most else last


def _leaf(leaf: Leaf) -> str:
    if typing.get_origin(leaf.type) is Literal:
        words = [str(word) for word in typing.get_args(leaf.type)]
        return words[0] if len(words) == 1 else f"one of {', '.join(words)}"
    for mark in leaf.marks:
        if isinstance(mark, Ref):
            return "kind:id" if mark.kinds == ("*",) else f"id ({' or '.join(mark.kinds)})"
        if isinstance(mark, Inner):
            return f"id ({mark.of})"
    return _PLAIN.get(leaf.type, getattr(leaf.type, "__name__", "text"))


def _default(info: FieldInfo) -> str:
    value = info.get_default(call_default_factory=True, validated_data={})
    if info.is_required() or value is None or value in ((), {}):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return "" if isinstance(value, BaseModel) else str(value)
