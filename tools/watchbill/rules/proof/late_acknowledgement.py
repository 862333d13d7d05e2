"""Whoever a path of the matrix pages answers within the promised time, at the worst minute, with nobody silent.

Every other promise waits for this answer. A path whose first level is off at that minute is answered by the
second; that counts.

Bad:
    kind: service-level
    targets:
      # The analyst answers within 2 min.
      P1: {acknowledged: 1m, contained: 4h, resolved: 3d}

Good:
    kind: service-level
    targets:
      P1: {acknowledged: 5m, contained: 4h, resolved: 3d}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.proof._playbooks import late, words
from watchbill.where import Address

ID = "proof/late-acknowledgement"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every playbook whose path is answered too late."""
    for playbook in book.each(Playbook):
        for one in late(book, playbook, "target"):
            if one.worst.clock.id == "acknowledged":
                yield Hit(
                    Address(playbook.key, ("service_level",)),
                    f"path `{one.worst.taken.name}`: {words(book, playbook, one)}",
                    "page somebody who is there at that minute, page two roles at once, or promise what"
                    " can be kept",
                )
