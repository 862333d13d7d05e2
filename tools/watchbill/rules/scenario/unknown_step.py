"""A scenario expects steps that its playbook has.

A step that was renamed is never visited: what was to prove that it is reached now proves nothing, or
fails for the wrong reason.

Bad:
    kind: scenario
    expect:
      visited: [linked, block-all]

Good:
    kind: scenario
    expect:
      visited: [linked, block]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.model.scenario import Scenario
from watchbill.rules.scenario._played import steps
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "scenario/unknown-step"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """`visited` and `not_visited` of every scenario with a playbook."""
    for scenario in book.each(Scenario):
        playbook = book.get(Playbook, scenario.given.playbook or "")
        if playbook is None:
            continue
        known = steps(playbook)
        expect = scenario.expect
        for name, listed in (("visited", expect.visited), ("not_visited", expect.not_visited)):
            for position, step in enumerate(listed):
                if step not in known:
                    yield Hit(
                        Address(scenario.key, ("expect", name, position)),
                        f"playbook `{playbook.id}` has no step `{step}`",
                        suggest(step, known, "name one of its steps"),
                    )
