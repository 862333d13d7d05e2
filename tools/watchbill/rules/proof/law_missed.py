"""A playbook meets every legal deadline even where it begins at the worst minute of the next 400 days.

All but the last level of the escalation stay silent, every step takes as long as it says, every answer is
the one that costs most. The finding tells the minute, the way and the sum, so that it can be followed by hand.

Bad:
    kind: obligation
    # 10 min until counsel answers, 2 to reach the analyst, then steps of 20, 15 and 15: 62 min.
    due: 50m

Good:
    kind: obligation
    due: 24h
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.proof._playbooks import late, listed, outlasted, words
from watchbill.where import Address

ID = "proof/law-missed"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every law that is late at its worst, where it is not its own role that is off too long."""
    for playbook in book.each(Playbook):
        for one in late(book, playbook, "law"):
            if outlasted(book, one) is None:
                yield Hit(
                    Address(playbook.key, listed(playbook, one.worst.clock.id)),
                    words(book, playbook, one),
                    "do that step earlier or in a line of its own, shorten what comes before it, page"
                    " more people at once, or staff the minute",
                )
