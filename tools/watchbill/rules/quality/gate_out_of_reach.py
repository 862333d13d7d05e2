"""The least sample of a gate is large enough to pass it.

Wilson's lower bound of a small sample is low even when every case is right: with all of 30 right it is
88.6 per cent. A gate at 95 on 30 cases closes for everybody, and teaches people to look past it.

Bad:
    kind: quality-program
    gates:
      - id: right
        title: Decisions that are right
        measure: share
        at_least: 0.95
        minimum_sample: 30
        per: 7d
        decides: analyst
        below: Looked at twice.

Good:
    kind: quality-program
    gates:
      - id: right
        title: Decisions that are right
        measure: share
        at_least: 0.95
        minimum_sample: 73
        per: 7d
        decides: analyst
        below: Looked at twice.
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.quality import QualityProgram
from watchbill.rules.quality._numbers import least_to_reach
from watchbill.where import Address

ID = "quality/gate-out-of-reach"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every gate on a share that has a least sample."""
    for program in book.each(QualityProgram):
        for place, gate in enumerate(program.gates):
            if gate.measure != "share" or gate.minimum_sample is None:
                continue
            needed = least_to_reach(gate.at_least, gate.confidence)
            if needed is None or gate.minimum_sample < needed:
                yield Hit(
                    Address(program.key, ("gates", place, "minimum_sample")),
                    f"with all of {gate.minimum_sample} cases right the lower bound"
                    f" does not reach {gate.at_least:g}",
                    f"ask for {needed} cases at least" if needed else "ask for less than all of it",
                )
