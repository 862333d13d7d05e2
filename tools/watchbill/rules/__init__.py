"""The rules: one module each, `rules/<subject>/<rule>.py` = the name `<subject>/<rule>` = its page.

A rule module has a docstring (the law in one sentence, why, `Bad:`, `Good:`), `ID`, `LEVEL` and
`check(book)`, which yields a Hit for each fault. A rule whose fault only the passing of time can
cause says `CLOCK = True`. There is no list to keep: what lies in the folders is what runs.
"""

import importlib
import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any, NamedTuple

from watchbill.finding import Hit, Level
from watchbill.model.book import Book


class Rule(NamedTuple):
    """A rule as its module declares it.

    `sight` are the kinds of documents that it goes through (`*`: all), none where it looks at the whole
    book at once; None where that is not known. It is the same for every book.
    """

    id: str
    level: Level
    check: Callable[[Book], Iterator[Hit]]
    doc: str
    clock: bool
    sight: tuple[str, ...] | None = None


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by name."""
    return tuple(_rule(subject, name) for subject, name in sorted(_modules()))


def _modules() -> Iterator[tuple[str, str]]:
    here = os.path.dirname(__file__)
    for subject in os.listdir(here):
        folder = os.path.join(here, subject)
        if os.path.isdir(folder) and not subject.startswith("_"):
            for name in os.listdir(folder):
                if name.endswith(".py") and not name.startswith("_"):
                    yield subject, name[:-3]


def _rule(subject: str, name: str) -> Rule:
    module = importlib.import_module(f"watchbill.rules.{subject}.{name}")
    clock = getattr(module, "CLOCK", False)
    return Rule(
        module.ID, module.LEVEL, module.check, module.__doc__ or "", clock, sight(module.check)
    )


def sight(check: Callable[[Book], Iterator[Hit]]) -> tuple[str, ...] | None:
    """What a rule goes through, seen over a book that has nothing in it."""
    book = Book({}, lambda _: None)
    hits = list(check(book))
    if book.wide:
        return ()
    return tuple(sorted(book.asked)) if book.asked and not hits else None


# A commit hook judges one document. It imports no rule that has nothing to say about that kind.


def to_rows(rules: Iterable[Rule]) -> list[list[Any]]:
    """The rules as plain data, for the next run of the same tool."""
    return [[rule.id, rule.level.value, rule.clock, rule.sight] for rule in rules]


def from_rows(rows: Iterable[list[Any]]) -> tuple[Rule, ...]:
    """The rules that `to_rows` wrote. Each is imported when it is first asked; there are no pages."""
    return tuple(
        Rule(
            id,
            Level(level),
            partial(_ask, f"watchbill.rules.{id.replace('/', '.').replace('-', '_')}"),
            "",
            clock,
            None if kinds is None else tuple(kinds),
        )
        for id, level, clock, kinds in rows
    )


def _ask(module: str, book: Book) -> Iterator[Hit]:
    found: Iterator[Hit] = importlib.import_module(module).check(book)
    return found
