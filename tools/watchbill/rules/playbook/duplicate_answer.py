"""The answers of a question differ.

Two answers with the same words lead two ways; the responder takes the first, and a scenario cannot
say which.

Bad:
    kind: playbook
    steps:
      - id: linked
        ask: Are the accounts linked?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: block}
          - {answer: "Yes", go: answer, excuses: {contained: Nothing to contain}}
      - id: block
        title: Block the accounts
        role: analyst
        takes: 15m
        runbook: block-account
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
          - {answer: "Yes", go: block}
          - {answer: "No", go: answer, excuses: {contained: Nothing to contain}}
      - id: block
        title: Block the accounts
        role: analyst
        takes: 15m
        runbook: block-account
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
from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.where import Address

ID = "playbook/duplicate-answer"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every answer, its case and blanks aside."""
    for playbook in book.each(Playbook):
        for stop, decision in flow_of(playbook).decisions:
            seen: set[str] = set()
            for position, answer in enumerate(decision.answers):
                words = " ".join(answer.answer.casefold().split())
                if words in seen:
                    yield Hit(
                        Address(playbook.key, (*stop.path, "answers", position, "answer")),
                        f'`{decision.id}` has the answer "{answer.answer}" twice',
                        "say in other words what sets them apart",
                    )
                seen.add(words)
