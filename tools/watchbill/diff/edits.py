"""Where two documents say something different: by the shape of their kind, not by their text.

Lists are compared by what names their items (an id, an answer, a date), so that an item which only moved is
the same item; a list that is no sequence has no order. What is left out stands for its default on both sides.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import BaseModel

from watchbill.diff.change import How
from watchbill.diff.names import name_of, sequence
from watchbill.model.shape import Choice, Fields, Leaf, Many, Path, Shape, Table, shape_of
from watchbill.model.types import Duration, FactTest, Hours

# Places in a file and what identifies a document: no part of what it says.
_NO_MEANING = frozenset(("kind", "id", "moved_from", "line"))


class Edit(NamedTuple):
    """One difference. `field` is its path with `*` for keys and positions; `before` and `after` are the values.

    `old` and `new` lead to it in the two documents; None where it is not there. Of a list whose items stand in
    another order `before` and `after` are the names of the items that are in both.
    """

    field: str
    how: How
    old: Path | None
    new: Path | None
    before: Any
    after: Any


class _At(NamedTuple):
    """A spot in both documents."""

    field: str
    old: Path
    new: Path

    def down(self, field: str, old: str | int, new: str | int) -> "_At":
        return _At(
            f"{self.field}.{field}" if self.field else field, (*self.old, old), (*self.new, new)
        )


def edits(before: BaseModel, after: BaseModel) -> list[Edit]:
    """Every difference between two documents of one kind, in the order of its fields."""
    return list(_fields(shape_of(type(before)), before, after, _At("", (), ())))


def same(one: Any, other: Any) -> bool:
    """Whether two scalars mean the same: `60m` and `1h` do, `24h` and `00:00-24:00`, an instant in two zones."""
    return bool(_plain(one) == _plain(other))


def _plain(value: Any) -> Any:
    if isinstance(value, Duration):
        return ("duration", value.amount, value.unit) if value.amount else ("duration", 0)
    if isinstance(value, Hours):
        return ("hours", value.start, value.end)
    if isinstance(value, FactTest):
        return ("fact", value.fact, value.value)
    if isinstance(value, datetime):
        return ("instant", value.timestamp())
    if isinstance(value, bool):
        return ("flag", value)
    if isinstance(value, BaseModel):
        return (type(value), *(_plain(one) for _, one in value))
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    # Durations and the like are tuples too, and were told apart above.
    return [_plain(one) for one in value] if type(value) is tuple else value


def _value(shape: Shape, before: Any, after: Any, at: _At) -> Iterator[Edit]:
    if before is None or after is None:
        if before is not after:
            yield _edit(at, before, after)
    elif isinstance(shape, Fields):
        yield from _fields(shape, before, after, at)
    elif isinstance(shape, Many):
        yield from _many(shape, before, after, at)
    elif isinstance(shape, Table):
        yield from _table(shape, before, after, at)
    elif isinstance(shape, Choice):
        yield from _choice(shape, before, after, at)
    elif not same(before, after):
        yield _edit(at, before, after)


def _fields(shape: Fields, before: BaseModel, after: BaseModel, at: _At) -> Iterator[Edit]:
    for name, field in shape.fields.items():
        if name in _NO_MEANING and (not at.field or name == "line"):
            continue
        one, other = getattr(before, field.attribute), getattr(after, field.attribute)
        if one is not other:
            yield from _value(field.shape, one, other, at.down(name, name, name))


def _choice(shape: Choice, before: Any, after: Any, at: _At) -> Iterator[Edit]:
    if isinstance(before, BaseModel) and type(before) is type(after):
        model: type[BaseModel] = type(before)
        yield from _fields(shape_of(model), before, after, at)
    elif type(before) is tuple and type(after) is tuple:
        many = next((one for one in shape.options if isinstance(one, Many)), Many(Leaf((), str)))
        yield from _many(many, before, after, at)
    elif not same(before, after):
        yield _edit(at, before, after)


def _table(
    shape: Table, before: Mapping[str, Any], after: Mapping[str, Any], at: _At
) -> Iterator[Edit]:
    for key in sorted(before.keys() | after.keys()):
        yield from _value(shape.value, before.get(key), after.get(key), at.down("*", key, key))


def _many(shape: Many, before: Sequence[Any], after: Sequence[Any], at: _At) -> Iterator[Edit]:
    olds, news = _named(before), _named(after)
    for name, place in olds.items():
        if name not in news:
            yield Edit(f"{at.field}.*", How.REMOVED, (*at.old, place), None, before[place], None)
    for name, place in news.items():
        if name not in olds:
            yield Edit(f"{at.field}.*", How.ADDED, None, (*at.new, place), None, after[place])
    common = [name for name in olds if name in news]
    for name in common:
        here = at.down("*", olds[name], news[name])
        yield from _value(shape.item, before[olds[name]], after[news[name]], here)
    order = [name for name in news if name in olds]
    if common != order and sequence(at.field):
        yield Edit(at.field, How.MOVED, at.old, at.new, tuple(_words(common)), tuple(_words(order)))


def _named(items: Sequence[Any]) -> dict[tuple[Any, int], int]:
    """The position of each item by its name; of items of one name, by their number among these."""
    found: dict[tuple[Any, int], int] = {}
    for place, item in enumerate(items):
        name, number = name_of(item), 0
        while (name, number) in found:
            number += 1
        found[name, number] = place
    return found


def _words(names: Sequence[tuple[Any, int]]) -> Iterator[str]:
    return (str(name[-1]) if isinstance(name, tuple) else str(name) for name, _ in names)


def _edit(at: _At, before: Any, after: Any) -> Edit:
    if before is None:
        return Edit(at.field, How.ADDED, None, at.new, None, after)
    if after is None:
        return Edit(at.field, How.REMOVED, at.old, None, before, None)
    return Edit(at.field, How.CHANGED, at.old, at.new, before, after)
