"""A section of a runbook says something.

A heading with nothing below it looks finished in the list of contents, and is a hole on the page.

Bad:
    kind: runbook
    body: |
      ## Before you start

      Open the case.

      ## Steps

      ### Open the account

      Find it by its number.

      ## Check

      ## If it fails

      Page the analyst on the next watch.

Good:
    kind: runbook
    body: |
      ## Before you start

      Nothing is needed.

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

ID = "runbook/empty-section"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every section but Steps; `If it fails` is left to another rule where there is danger."""
    for runbook in book.each(Runbook):
        danger = any(step.danger for step in runbook.body.steps)
        for position, section in enumerate(runbook.body.sections):
            title = section.title.casefold()
            if section.body.strip() or title == "steps" or (danger and title == "if it fails"):
                continue
            yield Hit(
                Address(runbook.key, ("body", "sections", position)),
                f"nothing stands under `{section.title}`",
                "write what belongs there, or say in one line that nothing does",
            )
