"""A gate says on how many cases it is judged at least.

Nineteen right out of twenty is 95 per cent, and is also what chance makes of 80. Without a minimum a gate
stops a site, or lets a model through, on the cases of one bad hour.

Bad:
    kind: quality-program
    gates:
      - id: right
        title: Decisions that are right
        measure: share
        at_least: 0.90
        per: 7d
        decides: analyst
        below: Looked at twice.

Good:
    kind: quality-program
    gates:
      - id: right
        title: Decisions that are right
        measure: share
        at_least: 0.90
        minimum_sample: 200
        per: 7d
        decides: analyst
        below: Looked at twice.
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.quality import QualityProgram
from watchbill.where import Address

ID = "quality/no-minimum-sample"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every gate of every programme."""
    for program in book.each(QualityProgram):
        for place, gate in enumerate(program.gates):
            if gate.minimum_sample is None:
                yield Hit(
                    Address(program.key, ("gates", place, "id")),
                    f"`{gate.id}` is judged on however few cases there are",
                    "add `minimum_sample:`, and wait for as many cases before it stops anything",
                )
