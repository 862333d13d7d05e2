"""A new document of a kind: what must be in it, each field under a comment that says what goes there."""

import textwrap
import typing
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from watchbill.edit.dump import dump
from watchbill.edit.modeline import modeline
from watchbill.load.markdown import cut
from watchbill.load.validate import validate
from watchbill.model.base import Document, Inner, Ref
from watchbill.model.kinds import KINDS
from watchbill.model.shape import Choice, Field, Fields, Leaf, Many, Shape, Table, shape_of
from watchbill.model.types import Duration, FactTest, Hours

# What a kind's own law does not require, but nobody should go without.
_USUAL = {
    "": ("summary", "review"),
    "facts": ("events",),
    "obligation": ("due", "recipient"),
    "playbook": ("harm", "never"),
    "runbook": ("role", "takes"),
    "team": ("contacts", "github"),
    "partner": ("contacts",),
}
# Tried one after another where a text must have a form.
_TEXTS = (
    *(
        "Write this.",
        "name",
        "P2",
        "EU",
        "en",
        "Europe/Dublin",
        "08:00",
        "95%",
        "https://example.org/",
    ),
    *("2026-2028", "+10m", "@organisation/team", "E0", "1", "AML.T0000", "LLM01"),
)
# The longest list that a kind asks for: a number for each hour of a day.
_TRIES = 24
_BODY = """
## Before you start

- What must be true before the first step.

## Steps

### Do the first thing

How.

## Check

- How to know that it worked.

## If it fails

- What to do instead, and whom to call.
"""


class _Written(NamedTuple):
    """A field to be written, with its comment.

    The value of a mapping is a list of these, that of a list of mappings a tuple of such lists.
    """

    name: str
    comment: str
    value: Any


class Asked(NamedTuple):
    """What the author of a new document said: title and owner may be ""."""

    kind: str
    id: str
    title: str
    owner: str
    today: date


def skeleton(asked: Asked, schema: str = "") -> str:
    """The text of a new document without a fault of form. `schema` is the modeline's path to its schema."""
    model = KINDS[asked.kind]
    data = _valid(model, asked)
    lines = list(_lines(_written(shape_of(model), data), 0))
    fields = shape_of(model).fields
    left = [name for name in fields if name not in data and name not in ("body", "silences")]
    lines += textwrap.wrap(
        f"It may also have: {', '.join(left)} (watchbill explain {asked.kind}).",
        **_comment(0),
    )
    text = "\n".join(lines) + "\n"
    if asked.kind == "runbook":
        return f"---\n{text}---\n{_BODY.lstrip()}"
    return (f"{modeline(schema)}\n" if schema else "") + text


def _valid(model: type[Document], asked: Asked) -> dict[str, Any]:
    """Sample data that the model accepts: each text that it refuses is tried in another form."""
    tries: dict[tuple[str | int, ...], int] = {}
    known = {"kind": asked.kind, "id": asked.id, "owner": asked.owner or "some-team"}
    known["title"] = asked.title or asked.id.replace("-", " ").capitalize()
    while True:
        sampler = _Sampler(asked, tries)
        data = sampler.fields(shape_of(model), (), (*_USUAL[""], *_USUAL.get(asked.kind, ())))
        data = {name: known.get(name, value) for name, value in data.items()}
        body = {"body": cut(_BODY, 1)} if asked.kind == "runbook" else {}
        verdict = validate({**data, **body})
        if isinstance(verdict, Document):
            return data
        found = {complaint.path for complaint in verdict}
        # A list with a wrong item is called too short as well: the item comes first.
        paths = {one for one in found if not any(more[: len(one)] == one for more in found - {one})}
        if all(tries.get(path, 0) + 1 >= _TRIES for path in paths):
            raise AssertionError(f"no sample of {asked.kind} is right: {verdict}")
        for path in paths:
            tries[path] = tries.get(path, 0) + 1


class _Sampler:
    """Makes sample values by shape."""

    def __init__(self, asked: Asked, tries: dict[tuple[str | int, ...], int]) -> None:
        self._asked = asked
        self._tries = tries

    def fields(
        self, shape: Fields, path: tuple[str | int, ...], usual: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """The required fields (all, where none is), and the usual ones."""
        needed = [
            one for one in shape.fields.values() if one.info.is_required() or one.name in usual
        ]
        chosen = needed or list(shape.fields.values())
        return {one.name: self.value(one.shape, (*path, one.name)) for one in chosen}

    def value(self, shape: Shape, path: tuple[str | int, ...]) -> Any:
        """A value of this shape."""
        if isinstance(shape, Fields):
            return self.fields(shape, path)
        if isinstance(shape, Many):
            count = 1 + self._tries.get(path, 0)
            return [self.value(shape.item, (*path, place)) for place in range(count)]
        if isinstance(shape, Table):
            name = self.leaf(shape.key, path)
            key = name if " " not in str(name) else "name"
            return {key: self.value(shape.value, (*path, key))}
        if isinstance(shape, Choice):
            return self.value(shape.options[0], path)
        return self.leaf(shape, path)

    def leaf(self, leaf: Leaf, path: tuple[str | int, ...]) -> Any:
        """A scalar of this type."""
        if typing.get_origin(leaf.type) is Literal:
            words = typing.get_args(leaf.type)
            return "unverified" if "unverified" in words else words[0]
        for mark in leaf.marks:
            if isinstance(mark, Ref):
                return "team:some-team" if mark.kinds == ("*",) else f"some-{mark.kinds[0]}"
            if isinstance(mark, Inner):
                return "P2" if mark.of == "severity" else f"some-{mark.of}"
        day = self._asked.today.isoformat()
        length = "90d" if path[-1] == "every" else "15m"
        plain = {bool: True, int: 1, float: 1.0, Duration: length, Hours: "09:00-17:00"}
        more = {FactTest: "some-fact", date: day, datetime: f"{day}T12:00:00+00:00"}
        return (plain | more).get(leaf.type) or _TEXTS[self._tries.get(path, 0) % len(_TEXTS)]


def _written(shape: Shape, data: Any) -> Any:
    """Data with the comments of its fields."""
    if isinstance(shape, Choice):
        shape = shape.options[0]
    if isinstance(shape, Fields):
        return [_field(shape.fields[name], value) for name, value in data.items()]
    if isinstance(shape, Table):
        return [_Written(name, "", _written(shape.value, value)) for name, value in data.items()]
    if isinstance(shape, Many) and isinstance(data[0], dict):
        return tuple(_written(shape.item, one) for one in data)
    return data


def _field(field: Field, value: Any) -> _Written:
    said = "" if field.name in ("kind", "id") else field.info.description or ""
    return _Written(field.name, said, _written(field.shape, value))


def _lines(fields: list[_Written], depth: int) -> Iterator[str]:
    pad = " " * depth
    for name, comment, value in fields:
        if comment:
            yield from textwrap.wrap(comment, **_comment(depth))
        if isinstance(value, list) and value and isinstance(value[0], _Written):
            yield f"{pad}{name}:"
            yield from _lines(value, depth + 2)
        elif isinstance(value, tuple):
            yield f"{pad}{name}:"
            for item in value:
                yield from _item(list(_lines(item, depth + 4)), depth)
        else:
            yield from (pad + line for line in dump({name: value}).splitlines())


def _item(lines: list[str], depth: int) -> Iterator[str]:
    """The lines of a mapping as an item of a list: its first field gets the dash."""
    first = next(place for place, line in enumerate(lines) if not line.lstrip().startswith("#"))
    for place, line in enumerate(lines):
        if place < first:
            yield line[2:]
        elif place == first:
            yield f"{' ' * (depth + 2)}- {line.lstrip()}"
        else:
            yield line


def _comment(depth: int) -> dict[str, Any]:
    mark = f"{' ' * depth}# "
    return {"width": 100, "initial_indent": mark, "subsequent_indent": mark}
