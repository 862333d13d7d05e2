"""A change as a value: what of the operation changed, from what to what, and whether that is weaker."""

from enum import StrEnum
from typing import NamedTuple

from watchbill.where import Address


class Direction(StrEnum):
    """Whether the organisation promises, does or protects less than before."""

    WEAKER = "weaker"
    UNKNOWN = "unknown"
    STRONGER = "stronger"
    NEUTRAL = "neutral"

    @property
    def rank(self) -> int:
        """0 for what a reviewer reads first."""
        return tuple(Direction).index(self)

    @property
    def mirrored(self) -> "Direction":
        """The direction of the same change made backwards."""
        other = {Direction.WEAKER: Direction.STRONGER, Direction.STRONGER: Direction.WEAKER}
        return other.get(self, self)


class Weight(StrEnum):
    """How much hangs on it."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return tuple(Weight).index(self)


class How(StrEnum):
    """What was done to it."""

    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"

    @property
    def mirrored(self) -> "How":
        """What is done by the same change made backwards."""
        other = {How.REMOVED: How.ADDED, How.ADDED: How.REMOVED}
        return other.get(self, self)


class Change(NamedTuple):
    """One change of meaning.

    `kind` is the stable name of what changed, `subject` the key of the document that says it; `old` and `new`
    are its addresses in the two books (None where it is not there). `before` and `after` are what a reader
    sees of it ("" where it is not there), `example` is a worked example. `affects` are the keys of the
    documents that rest on it, sorted, the subject left out.
    """

    kind: str
    how: How
    direction: Direction
    weight: Weight
    subject: str
    what: str
    before: str = ""
    after: str = ""
    example: str = ""
    old: Address | None = None
    new: Address | None = None
    affects: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts what a reviewer must see to the front."""
        place = self.new or self.old or Address("")
        return (
            self.direction is not Direction.WEAKER,
            self.weight.rank,
            self.direction.rank,
            self.subject,
            self.kind,
            str(place),
            self.before,
            self.after,
        )
