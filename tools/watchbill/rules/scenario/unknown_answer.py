"""A scenario gives answers that the decision offers, word for word.

After the wording of an answer was changed the scenario answers something that leads nowhere, and no
longer plays what it was written for.

Bad:
    kind: scenario
    given:
      playbook: fraud-ring
      region: emea
      instant: 2026-12-25T03:10:00+00:00
      answers: {linked: Perhaps}

Good:
    kind: scenario
    given:
      playbook: fraud-ring
      region: emea
      instant: 2026-12-25T03:10:00+00:00
      answers: {linked: ["Yes", "No"]}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.model.scenario import Scenario
from watchbill.model.texts import Path
from watchbill.rules.scenario._played import decisions
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "scenario/unknown-answer"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every answer of every scenario with a playbook."""
    for scenario in book.each(Scenario):
        playbook = book.get(Playbook, scenario.given.playbook or "")
        if playbook is None:
            continue
        known = decisions(playbook)
        for name, given in scenario.given.answers.items():
            path: Path = ("given", "answers", name)
            rows = [(path, given)] if isinstance(given, str) else []
            if not isinstance(given, str):
                rows = [((*path, position), answer) for position, answer in enumerate(given)]
            for at, answer in rows:
                if name in known and answer not in known[name]:
                    yield Hit(
                        Address(scenario.key, at),
                        f"step `{name}` has no answer `{answer}`",
                        suggest(answer, known[name], f"it has {', '.join(known[name])}"),
                    )
