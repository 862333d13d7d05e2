"""A runbook has steps, each under a `### title` below `## Steps`.

Only a step with a title can be linked, counted, marked as dangerous and ticked off.

Bad:
    kind: runbook
    body: |
      ## Before you start

      Open the case.

      ## Steps

      Find the account by its number and press block.

      ## Check

      The page says blocked.

      ## If it fails

      Page the analyst on the next watch.

Good:
    kind: runbook
    body: |
      ## Before you start

      Open the case.

      ## Steps

      ### Block the account

      Find it by its number and press block.

      ## Check

      The page says blocked.

      ## If it fails

      Page the analyst on the next watch.
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.runbook import Runbook
from watchbill.where import Address

ID = "runbook/no-steps"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every runbook with the section Steps and no step in it."""
    for runbook in book.each(Runbook):
        if runbook.body.steps:
            continue
        for position, section in enumerate(runbook.body.sections):
            if section.title.casefold() == "steps":
                yield Hit(
                    Address(runbook.key, ("body", "sections", position)),
                    "there is no step under `Steps`",
                    "begin each step with a line `### What to do`",
                )
