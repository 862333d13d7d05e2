"""A scenario expects something.

A scenario without an expectation always passes: it counts in the statistics and guards nothing.

Bad:
    kind: scenario
    expect: {}

Good:
    kind: scenario
    expect:
      paged: [{who: analyst, by: +1m}]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.scenario import Scenario
from watchbill.where import Address

ID = "scenario/no-expectation"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every scenario whose `expect` is empty; `late: []` is an expectation."""
    for scenario in book.each(Scenario):
        if not scenario.expect.model_fields_set:
            yield Hit(
                Address(scenario.key, ("expect",)),
                f"scenario `{scenario.id}` expects nothing",
                "say who is paged, what is visited, what is due, or `late: []`",
            )
