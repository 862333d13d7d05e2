"""An edit of the smallest book as a row of a table: a field, before and after, and what that is held to be."""

from copy import deepcopy
from typing import Any, NamedTuple

from tests import smallest
from tests.diff.build import edited
from watchbill.diff.books import Books
from watchbill.diff.change import Direction


class Gone:
    """What a field holds that is not there."""

    def __repr__(self) -> str:
        return "gone"


GONE = Gone()
W, S, N, U = Direction.WEAKER, Direction.STRONGER, Direction.NEUTRAL, Direction.UNKNOWN


class Row(NamedTuple):
    """A field of a document by its path, its values before and after, and what that must be held to be.

    `kind` is "" where nothing changes. `back` is the direction backwards where it is not the mirror.
    """

    key: str
    path: str
    before: Any
    after: Any
    kind: str = ""
    direction: Direction = N
    back: Direction | None = None


def put(data: dict[str, Any], path: str, value: Any) -> None:
    """Sets a value deep in plain data; parts that are not there are made."""
    *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
    at: Any = data
    for part in way:
        at = at.setdefault(part, {}) if isinstance(at, dict) else at[part]
    if value is GONE:
        at.pop(last, None)
    else:
        at[last] = deepcopy(value)


def told(row: Row) -> tuple[set[tuple[str, Direction]], set[tuple[str, Direction]]]:
    documents = []
    for value in (row.before, row.after):
        data = smallest.data()
        put(data[row.key], row.path, value)
        documents.append(data)
    before, after = (smallest.book(one) for one in documents)
    there, back = (edited(Books(*both)) for both in ((before, after), (after, before)))
    return {(one.kind, one.direction) for one in there}, {(one.kind, one.direction) for one in back}


def holds(row: Row) -> None:
    """Fails where the edit of a row, or the same made backwards, is held to be anything else."""
    there, back = told(row)
    if not row.kind:
        assert (there, back) == (set(), set())
        return
    mirrored = row.direction.mirrored if row.back is None else row.back
    assert min(there, key=lambda one: one[1].rank) == (row.kind, row.direction)
    assert (row.kind, mirrored) in back
    assert {kind for kind, _ in there | back} == {row.kind}
