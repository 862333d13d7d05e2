"""The partial order of audiences: who may read what."""

from collections.abc import Mapping, Sequence


class Tiers:
    """Who reads whose pages. `reads` gives for each tier those directly below it. Default deny."""

    def __init__(self, reads: Mapping[str, Sequence[str]]) -> None:
        self._reads = dict(reads)

    def readable(self, tier: str) -> frozenset[str]:
        """The tiers whose pages a reader of this tier may see, its own included; empty for an unknown tier."""
        if tier not in self._reads:
            return frozenset()
        seen: set[str] = set()
        open_ = [tier]
        while open_:
            name = open_.pop()
            if name not in seen:
                seen.add(name)
                open_.extend(below for below in self._reads.get(name, ()) if below in self._reads)
        return frozenset(seen)

    def may_read(self, reader: str, document: str) -> bool:
        """Whether a reader of the first tier may see what is for the second."""
        return document in self.readable(reader)

    def above(self, tier: str, other: str) -> bool:
        """Whether the first tier's pages are closed to readers of the second."""
        return not self.may_read(other, tier)
