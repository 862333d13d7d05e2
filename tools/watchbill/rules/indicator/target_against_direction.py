"""Target, warning and action of an indicator lie the way that its direction says.

Where higher is better, it is looked into above the line at which it is acted on. Turned round, the alarm
is silent exactly when it should not be.

Bad:
    kind: indicator
    direction: higher
    target: [0.95]
    warn: 0.90
    act: 0.93

Good:
    kind: indicator
    direction: higher
    target: [0.95]
    warn: 0.93
    act: 0.90
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.quality import Indicator
from watchbill.where import Address

ID = "indicator/target-against-direction"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every indicator."""
    for indicator in book.each(Indicator):
        ends = 2 if indicator.direction == "within" else 1
        target = indicator.target
        if target and (len(target) != ends or list(target) != sorted(set(target))):
            said = ", ".join(f"{one:g}" for one in target)
            wanted = "the lower end and the upper one" if ends > 1 else "one figure"
            yield Hit(
                Address(indicator.key, ("target",)),
                f"`{indicator.direction}` takes {wanted}, and here stands {said}",
                f"write {wanted}",
            )
        elif ends == 1 and _turned(indicator):
            better = "above" if indicator.direction == "higher" else "below"
            yield Hit(
                Address(indicator.key, ("warn" if indicator.warn is not None else "act",)),
                f"where {indicator.direction} is better, the target lies {better} the warning,"
                " and that beyond the line at which one acts",
                "put them in that order, or turn the direction round",
            )


def _turned(indicator: Indicator) -> bool:
    lines = [*(indicator.target or ()), indicator.warn, indicator.act]
    told = [one for one in lines if one is not None]
    return told != sorted(told, reverse=indicator.direction == "higher")
