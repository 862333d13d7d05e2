"""Each step of a runbook has a title of its own.

Links and records name a step by its title. Of two alike, the second is reached by a number that moves
when a step is put in between.

Bad:
    kind: runbook
    body: |
      ## Before you start

      Open the case.

      ## Steps

      ### Check the number

      Compare it with the case.

      ### Check the number

      Compare it with the payee.

      ## Check

      Both agree.

      ## If it fails

      Page the analyst on the next watch.

Good:
    kind: runbook
    body: |
      ## Before you start

      Open the case.

      ## Steps

      ### Check the number in the case

      Compare it with the case.

      ### Check the number of the payee

      Compare it with the payee.

      ## Check

      Both agree.

      ## If it fails

      Page the analyst on the next watch.
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.runbook import Runbook
from watchbill.where import Address

ID = "runbook/duplicate-step"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every step and section whose title stands further up, whatever its case."""
    for runbook in book.each(Runbook):
        for part in ("steps", "sections"):
            seen: set[str] = set()
            for position, entry in enumerate(getattr(runbook.body, part)):
                title = entry.title.casefold()
                if title in seen:
                    yield Hit(
                        Address(runbook.key, ("body", part, position)),
                        f"`{entry.title}` stands twice among the {part}",
                        "say in the title what is different about it",
                    )
                seen.add(title)
