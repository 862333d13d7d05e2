"""A playbook keeps our own limit for each law even at the worst minute, with one level of the escalation silent.

The limit is there so that a slip is ours before it is a breach; one that cannot be kept warns of nothing.

Bad:
    kind: guard-bands
    bands:
      # 10 min until counsel answers, 2 to reach the analyst, then steps of 20, 15 and 15: 62 min.
      - {obligation: answer-law, within: 40m}

Good:
    kind: guard-bands
    bands:
      - {obligation: answer-law, within: 1h30m}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.proof._playbooks import late, listed, outlasted, words
from watchbill.where import Address

ID = "proof/guard-missed"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """Every limit of ours that is late at its worst, where the law itself is not."""
    for playbook in book.each(Playbook):
        broken = {one.worst.clock.id for one in late(book, playbook, "law")}
        for one in late(book, playbook, "guard"):
            if one.worst.clock.id not in broken and outlasted(book, one) is None:
                yield Hit(
                    Address(playbook.key, listed(playbook, one.worst.clock.id)),
                    words(book, playbook, one),
                    "do that step earlier or in a line of its own, shorten what comes before it, or"
                    " set a limit that can be kept (at most half of the law)",
                )
