"""A milestone is not due before one that comes before it.

Milestones are reached in the order in which they are written: acknowledged, triaged, contained,
resolved. A case cannot be contained in one hour and acknowledged in two; one of the numbers is wrong,
and the alarm follows it.

Bad:
    kind: service-level
    targets:
      P0: {acknowledged: 10m, contained: 2h, resolved: 2d}
      P1: {acknowledged: 10m, contained: 4h, resolved: 3h}
      P2: {acknowledged: 1h, contained: 1d, resolved: 5d}

Good:
    kind: service-level
    targets:
      P0: {acknowledged: 10m, contained: 2h, resolved: 2d}
      P1: {acknowledged: 10m, contained: 4h, resolved: 3d}
      P2: {acknowledged: 1h, contained: 1d, resolved: 5d}
"""

from collections.abc import Iterator
from itertools import pairwise

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel
from watchbill.rules.promise._targets import target
from watchbill.where import Address

ID = "promise/milestone-order"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every severity of every service level; targets on two calendars are not compared."""
    for level in book.each(ServiceLevel):
        for severity, targets in level.targets.items():
            for before, name in pairwise(targets):
                first, second = target(level, severity, before), target(level, severity, name)
                if first and second and first.calendar == second.calendar and second < first:
                    yield Hit(
                        Address(level.key, ("targets", severity, name)),
                        f"{severity} is {name} within {second.within}, but {before} within"
                        f" {first.within}",
                        "correct one of the two, or write the milestones in the order of a case",
                    )
