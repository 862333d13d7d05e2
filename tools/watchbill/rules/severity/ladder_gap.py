"""The ladder begins with P0 and leaves no number out, each once, worst first.

People speak of severities by number; with a hole or a doubled rung, P2 on the phone is not P2 in
the book.

Bad:
    kind: severity
    levels:
      - id: P0
        title: Emergency
        meaning: A life is in danger.
        examples: [A threat with a date]
        command: [analyst]
        lowered_by: [Two people agree that nobody is in danger]
      - id: P3
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

ID = "severity/ladder-gap"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every rung."""
    for ladder in book.each(SeverityLadder):
        for position, rung in enumerate(ladder.levels):
            if rung.id != f"P{position}":
                yield Hit(
                    Address(ladder.key, ("levels", position, "id")),
                    f"{rung.id} stands where P{position} belongs",
                    "number the rungs P0, P1, P2 ... from the worst down",
                )
                break
