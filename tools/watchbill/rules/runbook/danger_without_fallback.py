"""A runbook with a dangerous step says what to do if it fails.

`{danger}` marks a step that can do harm. Half done, it needs an order what to do now, written by
somebody who had time to think.

Bad:
    kind: runbook
    body: |
      ## Before you start

      Open the case.

      ## Steps

      ### Press block {danger}

      Check the number twice.

      ## Check

      The page says blocked.

Good:
    kind: runbook
    body: |
      ## Before you start

      Open the case.

      ## Steps

      ### Press block {danger}

      Check the number twice.

      ## Check

      The page says blocked.

      ## If it fails

      The wrong account was blocked: press unblock, then page the analyst on the next watch.
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.runbook import Runbook
from watchbill.where import Address

ID = "runbook/danger-without-fallback"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """The first dangerous step of each runbook whose `If it fails` is missing or empty."""
    for runbook in book.each(Runbook):
        fallback = runbook.section("If it fails")
        if fallback is not None and fallback.body.strip():
            continue
        for position, step in enumerate(runbook.body.steps):
            if step.danger:
                yield Hit(
                    Address(runbook.key, ("body", "steps", position)),
                    f"`{step.title}` is dangerous, and nothing says what to do if it fails",
                    "write `## If it fails`: how to stop, how to undo, whom to page",
                )
                break
