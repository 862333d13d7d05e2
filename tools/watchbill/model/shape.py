"""The shape of a kind as a tree: fields, lists, maps and leaves with their marks.

Derived once from the models' annotations. What walks a document by its fields (references, messages,
canonical order, reference pages) walks this tree, so that a new field needs no second list.
"""

import types
import typing
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from watchbill.model.base import Inner, Prose, Ref

Mark = Ref | Inner | Prose
Path = tuple[str | int, ...]


class Leaf(NamedTuple):
    """A scalar: its marks and the plain type."""

    marks: tuple[Mark, ...]
    type: Any


class Many(NamedTuple):
    """A list."""

    item: Any


class Table(NamedTuple):
    """A mapping with free keys."""

    key: Leaf
    value: Any


class Choice(NamedTuple):
    """One of several shapes."""

    options: tuple[Any, ...]


class Field:
    """A field: the name in the file, the attribute, and pydantic's own record of it."""

    def __init__(self, name: str, attribute: str, info: FieldInfo) -> None:
        self.name, self.attribute, self.info = name, attribute, info

    @cached_property
    def shape(self) -> "Shape":
        """Its shape, found out when somebody asks: most documents leave most fields out."""
        marks = tuple(mark for mark in self.info.metadata if isinstance(mark, Mark))
        return _shape(self.info.annotation, marks)


class Fields(NamedTuple):
    """A model with its fields by their names in the file, in canonical order."""

    model: type[BaseModel]
    fields: dict[str, Field]


Shape = Leaf | Many | Table | Choice | Fields


@cache
def shape_of(model: type[BaseModel]) -> Fields:
    """The shape of a model class. A model's `ORDER`, where it has one, is the order of its fields."""
    fields = {}
    for attribute, info in model.model_fields.items():
        name = info.alias or attribute
        fields[name] = Field(name, attribute, info)
    order = {name: place for place, name in enumerate(getattr(model, "ORDER", ()))}
    return Fields(
        model, dict(sorted(fields.items(), key=lambda one: order.get(one[0], len(order))))
    )


def _shape(annotation: Any, marks: tuple[Mark, ...] = ()) -> Shape:
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        inner, *extras = typing.get_args(annotation)
        found = tuple(extra for extra in extras if isinstance(extra, Mark))
        return _shape(inner, marks + found)
    args = typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        options = tuple(_shape(arg, marks) for arg in args if arg is not type(None))
        return options[0] if len(options) == 1 else Choice(options)
    if origin is tuple:
        return Many(_shape(args[0], marks))
    if origin is dict:
        key = _shape(args[0])
        return Table(key if isinstance(key, Leaf) else Leaf((), str), _shape(args[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return shape_of(annotation)
    return Leaf(marks, annotation)


def declared(model: type[BaseModel]) -> dict[str, Any]:
    """The types of a model's fields as they are written, `Annotated` and all; none is written as a text."""
    return {
        name: written
        for part in reversed(model.__mro__)
        for name, written in vars(part).get("__annotations__", {}).items()
    }


class Marked(NamedTuple):
    """A marked scalar in a document: where it is and what it says."""

    path: Path
    mark: Mark
    value: str


Found = list[Marked]
Walk = Callable[[Any, Path, Found], None]


def marked(document: BaseModel, *kinds: type[Mark]) -> Found:
    """Every scalar of a document that bears a mark of these kinds, in the order of its fields."""
    found: Found = []
    walk = _walker(type(document), kinds or (Ref, Inner, Prose))
    if walk is not None:
        walk(document, (), found)
    return found


# A walk is put together once for each model, out of small functions: it visits only what can be marked.


@cache
def _walker(model: type[BaseModel], kinds: tuple[type[Mark], ...]) -> Walk | None:
    parts = []
    for field in shape_of(model).fields.values():
        walk = _walk(field.shape, kinds)
        if walk is not None:
            parts.append((field.attribute, field.name, walk))

    def fields(value: Any, path: Path, found: Found) -> None:
        inside = value.__dict__
        for attribute, name, walk in parts:
            inner = inside[attribute]
            if inner:
                walk(inner, (*path, name), found)

    return fields if parts else None


def _walk(shape: Shape, kinds: tuple[type[Mark], ...]) -> Walk | None:
    if isinstance(shape, Leaf):
        return _leaf(tuple(mark for mark in shape.marks if isinstance(mark, kinds)))
    if isinstance(shape, Fields):
        return _walker(shape.model, kinds)
    if isinstance(shape, Many):
        return _many(_walk(shape.item, kinds))
    if isinstance(shape, Table):
        return _table(_walk(shape.key, kinds), _walk(shape.value, kinds))
    return _choice(shape, kinds)


def _leaf(marks: tuple[Mark, ...]) -> Walk | None:
    def leaf(value: Any, path: Path, found: Found) -> None:
        for mark in marks:
            found.append(Marked(path, mark, value))

    return leaf if marks else None


def _many(item: Walk | None) -> Walk | None:
    if item is None:
        return None

    def many(value: Any, path: Path, found: Found) -> None:
        for position, one in enumerate(value):
            item(one, (*path, position), found)

    return many


def _table(key: Walk | None, item: Walk | None) -> Walk | None:
    def table(value: Any, path: Path, found: Found) -> None:
        for name, one in value.items():
            if key is not None:
                key(name, (*path, name), found)
            if item is not None:
                item(one, (*path, name), found)

    return table if key or item else None


def _choice(shape: Choice, kinds: tuple[type[Mark], ...]) -> Walk | None:
    models = {
        option.model: walk
        for option in shape.options
        if isinstance(option, Fields) and (walk := _walk(option, kinds))
    }
    lists = [walk for one in shape.options if isinstance(one, Many) and (walk := _walk(one, kinds))]
    texts = [walk for one in shape.options if isinstance(one, Leaf) and (walk := _walk(one, kinds))]
    words = {
        word for one in shape.options if isinstance(one, Leaf) for word in typing.get_args(one.type)
    }

    def choice(value: Any, path: Path, found: Found) -> None:
        if isinstance(value, str):
            walks = texts if value not in words else []
        elif isinstance(value, BaseModel):
            walks = [models[type(value)]] if type(value) in models else []
        else:
            walks = lists if type(value) is tuple else []
        for walk in walks:
            walk(value, path, found)

    return choice if models or lists or texts else None
