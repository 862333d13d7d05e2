"""Data that was found valid before, made a document again without being judged again.

A commit hook judges one changed file and looks a dozen others up. Putting together pydantic's validators
for their kinds would cost more than everything else it does. What is made here equals what validation
makes, field by field; a test holds it for every kind.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

from pydantic import BaseModel

from watchbill.model.base import Document
from watchbill.model.kinds import KINDS
from watchbill.model.response import form_of
from watchbill.model.shape import Choice, Fields, Leaf, Many, Shape, shape_of
from watchbill.model.types import (
    Duration,
    FactTest,
    Hours,
    parse_duration,
    parse_fact,
    parse_hours,
    parse_instant,
)

Make = Callable[[Any], Any]
_LEAVES: dict[Any, Make] = {
    Duration: parse_duration,
    Hours: parse_hours,
    FactTest: parse_fact,
    date: date.fromisoformat,
    datetime: parse_instant,
}


def trusted(data: dict[str, Any]) -> Document:
    """The document of data that validation has accepted before, in this form."""
    document: Document = _model(KINDS[data["kind"]])(data)
    return document


@cache
def _model(model: type[BaseModel]) -> Make:
    fields = list(shape_of(model).fields.items())
    makers: dict[str, Make] = {}
    defaults = {}
    for name, field in fields:
        defaults[name] = field.info.get_default(call_default_factory=True)
        if field.info.validate_default:
            defaults[name] = _maker(field.shape)(defaults[name])

    def build(data: Any) -> Any:
        values, given = {}, set()
        for name, field in fields:
            if name in data:
                make = makers.get(name)
                if make is None:
                    make = makers[name] = _maker(field.shape)
                values[field.attribute] = make(data[name])
                given.add(field.attribute)
            else:
                values[field.attribute] = defaults[name]
        made = model.__new__(model)
        object.__setattr__(made, "__dict__", values)
        object.__setattr__(made, "__pydantic_fields_set__", given)
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made

    return build


def _maker(shape: Shape) -> Make:
    if isinstance(shape, Leaf):
        return _LEAVES.get(shape.type, _same)
    if isinstance(shape, Fields):
        return _model(shape.model)
    if isinstance(shape, Many):
        item = _maker(shape.item)
        return lambda data: tuple(
            [item(one) for one in data] if isinstance(data, list) else [item(data)]
        )
    if isinstance(shape, Choice):
        return _chooser(shape)
    key, value = _maker(shape.key), _maker(shape.value)
    return lambda data: {key(name): value(one) for name, one in data.items()}


def _same(value: Any) -> Any:
    return value


def _chooser(shape: Choice) -> Make:
    """Of several shapes the one that the data has: told by its form, and for steps by their word."""
    models = [option.model for option in shape.options if isinstance(option, Fields)]
    by_form = {model.__name__.lower(): model for model in models}
    lists = [_maker(option) for option in shape.options if isinstance(option, Many)]
    leaves = [_maker(option) for option in shape.options if isinstance(option, Leaf)]

    def choose(data: Any) -> Any:
        if isinstance(data, dict):
            return _model(models[0] if len(models) == 1 else by_form[form_of(data)])(data)
        if isinstance(data, list):
            return lists[0](data)
        return (leaves or lists)[0](data)

    return choose
