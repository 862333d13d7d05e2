"""No step reaches `acknowledged`: the answer to the page does.

The promise to answer is measured at the pager; a step that claims it would make every late answer
look kept.

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
          - {answer: "No", go: answer, excuses: {contained: Nothing to contain}}
      - id: block
        title: Block the accounts
        role: analyst
        takes: 15m
        runbook: block-account
        reaches: [acknowledged, contained]
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

ID = "playbook/acknowledged-reached"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every step and answer."""
    for playbook in book.each(Playbook):
        for part, path in flow_of(playbook).parts:
            if "acknowledged" in part.reaches:
                yield Hit(
                    Address(playbook.key, (*path, "reaches", part.reaches.index("acknowledged"))),
                    "`acknowledged` is the answer to the page, and never a step",
                    "take it out; the playbook begins once somebody has answered",
                )
