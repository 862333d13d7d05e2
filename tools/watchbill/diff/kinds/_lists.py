"""Lists of lines that people read: a line that was worded anew is not one that went and another that came."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from pydantic import BaseModel

from watchbill.diff.books import Twice
from watchbill.diff.change import How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.names import name_of
from watchbill.diff.verdict import Verdict, exposes, protects, unknown
from watchbill.model.base import Document
from watchbill.model.shape import shape_of

# Of two lines that say much the same more than this share is the same, letter by letter.
_ALIKE = 0.6


def listed(edit: Edit, twice: Twice, what: str, weight: Weight, *, opens: bool = False) -> Verdict:
    """Of a line that protects, or `opens`: one fewer, or one more, is weaker; another wording is for a reader."""
    before, after = lists(edit, twice)
    one, others = (
        (edit.before, set(after) - set(before))
        if edit.how is How.REMOVED
        else (edit.after, set(before) - set(after))
    )
    if reworded(one, others):
        return unknown(f"{what}, worded anew", weight)
    return exposes(edit, what, weight) if opens else protects(edit, what, weight)


def reworded(line: str, others: Iterable[str]) -> bool:
    """Whether one of the others is this line in other words."""
    return any(_alike(*sorted((line, other))) > _ALIKE for other in others)


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()


def lists(edit: Edit, twice: Twice) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The list of which an item came or went, before and after."""
    before, after = twice
    if edit.old is not None:
        here = _at(before, edit.old[:-1], before)
        return here, _at(after, edit.old[:-1], before)
    path = (edit.new or ())[:-1]
    return _at(before, path, after), _at(after, path, after)


def _at(document: Document | None, path: tuple[str | int, ...], other: Document | None) -> Any:
    """What lies in a document where a path of another one leads, by the names of items; nothing where it is not."""
    value: Any = document
    guide: Any = other
    for part in path:
        if isinstance(guide, BaseModel):
            attribute = shape_of(type(guide)).fields[str(part)].attribute
            guide, value = getattr(guide, attribute), getattr(value, attribute, None)
        elif isinstance(part, int):
            guide = guide[part]
            found = (item for item in value or () if name_of(item) == name_of(guide))
            value = next(found, None)
        else:
            guide, value = guide[part], (value or {}).get(part)
    return value if value is not None else ()
