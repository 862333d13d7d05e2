"""A playbook reaches each milestone within what its service level promises, at the worst minute and on the slowest way.

Everybody answers at the first page here: a promise that is late even then is late by its own figures.

Bad:
    kind: service-level
    targets:
      # 2 min until the analyst answers, then steps of 20 and 15: 37 min.
      P1: {acknowledged: 10m, contained: 30m, resolved: 3d}

Good:
    kind: service-level
    targets:
      P1: {acknowledged: 10m, contained: 1h, resolved: 3d}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.proof._playbooks import late, words
from watchbill.where import Address

ID = "proof/target-missed"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every milestone that is late at its worst, the answer to the page aside."""
    for playbook in book.each(Playbook):
        for one in late(book, playbook, "target"):
            if one.worst.clock.id != "acknowledged":
                yield Hit(
                    Address(playbook.key, ("service_level",)),
                    words(book, playbook, one),
                    "reach it earlier, shorten or reorder the steps before it, or promise what can be"
                    " kept",
                )
