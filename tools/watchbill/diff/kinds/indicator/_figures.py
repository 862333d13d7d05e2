"""What the kinds that speak of an indicator's figures share: which way is harder to reach."""

from collections.abc import Sequence

from watchbill.diff.books import Twice
from watchbill.diff.change import Direction
from watchbill.model.quality import Indicator


def ways(twice: Twice) -> tuple[str, ...]:
    """Which way is better, in each state: `higher`, `lower` or `within`."""
    return tuple(one.direction for one in twice if isinstance(one, Indicator))


def harder(way: str, before: Sequence[float], after: Sequence[float]) -> Direction:
    """Of figures to be reached: stronger where the later ones are harder to reach; a narrower band is harder."""
    if way == "within":
        pairs = list(zip(before, after, strict=False))
        if len(pairs) != 2 or len(before) != len(after):
            return Direction.UNKNOWN
        (low, lower), (high, higher) = pairs
        up, down = lower - low, high - higher
    else:
        if len(before) != 1 or len(after) != 1:
            return Direction.UNKNOWN
        up = down = (after[0] - before[0]) * (1 if way == "higher" else -1)
    if up >= 0 and down >= 0:
        return Direction.STRONGER
    return Direction.WEAKER if up <= 0 and down <= 0 else Direction.UNKNOWN
