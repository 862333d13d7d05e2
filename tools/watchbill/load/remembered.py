"""Places that were looked up in an earlier run, for findings that are made anew in every run."""

from collections.abc import Mapping
from typing import Any

from watchbill.finding import Hit
from watchbill.load.places import Places
from watchbill.where import Place


class RememberedPlaces:
    """Finds a place in the source only where the document's bytes have changed since it was last asked for.

    `kept` is what an earlier run left in `used`; `digests` gives the state of each document by key.
    """

    def __init__(self, places: Places, kept: Mapping[str, Any], digests: Mapping[str, str]) -> None:
        self._places = places
        self._kept = kept
        self._digests = digests
        self.used: dict[str, list[Any]] = {}

    def place(self, hit: Hit) -> Place:
        """The place of a hit, narrowed to its word where it has one."""
        state = self._digests.get(hit.at.document, "")
        name = "\n".join((hit.at.document, state, *map(repr, hit.at.path), hit.word, str(hit.key)))
        row = self._kept.get(name) if state else None
        place = Place(*row) if row else self._places.place(hit)
        self.used[name] = list(place)
        return place
