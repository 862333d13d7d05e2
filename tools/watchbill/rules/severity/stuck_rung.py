"""Each rung says what raises a case from it, the top aside, and what lowers it, the bottom aside.

The ladder is for moving on; from a rung that names no way up or down nobody dares to move.

Bad:
    kind: severity
    levels:
      - id: P0
        title: Emergency
        meaning: A life is in danger.
        examples: [A threat with a date]
        command: [analyst]
        lowered_by: [Two people agree that nobody is in danger]
      - id: P1
        title: Serious
        meaning: Harm within a day.
        examples: [A wave of theft]
        command: [analyst]
        raised_by: [A person is in danger]
        lowered_by: [The spread has ended]
      - id: P2
        title: Bounded
        meaning: A violation that does not spread.
        examples: [One account]
        command: [analyst]

Good:
    kind: severity
    levels:
      - id: P0
        title: Emergency
        meaning: A life is in danger.
        examples: [A threat with a date]
        command: [analyst]
        lowered_by: [Two people agree that nobody is in danger]
      - id: P1
        title: Serious
        meaning: Harm within a day.
        examples: [A wave of theft]
        command: [analyst]
        raised_by: [A person is in danger]
        lowered_by: [The spread has ended]
      - id: P2
        title: Bounded
        meaning: A violation that does not spread.
        examples: [One account]
        command: [analyst]
        raised_by: [It spreads]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.commitments import SeverityLadder
from watchbill.where import Address

ID = "severity/stuck-rung"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every rung."""
    for ladder in book.each(SeverityLadder):
        last = len(ladder.levels) - 1
        for position, rung in enumerate(ladder.levels):
            at = Address(ladder.key, ("levels", position, "id"))
            if position > 0 and not rung.raised_by:
                yield Hit(at, f"nothing raises a case from {rung.id}", "add `raised_by`")
            if position < last and not rung.lowered_by:
                yield Hit(at, f"nothing lowers a case from {rung.id}", "add `lowered_by`")
