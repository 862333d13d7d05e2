"""A runbook has the sections Before you start, Steps, Check and If it fails.

They are always in the same place so that a tired reader finds them without reading: what to open,
what to do, how to see that it worked, and what to do when it did not.

Bad:
    kind: runbook
    body: |
      ## Steps

      ### Open the account

      Find it by its number.

Good:
    kind: runbook
    body: |
      ## Before you start

      Open the case.

      ## Steps

      ### Open the account

      Find it by its number.

      ## Check

      The page shows the account.

      ## If it fails

      Page the analyst on the next watch.
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.runbook import Runbook
from watchbill.where import Address

ID = "runbook/missing-section"
LEVEL = Level.ERROR
SECTIONS = ("Before you start", "Steps", "Check", "If it fails")


def check(book: Book) -> Iterator[Hit]:
    """Every section that is not there; the last is left to another rule where there is danger."""
    for runbook in book.each(Runbook):
        danger = any(step.danger for step in runbook.body.steps)
        for title in SECTIONS:
            if runbook.section(title) is None and not (danger and title == SECTIONS[-1]):
                yield Hit(
                    Address(runbook.key, ("body",)),
                    f"the section `{title}` is missing",
                    f"write it under the heading `## {title}`",
                )
