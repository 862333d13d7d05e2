"""The proofs of a bundle of evidence: what rests on nothing new is not proven again, in this run or the next."""

import weakref
from collections.abc import Collection
from pathlib import Path
from typing import Any

from watchbill.diff.remembered import Remembered
from watchbill.load.cache import Cache, cache_folder
from watchbill.load.loaded import Loaded
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.model.states import States
from watchbill.rules.provable import provable
from watchbill.simulate.proof.clocks import Clock
from watchbill.simulate.proof.people import people
from watchbill.simulate.proof.profile import Profile, profiled
from watchbill.simulate.proof.summary import Row, Summary, summary
from watchbill.simulate.proof.worst import search
from watchbill.timeline.zones import tz_version

# States of one playbook that are remembered: those of a year or two.
_MOST = 64


class Proofs:
    """Summaries and profiles of playbooks, kept for the next run."""

    def __init__(self, root: str, *, cached: bool) -> None:
        folder = cache_folder() if cached else None
        where = Path(root).resolve()
        self._cache = Cache(folder, f"evidence\n{where}")
        kept = self._cache.read()
        self.profiles = Remembered(kept.get("profiles", {}), provable, _MOST, self._profile)
        self._table: dict[str, list[Any]] = kept.get("summaries", {})
        self._fresh = False
        # Summaries that came with a profile, and what was read for them: the same search gives both.
        self._beside: weakref.WeakKeyDictionary[Book, dict[str, tuple[Summary, set[str]]]] = (
            weakref.WeakKeyDictionary()
        )

    def keep(self) -> None:
        """Leaves what was proven to the next run."""
        if self._fresh or self.profiles.fresh:
            self._cache.write({"profiles": self.profiles.table, "summaries": self._table})

    def summary(self, loaded: Loaded, playbook: Playbook, laws: Collection[str]) -> Summary | None:
        """A playbook at its worst minutes, of these laws only where there are any; None where it has faults."""
        book, states = loaded.book, states_of(loaded)
        kept = self._table.setdefault(" ".join((playbook.id, *sorted(laws))), [])
        for rests, row in kept:
            if all(states.of(name) == state for name, state in rests.items()):
                return _from_row(row)
        found, names = self._found(book, playbook, laws)
        rests = {name: states.of(name) for name in sorted({playbook.key, *names})}
        kept[:] = [[rests, _to_row(found)], *kept[: _MOST - 1]]
        self._fresh = True
        return found

    def _found(
        self, book: Book, playbook: Playbook, laws: Collection[str]
    ) -> tuple[Summary | None, set[str]]:
        """A summary, and what was read for it."""
        beside = None if laws else self._beside.get(book, {}).get(playbook.id)
        if beside is not None:
            return beside
        book.aside.clear()
        return _proven(book, playbook, laws), set(book.aside)

    def _profile(self, book: Book, playbook: Playbook) -> Profile:
        found, proof = profiled(book, playbook)
        told = summary(book, people(book), playbook, proof)
        self._beside.setdefault(book, {})[playbook.id] = (told, set(book.aside))
        return found


def states_of(loaded: Loaded) -> States:
    """The states of what is read of a book."""
    return States(loaded.book, loaded.digests, tz_version())


def _proven(book: Book, playbook: Playbook, laws: Collection[str]) -> Summary | None:
    if not provable(book, playbook):
        return None

    def wanted(clock: Clock) -> bool:
        return not laws or (clock.kind in ("law", "guard") and clock.id in laws)

    whole = people(book)
    return summary(book, whole, playbook, search(book, playbook, whole, wanted))


def _to_row(found: Summary | None) -> list[Any] | None:
    return None if found is None else [*found[:4], list(found.rows), found.too_many, found.tz]


def _from_row(row: list[Any] | None) -> Summary | None:
    if row is None:
        return None
    playbook, title, start, end, rows, too_many, tz = row
    return Summary(playbook, title, start, end, tuple(map(_row, rows)), too_many, tz)


def _row(row: list[Any]) -> Row:
    found = Row(*row)
    way = tuple((step, word) for step, word in found.way)
    return found._replace(regions=tuple(found.regions), way=way)
