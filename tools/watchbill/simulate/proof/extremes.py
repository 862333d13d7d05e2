"""How long calls, works and periods last at the most and at the least, whenever they begin."""

import weakref
from collections.abc import Iterator

from watchbill.model.memo import once
from watchbill.simulate.proof.people import Hands, Law, People
from watchbill.timeline.spans import Span
from watchbill.timeline.track import At, Track, least_to_come, most_yet
from watchbill.timeline.zones import DAY

# Of the days behind the last start the last ones, in which what takes long does not come to its end.
TO_SPARE = 30


class Extremes:
    """The extremes of the laws of these people, each looked for once. Seconds.

    A law that is asked for by many playbooks keeps its identity, and is told apart by it.
    """

    def __init__(self, people: People) -> None:
        # Only lent: what is kept for as long as people live may not keep them alive.
        self._people: People = weakref.proxy(people)
        self._longest: dict[Hands | str, dict[int, int]] = {}
        self._least: dict[int, tuple[int, Track]] = {}
        self._calls: dict[str, At] = {}
        self._works: dict[tuple[Hands, int], At] = {}
        self._yet: dict[int, tuple[At, Track]] = {}
        self._to_come: dict[int, tuple[At, Track]] = {}

    @property
    def surely(self) -> int:
        """Seconds behind any start for which the longest calls and works are known."""
        return self._people.far - self._people.end - TO_SPARE * DAY

    def _proven(self, *roles: str) -> Span:
        """The instants that matter to proofs in which these roles have a part."""
        people = self._people
        first = max((people.begins(role) for role in roles), default=people.start)
        return Span(first, people.end + self.surely)

    def longest_call(self, role: str) -> int:
        """How many seconds after it is called a role is there at the latest; NEVER and more where it never is."""
        kept = self._longest.setdefault(role, {})
        if 0 not in kept:
            kept[0] = _most(self._people.call(role), self._proven(role))
        return kept[0]

    def longest_work(self, wanted: Hands, takes: int) -> int:
        """How many seconds work of `takes` open seconds lasts at the most, whenever it is begun."""
        kept = self._longest.setdefault(wanted, {})
        if takes not in kept:
            roles = (wanted.role, wanted.second) if wanted.second else (wanted.role,)
            kept[takes] = _most(self._people.work(wanted, takes), self._proven(*roles))
        return kept[takes]

    def call(self, role: str) -> At:
        """When a role is there at the latest that is called at an instant or before."""
        found = self._calls.get(role)
        if found is None:
            found = self._calls[role] = self._at(self._people.call(role))
        return found

    def work(self, wanted: Hands, takes: int) -> At:
        """When work of `takes` open seconds is done at the latest that is begun at an instant or before."""
        key = wanted, takes
        found = self._works.get(key)
        if found is None:
            found = self._works[key] = self._at(self._people.work(wanted, takes))
        return found

    def _at(self, law: Law) -> At:
        return law.__add__ if isinstance(law, int) else self.yet(law)

    def yet(self, law: Track) -> At:
        """The most that a law makes of an instant or of an earlier one."""
        found = self._yet.get(id(law))
        if found is None:
            found = self._yet[id(law)] = most_yet(law).reader(), law
        return found[0]

    def to_come(self, law: Track) -> At:
        """The least that a law makes of an instant or of a later one."""
        found = self._to_come.get(id(law))
        if found is None:
            found = self._to_come[id(law)] = least_to_come(law).reader(), law
        return found[0]

    def least(self, law: Track) -> int:
        """The least that a law adds to an instant up to `surely` seconds behind any start."""
        found = self._least.get(id(law))
        if found is None:
            found = self._least[id(law)] = min(_added(law, self._proven())), law
        return found[0]


def _most(law: Law, over: Span) -> int:
    """The most that a law adds to an instant of a span."""
    return law if isinstance(law, int) else max(_added(law, over), default=0)


def _added(law: Track, over: Span) -> Iterator[int]:
    """What a law adds to an instant of a span, at both ends of each piece in it."""
    for piece, end in law.spans():
        first, last = max(piece.start, over.start), min(end, over.end) - 1
        if first <= last:
            yield piece.at(first) - first
            yield piece.at(last) - last


@once
def extremes(people: People) -> Extremes:
    """The extremes of these people's laws, worked out once for all playbooks."""
    return Extremes(people)
