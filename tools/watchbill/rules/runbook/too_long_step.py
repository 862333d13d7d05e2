"""A step of a runbook has at most 120 words.

What does not fit a telephone's screen is skimmed, and the line that was skimmed is the one that
mattered. 120 words are about one screen.

Bad:
    kind: runbook
    body: |
      ## Before you start

      Open the case.

      ## Steps

      ### Compare the numbers

      one two three four five six seven eight nine ten one two three four five six seven eight nine ten
      one two three four five six seven eight nine ten one two three four five six seven eight nine ten
      one two three four five six seven eight nine ten one two three four five six seven eight nine ten
      one two three four five six seven eight nine ten one two three four five six seven eight nine ten
      one two three four five six seven eight nine ten one two three four five six seven eight nine ten
      one two three four five six seven eight nine ten one two three four five six seven eight nine ten
      eleven

      ## Check

      They agree.

      ## If it fails

      Page the analyst on the next watch.

Good:
    kind: runbook
    status: active
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.runbook import Runbook
from watchbill.where import Address

ID = "runbook/too-long-step"
LEVEL = Level.WARNING
MOST = 120


def check(book: Book) -> Iterator[Hit]:
    """Every step of every runbook."""
    for runbook in book.each(Runbook):
        for position, step in enumerate(runbook.body.steps):
            count = len(step.body.split())
            if count > MOST:
                yield Hit(
                    Address(runbook.key, ("body", "steps", position)),
                    f"the step `{step.title}` has {count} words, and {MOST} fit a screen",
                    "cut it in two steps, or take out what the reader knows",
                )
