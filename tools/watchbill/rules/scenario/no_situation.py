"""A scenario names a playbook or a harm, and the instant at which it happens.

Without them there is nothing to play: who is on call, and which clocks run, depends on both.

Bad:
    kind: scenario
    given: {region: emea, instant: 2026-12-25T03:10:00+00:00}
    expect: {path: desk-first}

Good:
    kind: scenario
    given: {harm: fraud, severity: P1, region: emea, instant: 2026-12-25T03:10:00+00:00}
    expect: {path: desk-first}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.scenario import Scenario
from watchbill.where import Address

ID = "scenario/no-situation"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every scenario."""
    for scenario in book.each(Scenario):
        given, each = scenario.given, scenario.each
        at = Address(scenario.key, ("given",))
        if given.playbook is None and given.harm is None:
            yield Hit(
                at,
                f"scenario `{scenario.id}` plays neither a playbook nor a harm",
                "add `playbook:`, or `harm:` with `severity:`",
                key=True,
            )
        elif given.instant is None and not (each and each.instant):
            yield Hit(
                at,
                f"scenario `{scenario.id}` does not say when it happens",
                "add `instant:` with its offset, or several under `for:`",
                key=True,
            )
