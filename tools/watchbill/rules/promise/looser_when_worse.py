"""A worse severity is never promised more time than a lesser one.

When the case is raised from P2 to P1 its clock must not grow longer. Two numbers were mixed up, and
the raise would hide a breach.

Bad:
    kind: service-level
    targets:
      P0: {acknowledged: 10m, contained: 2h, resolved: 4d}
      P1: {acknowledged: 10m, contained: 4h, resolved: 3d}
      P2: {acknowledged: 1h, contained: 1d, resolved: 5d}

Good:
    kind: service-level
    targets:
      P0: {acknowledged: 10m, contained: 2h, resolved: 3d}
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

ID = "promise/looser-when-worse"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Each milestone along the ladder; targets on two calendars are not compared."""
    for level in book.each(ServiceLevel):
        ladder = [severity for severity in book.severities() if severity in level.targets]
        for worse, lesser in pairwise(ladder):
            for name in level.targets[worse]:
                first, second = target(level, worse, name), target(level, lesser, name)
                if first and second and first.calendar == second.calendar and first > second:
                    yield Hit(
                        Address(level.key, ("targets", worse, name)),
                        f"{worse} is {name} within {first.within}, and the lesser {lesser} within"
                        f" {second.within}",
                        "give the worse severity the shorter time",
                    )
