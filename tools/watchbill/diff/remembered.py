"""Profiles that were found before, by what they rest on: a search that rests on nothing new is not made again."""

from collections.abc import Callable
from typing import Any

from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.model.states import States
from watchbill.simulate.proof.profile import End, Name, Profile, profile
from watchbill.simulate.proof.when import Range, When
from watchbill.timeline.track import Piece, Track

Provable = Callable[[Book, Playbook], bool]
Find = Callable[[Book, Playbook], Profile]
# States of one playbook that are remembered: those of a branch and of what it is compared with, some times over.
_MOST = 8


class Remembered:
    """Profiles of playbooks. `table` is plain data, to be kept for the next run; `fresh` tells whether it grew.

    `most` is how many states of one playbook are kept, `find` how a profile is found.
    """

    def __init__(
        self, table: dict[str, Any], provable: Provable, most: int = _MOST, find: Find = profile
    ) -> None:
        self._most = most
        self._find = find
        self.table: dict[str, list[Any]] = {
            id: rows for id, rows in table.items() if isinstance(rows, list)
        }
        self.fresh = False
        self._provable = provable

    def profile(self, book: Book, states: States, playbook: Playbook) -> Profile | None:
        """The profile of a playbook; None where it stands on no firm ground."""
        rows = self.table.setdefault(playbook.id, [])
        for row in rows:
            if all(states.of(name) == state for name, state in row[0].items()):
                return _from_row(row[1])
        book.aside.clear()
        found = self._find(book, playbook) if self._provable(book, playbook) else None
        rests = {name: states.of(name) for name in sorted({playbook.key, *book.aside})}
        self.table[playbook.id] = [[rests, _to_row(found)], *rows[: self._most - 1]]
        self.fresh = True
        return found


def _to_row(found: Profile | None) -> list[Any] | None:
    if found is None:
        return None
    ends = [[*name, end.slack, _to_when(end.latest)] for name, end in sorted(found.ends.items())]
    return [*found.range, found.too_many, ends]


def _from_row(row: list[Any] | None) -> Profile | None:
    if row is None:
        return None
    start, end, too_many, rows = row
    ends = {
        Name(kind, id, severity, tuple(tests), since): End(_from_when(latest), slack)
        for kind, id, severity, tests, since, slack, latest in rows
    }
    return Profile(Range(start, end), ends, too_many)


def _to_when(when: When) -> Any:
    return when if isinstance(when, int) else [when.end, when.pieces]


def _from_when(row: Any) -> When:
    if isinstance(row, int):
        return row
    end, pieces = row
    return Track(tuple(Piece(*one) for one in pieces), end)
