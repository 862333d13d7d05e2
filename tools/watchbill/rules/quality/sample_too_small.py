"""A sample is large enough for what it promises to tell.

To tell a share of 95 per cent within 2 points, 95 times in 100, takes 457 cases; out of 2,000 it takes 372.
A hundred tell it within 4.3 points, and a decision about a site hangs on the difference.

Bad:
    kind: quality-program
    samples:
      - {id: weekly, of: Decisions of the week, per: 7d, at_least: 100, promises: {expected: 95%, margin: 2%}}

Good:
    kind: quality-program
    samples:
      - id: weekly
        of: Decisions of the week
        per: 7d
        at_least: 372
        population: 2000
        promises: {expected: 95%, margin: 2%}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.quality import QualityProgram
from watchbill.rules.quality._numbers import sample_size
from watchbill.where import Address

ID = "quality/sample-too-small"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every sample that promises something."""
    for program in book.each(QualityProgram):
        for place, sample in enumerate(program.samples):
            told = sample.promises
            if told is None:
                continue
            needed = sample_size(told.expected, told.margin, told.confidence, sample.population)
            if sample.at_least < needed:
                yield Hit(
                    Address(program.key, ("samples", place, "at_least")),
                    f"{sample.at_least} cases do not tell {told.expected} within {told.margin},"
                    f" {told.confidence} times in 100",
                    f"draw {needed} at least, or promise less",
                )
