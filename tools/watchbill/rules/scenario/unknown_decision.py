"""A scenario answers decisions that its playbook asks.

An answer to a question that nobody asks is never used; the question that was meant gets no answer.

Bad:
    kind: scenario
    given:
      playbook: fraud-ring
      region: emea
      instant: 2026-12-25T03:10:00+00:00
      answers: {linked: "Yes", block: "Yes"}

Good:
    kind: scenario
    given:
      playbook: fraud-ring
      region: emea
      instant: 2026-12-25T03:10:00+00:00
      answers: {linked: "Yes"}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.model.scenario import Scenario
from watchbill.rules.scenario._played import decisions
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "scenario/unknown-decision"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """The keys of `answers` of every scenario with a playbook."""
    for scenario in book.each(Scenario):
        playbook = book.get(Playbook, scenario.given.playbook or "")
        if playbook is None:
            continue
        known = decisions(playbook)
        for name in scenario.given.answers:
            if name not in known:
                yield Hit(
                    Address(scenario.key, ("given", "answers", name)),
                    f"playbook `{playbook.id}` asks no question in a step `{name}`",
                    suggest(name, known, "name a step with `ask:`"),
                    key=True,
                )
