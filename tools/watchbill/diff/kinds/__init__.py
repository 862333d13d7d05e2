"""The kinds of change: one module each, `kinds/<subject>/<kind>.py` = the name `<subject>/<kind>` = its page.

A kind's module has a docstring (what changed, why a reviewer cares, `Before:`, `After:`, `Direction:`), `ID`,
`OF` (the kinds of documents, `*` for all), `FIELDS` (as `edits` names them; `**` at the end takes in everything
below) and `judge(edit, twice, books)`, which gives a Verdict, or None where the edit changes nothing that anybody
could notice. There is no list to keep: what lies in the folders is what judges.
"""

import importlib
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from watchbill.diff.books import Books, Twice
from watchbill.diff.edits import Edit
from watchbill.diff.verdict import Verdict

Judge = Callable[[Edit, Twice, Books], Verdict | None]


class Kind(NamedTuple):
    """A kind of change as its module declares it."""

    id: str
    of: tuple[str, ...]
    fields: tuple[str, ...]
    judge: Judge
    doc: str

    def claims(self, kind: str, field: str) -> int:
        """How closely it names a field of a kind of document: the more the closer, 0 where it does not."""
        if kind not in self.of and "*" not in self.of:
            return 0
        own = "*" not in self.of
        return max((_fit(wanted, field) + own for wanted in self.fields), default=0)


def _fit(wanted: str, field: str) -> int:
    """How closely a pattern names a field, in even numbers; below 0 where it does not."""
    if wanted.endswith("**"):
        return 4 * len(wanted) - 6 if field.startswith(wanted[:-2]) else -1
    return 4 * len(wanted) + 4 if field == wanted else -1


@lru_cache(maxsize=1)
def all_kinds() -> tuple[Kind, ...]:
    """Every kind, by name."""
    return tuple(_kind(subject, name) for subject, name in sorted(_modules()))


@cache
def kind_of(document: str, field: str) -> Kind:
    """The kind that names a field of a kind of document most closely."""
    return max(all_kinds(), key=lambda one: (one.claims(document, field), one.id))


def _modules() -> Iterator[tuple[str, str]]:
    for path in Path(__file__).parent.glob("[a-z]*/[a-z]*.py"):
        yield path.parent.name, path.stem


def _kind(subject: str, name: str) -> Kind:
    module = importlib.import_module(f"watchbill.diff.kinds.{subject}.{name}")
    return Kind(module.ID, module.OF, module.FIELDS, module.judge, module.__doc__ or "")
