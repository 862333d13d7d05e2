"""A scenario expects an escalation path that a matrix has.

The path was renamed: the scenario fails, and the reader looks for a fault in the matrix that is none.

Bad:
    kind: scenario
    expect:
      path: desk-fist

Good:
    kind: scenario
    expect:
      path: desk-first
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.model.scenario import Scenario
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "scenario/unknown-path"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """`expect.path` of every scenario; silent without a matrix."""
    for scenario in book.each(Scenario):
        wanted = scenario.expect.path
        known = [name for matrix in book.all(Escalation) for name in matrix.paths]
        if wanted and known and wanted not in known and not book.incomplete("escalation"):
            yield Hit(
                Address(scenario.key, ("expect", "path")),
                f"there is no path `{wanted}`",
                suggest(wanted, known, "name a path of the matrix"),
            )
