"""Each answer can be given on at least one path.

An answer that sets a fact otherwise than every path before it contradicts the case; the responder
who gives it follows a page that nobody has checked.

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
          - {answer: "No", go: answer, excuses: {contained: Nothing to contain}}
      - id: block
        ask: Is a person in the Union concerned?
        role: analyst
        takes: 15m
        runbook: block-account
        in_doubt: One is.
        reaches: [contained]
        answers:
          - {answer: "Yes", means: [eu-linked]}
          - {answer: "No", means: [not eu-linked]}
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
          - {answer: "No", go: answer, excuses: {contained: Nothing to contain}}
      - id: block
        ask: Is a person in the Union concerned?
        role: analyst
        takes: 15m
        runbook: block-account
        in_doubt: One is.
        reaches: [contained]
        answers:
          - {answer: "Yes", means: [gang]}
          - {answer: "No", means: [not gang]}
      - id: answer
        title: Answer the notice
        role: analyst
        takes: 15m
        messages: [notice]
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
    ---
    kind: facts
    case_facts:
      - {id: eu-linked, title: Is a person in the Union concerned?}
      - {id: gang, title: Is it a gang?}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.ground import ground
from watchbill.where import Address

ID = "playbook/impossible-answer"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every answer that sets facts, at a step that some path comes to."""
    for playbook in book.each(Playbook):
        ground_ = ground(book, playbook)
        walk = ground_.walk
        if walk is None or walk.too_many or not walk.bits.facts:
            continue
        for exit, answer in walk.flow.answers:
            if not answer.means or walk.taken(exit):
                continue
            states = walk.minds_at(exit.source)
            asked = walk.flow.stops[exit.source].step.only_if
            if any(not walk.denied(state, asked) for state in states):
                facts = " and ".join(f"`{test}`" for test in answer.means)
                yield Hit(
                    Address(playbook.key, (*exit.path, "means")),
                    f'"{answer.answer}" sets {facts}, and every path to it says otherwise',
                    "take the answer out, or use a fact of its own",
                    key=True,
                )
