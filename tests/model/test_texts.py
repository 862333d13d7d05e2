"""The words of documents are looked for in every field that holds any."""

import typing

from pydantic import BaseModel

from watchbill.model.kinds import KINDS
from watchbill.model.shape import Fields, Many, Table, declared, shape_of


def models() -> set[type[BaseModel]]:
    """Every model of every kind, those inside others too."""
    found, waiting = set(), list(KINDS.values())
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [
                one for field in shape_of(model).fields.values() for one in inside(field.shape)
            ]
    return found


def inside(shape) -> list[type[BaseModel]]:
    if isinstance(shape, Fields):
        return [shape.model]
    if isinstance(shape, Many):
        return inside(shape.item)
    if isinstance(shape, Table):
        return inside(shape.value)
    return [one for option in getattr(shape, "options", ()) for one in inside(option)]


def test_the_types_of_fields_are_those_that_python_finds():
    seen = models()
    assert len(seen) > 50
    for model in seen:
        hints = typing.get_type_hints(model, include_extras=True)
        written = declared(model)
        assert {name: hints[name] for name in model.model_fields} == {
            name: written[name] for name in model.model_fields
        }
