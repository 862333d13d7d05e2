"""A step with `only_if` is done on at least one path.

Where every path has settled the facts otherwise, the step is passed over for ever, and what it was
to do is not done.

Bad:
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: block, means: [eu-linked]}
          - {answer: "No", go: answer, means: [not eu-linked], excuses: {contained: Nothing to contain}}
      - id: block
        title: Block the accounts
        role: analyst
        takes: 15m
        runbook: block-account
        only_if: [not eu-linked]
        reaches: [contained]
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]

Good:
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: block, means: [eu-linked]}
          - {answer: "No", go: answer, means: [not eu-linked], excuses: {contained: Nothing to contain}}
      - id: block
        title: Block the accounts
        role: analyst
        takes: 15m
        runbook: block-account
        only_if: [eu-linked]
        reaches: [contained]
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.ground import declared, ground
from watchbill.where import Address

ID = "playbook/impossible-step"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every step with `only_if`; a fact of the organisation may change, and is no reason."""
    for playbook in book.each(Playbook):
        walk = ground(book, playbook).walk if _asks(playbook) else None
        if walk is None or walk.too_many:
            continue
        switches = declared(book).switches
        for stop in walk.flow.stops:
            asked = [test for test in stop.step.only_if if test.fact not in switches]
            states = walk.minds_at(stop.number) if asked else ()
            if states and all(walk.denied(state, asked) for state in states):
                yield Hit(
                    Address(playbook.key, (*stop.path, "only_if")),
                    f"`{stop.step.id}` is never done: every path to it has settled "
                    f"{' and '.join(f'`{test}`' for test in asked)} otherwise",
                    "ask for another fact, or let an answer set it",
                    key=True,
                )


def _asks(playbook: Playbook) -> bool:
    lines = (playbook.steps, *playbook.lines.values())
    return any(step.only_if for line in lines for step in line)
