"""A scenario does not expect a step both to be visited and not to be.

It can never pass, and will be switched off instead of read.

Bad:
    kind: scenario
    expect:
      visited: [linked, block]
      not_visited: [block]

Good:
    kind: scenario
    expect:
      visited: [linked, block]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.scenario import Scenario
from watchbill.where import Address

ID = "scenario/visited-and-not"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every step under `not_visited`."""
    for scenario in book.each(Scenario):
        for position, step in enumerate(scenario.expect.not_visited):
            if step in scenario.expect.visited:
                yield Hit(
                    Address(scenario.key, ("expect", "not_visited", position)),
                    f"step `{step}` stands under `visited` as well",
                    "leave it in one of the two lists",
                )
