"""The shape of a kind as a tree: fields, lists, maps and leaves with their marks.

Derived once from the models' annotations. What walks a document by its fields (references, messages,
canonical order, reference pages) walks this tree, so that a new field needs no second list.
"""

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from watchbill.model.base import Inner, Prose, Ref

Mark = Ref | Inner | Prose


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


class Field(NamedTuple):
    """A field: the name in the file, the attribute, its shape and pydantic's own record of it."""

    name: str
    attribute: str
    shape: Any
    info: FieldInfo


class Fields(NamedTuple):
    """A model with its fields by their names in the file, in canonical order."""

    model: type[BaseModel]
    fields: dict[str, Field]


Shape = Leaf | Many | Table | Choice | Fields


@cache
def shape_of(model: type[BaseModel]) -> Fields:
    """The shape of a model class."""
    fields = {}
    for attribute, info in model.model_fields.items():
        name = info.alias or attribute
        marks = tuple(mark for mark in info.metadata if isinstance(mark, Mark))
        fields[name] = Field(name, attribute, _shape(info.annotation, marks), info)
    return Fields(model, fields)


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


class Leaves(NamedTuple):
    """A marked scalar in a document: where it is and what it says."""

    path: tuple[str | int, ...]
    mark: Mark
    value: str


def marked(document: BaseModel) -> Iterator[Leaves]:
    """Every marked scalar of a document, in the order of its fields."""
    return _walk(shape_of(type(document)), document, ())


def _walk(shape: Shape, value: Any, path: tuple[str | int, ...]) -> Iterator[Leaves]:
    if isinstance(shape, Choice):
        shape = _chosen(shape, value)
    if isinstance(shape, Leaf):
        if isinstance(value, str):
            for mark in shape.marks:
                yield Leaves(path, mark, value)
    elif isinstance(shape, Fields):
        for field in _interesting(shape.model):
            inner = getattr(value, field.attribute)
            if inner is not None:
                yield from _walk(field.shape, inner, (*path, field.name))
    elif isinstance(shape, Many):
        for position, item in enumerate(value):
            yield from _walk(shape.item, item, (*path, position))
    else:
        for key, item in value.items():
            for mark in shape.key.marks:
                yield Leaves((*path, key), mark, key)
            yield from _walk(shape.value, item, (*path, key))


def _chosen(shape: Choice, value: Any) -> Leaf | Many | Fields:
    """The option that a validated value took; a leaf without marks where it has none to follow."""
    for option in shape.options:
        if isinstance(option, Fields) and type(value) is option.model:
            return option
        if isinstance(option, Many) and isinstance(value, tuple) and not hasattr(value, "_fields"):
            return option
        if isinstance(option, Leaf) and option.marks and isinstance(value, str):
            return option if not any(_literal(other, value) for other in shape.options) else _PLAIN
    return _PLAIN


_PLAIN = Leaf((), object)


def _literal(shape: Shape, value: str) -> bool:
    return isinstance(shape, Leaf) and value in typing.get_args(shape.type)


@cache
def _interesting(model: type[BaseModel]) -> tuple[Field, ...]:
    return tuple(field for field in shape_of(model).fields.values() if _has_marks(field.shape))


@cache
def _model_has_marks(model: type[BaseModel]) -> bool:
    return any(_has_marks(field.shape) for field in shape_of(model).fields.values())


def _has_marks(shape: Shape) -> bool:
    if isinstance(shape, Leaf):
        return bool(shape.marks)
    if isinstance(shape, Fields):
        return _model_has_marks(shape.model)
    if isinstance(shape, Many):
        return _has_marks(shape.item)
    if isinstance(shape, Table):
        return bool(shape.key.marks) or _has_marks(shape.value)
    return any(_has_marks(option) for option in shape.options)
