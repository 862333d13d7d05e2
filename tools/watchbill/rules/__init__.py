"""The rules: one module each, `rules/<subject>/<rule>.py` = the name `<subject>/<rule>` = its page.

A rule module has a docstring (the law in one sentence, why, `Bad:`, `Good:`), `ID`, `LEVEL` and
`check(book)`, which yields a Hit for each fault. A rule whose fault only the passing of time can
cause says `CLOCK = True`. There is no list to keep: what lies in the folders is what runs.
"""

import importlib
import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from watchbill.finding import Hit, Level
from watchbill.model.book import Book


class Rule(NamedTuple):
    """A rule as its module declares it."""

    id: str
    level: Level
    check: Callable[[Book], Iterator[Hit]]
    doc: str
    clock: bool


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
    return Rule(
        module.ID, module.LEVEL, module.check, module.__doc__ or "", getattr(module, "CLOCK", False)
    )
