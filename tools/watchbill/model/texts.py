"""What a document says in words, and which roles, regions, events ... it names: one walk, kept.

Rules about wording, secrets and names look at whole documents. Each asks for the words in one string
first, which costs next to nothing, and walks the document only where it found something.
"""

import re
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from weakref import ref

from pydantic import BaseModel

from watchbill.model.base import Document, Inner, Prose
from watchbill.model.runbook import Body
from watchbill.model.shape import declared
from watchbill.model.types import Line

Path = tuple[str | int, ...]
SEPARATOR = "\n\0\n"
# The kinds whose sentences are our own orders to people on watch. Law is quoted, and messages have
# readers of their own.
_GUIDES = frozenset({"playbook", "runbook", "escalation", "severity", "service-level", "schedule"})
# Fields of theirs that are names of systems, or not read on watch.
_NO_ORDERS = frozenset({"silences", "promised_to", "tools", "access"})
_LINE = typing.get_args(Line)[1]
_TEXT = "*"


class Spot(NamedTuple):
    """A text where it stands. `group` is `prose` (our orders), `title` or `other` (all else)."""

    path: Path
    group: str
    text: str


class Words(NamedTuple):
    """All that a document says, each group in one string, and the names that it uses (`of`, name)."""

    prose: str
    titles: str
    others: str
    names: frozenset[tuple[str, str]]


class _Field(NamedTuple):
    attribute: str
    name: str
    leaf: str
    keys: tuple[str, ...]


_kept: dict[int, tuple[Any, Words]] = {}


def words(document: Document) -> Words:
    """The words of a document; the walk is made once for each document object."""
    known = _kept.get(id(document))
    if known is not None and known[0]() is document:
        return known[1]
    prose: list[str] = []
    titles: list[str] = []
    others: list[str] = []
    names: set[tuple[str, str]] = set()
    if document.kind == "runbook":
        groups = {"prose": prose, "title": titles, "other": others}
        for path, leaf, value in _leaves(document):
            if leaf == _TEXT:
                groups[_group(True, path)].append(value)
            else:
                names.add((leaf, value))
    else:
        guide = document.kind in _GUIDES
        for field in _plan(type(document)):
            value = getattr(document, field.attribute)
            if value:
                own = prose if guide and field.name not in _NO_ORDERS else others
                _gather(value, field, 0, _Into(own, titles, names))
    found = Words(
        SEPARATOR.join(prose), SEPARATOR.join(titles), SEPARATOR.join(others), frozenset(names)
    )
    key = id(document)
    _kept[key] = (ref(document, lambda _: _kept.pop(key, None)), found)
    return found


def spots(document: Document) -> Iterator[Spot]:
    """Every text of a document with its place, in the order of its fields."""
    guide = document.kind in _GUIDES
    for path, leaf, value in _leaves(document):
        if leaf == _TEXT:
            yield Spot(path, _group(guide, path), value)


def named(document: Document, of: str) -> Iterator[tuple[Path, str]]:
    """Every role, region, event ... (`of`) that a document names, with its place."""
    return ((path, value) for path, leaf, value in _leaves(document) if leaf == of)


def search(
    document: Document, pattern: re.Pattern[str], groups: tuple[str, ...]
) -> Iterator[tuple[Path, re.Match[str]]]:
    """Every match of a pattern in the texts of these groups."""
    for spot in spots(document):
        if spot.group in groups:
            for match in pattern.finditer(spot.text):
                yield spot.path, match


def _group(guide: bool, path: Path) -> str:
    if path[-1] == "title":
        return "title"
    return "prose" if guide and path[0] not in _NO_ORDERS else "other"


class _Into(NamedTuple):
    texts: list[str]
    titles: list[str]
    names: set[tuple[str, str]]


def _gather(value: Any, field: _Field, depth: int, into: _Into) -> None:
    """What `_enter` finds, without the places: this runs for every document."""
    kind = type(value)
    if kind is str:
        _gather_list((value,), field, depth, into)
    elif kind is tuple:
        _gather_list(value, field, depth, into)
    elif kind is dict:
        of = field.keys[depth] if depth < len(field.keys) else ""
        into.names.update((of, key) for key in value if of)
        for item in value.values():
            _gather(item, field, depth + 1, into)
    elif isinstance(value, BaseModel):
        _gather_fields(value, into)


def _gather_list(value: tuple[Any, ...], field: _Field, depth: int, into: _Into) -> None:
    """A list at once where its items are of one sort, as nearly all are."""
    first = value[0] if value else None
    if isinstance(first, str):
        if field.leaf == _TEXT:
            (into.titles if field.name == "title" else into.texts).extend(value)
        elif field.leaf:
            into.names.update((field.leaf, item) for item in value)
    elif isinstance(first, BaseModel):
        for item in value:
            _gather_fields(item, into)
    else:
        for item in value:
            _gather(item, field, depth, into)


def _gather_fields(model: BaseModel, into: _Into) -> None:
    held = vars(model)
    for field in _plan(type(model)):
        value = held[field.attribute]
        if value and type(value) is not str:
            _gather(value, field, 0, into)
        elif value and field.leaf == _TEXT:
            (into.titles if field.name == "title" else into.texts).append(value)
        elif value and field.leaf:
            into.names.add((field.leaf, value))


def _leaves(document: Document) -> list[tuple[Path, str, str]]:
    out: list[tuple[Path, str, str]] = []
    _into(document, (), out)
    return out


def _into(model: BaseModel, path: Path, out: list[tuple[Path, str, str]]) -> None:
    start = len(out)
    for field in _plan(type(model)):
        value = getattr(model, field.attribute)
        if value:
            _enter(value, field, 0, (*path, field.name), out)
    if isinstance(model, Body):
        # A reader meets the steps between the sections, not behind them.
        out[start:] = sorted(out[start:], key=lambda leaf: _line(model, leaf[0]))


def _line(body: Body, path: Path) -> int:
    part, position = path[1:3] if len(path) > 2 else ("lead", 0)
    if part == "lead" or not isinstance(position, int):
        return 0
    return (body.sections if part == "sections" else body.steps)[position].line


def _enter(
    value: Any, field: _Field, depth: int, path: Path, out: list[tuple[Path, str, str]]
) -> None:
    kind = type(value)
    if kind is str:
        if field.leaf:
            out.append((path, field.leaf, value))
    elif kind is tuple:
        for position, item in enumerate(value):
            _enter(item, field, depth, (*path, position), out)
    elif kind is dict:
        of = field.keys[depth] if depth < len(field.keys) else ""
        for key, item in value.items():
            if of:
                out.append(((*path, key), of, key))
            _enter(item, field, depth + 1, (*path, key), out)
    elif isinstance(value, BaseModel):
        _into(value, path, out)


@cache
def _plan(model: type[BaseModel]) -> tuple[_Field, ...]:
    """The fields of a model that hold texts or names, at any depth."""
    hints = declared(model)
    found = []
    for attribute, info in model.model_fields.items():
        leaf, keys, inner = _look(hints[attribute])
        if attribute in getattr(model, "TEXTS", ()):
            leaf = _TEXT
        if leaf or any(keys) or any(_plan(other) for other in inner):
            found.append(_Field(attribute, info.alias or attribute, leaf, keys))
    return tuple(found)


def _look(annotation: Any) -> tuple[str, tuple[str, ...], tuple[type[BaseModel], ...]]:
    """What a field's strings are (a text, or the name of a what), its keys, and the models in it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "", (), (annotation,)
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    leaf = ""
    if origin is typing.Annotated:
        args, extras = args[:1], args[1:]
        for extra in extras:
            if extra is _LINE or isinstance(extra, Prose):
                leaf = _TEXT
            elif isinstance(extra, Inner):
                leaf = extra.of
    elif origin is dict:
        key, _, _ = _look(args[0])
        inside, keys, models = _look(args[1])
        return inside, (key, *keys), models
    elif origin is typing.Literal:
        return "", (), ()
    keys, models = (), ()
    for arg in args:
        more, more_keys, more_models = _look(arg)
        leaf, keys, models = leaf or more, keys or more_keys, models + more_models
    return leaf, keys, models
