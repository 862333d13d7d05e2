"""The last step of a line ends it on purpose: an answer there says `go`, and no line ends in waiting.

Where the last question has an answer without `go`, nobody knows whether the case is over or a step
was forgotten; after a wait somebody must act on what came.

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
        reaches: [contained]
      - id: answer
        ask: Is the answer sent?
        role: analyst
        takes: 15m
        messages: [notice]
        in_doubt: It is not.
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
        answers:
          - {answer: "Yes", go: end}
          - {answer: "No"}

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
        ask: Is the answer sent?
        role: analyst
        takes: 15m
        messages: [notice]
        in_doubt: It is not.
        done_when: The answer is sent.
        discharges: [answer-law]
        reaches: [resolved]
        answers:
          - {answer: "Yes", go: end}
          - {answer: "No", go: answer, at_most: 3}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.flow import flow_of
from watchbill.model.book import Book
from watchbill.model.response import Decision, Playbook, Wait
from watchbill.where import Address

ID = "playbook/dead-end"
LEVEL = Level.WARNING


def check(book: Book) -> Iterator[Hit]:
    """The last step of every line."""
    for playbook in book.each(Playbook):
        flow = flow_of(playbook)
        for numbers in flow.lines.values():
            last = flow.stops[numbers.stop - 1] if numbers else None
            if last and isinstance(last.step, Wait):
                yield Hit(
                    Address(playbook.key, (*last.path, "wait")),
                    f"the line ends in waiting: nobody acts when `{last.step.wait}` has happened",
                    "add the step that is done then",
                )
            for exit in flow.exits[last.number] if last and isinstance(last.step, Decision) else ():
                if exit.answer and not exit.go:
                    yield Hit(
                        Address(playbook.key, (*exit.path, "answer")),
                        f'the answer "{exit.answer.answer}" leads nowhere: no step follows',
                        "say `go: end` if the line ends here, or the step that follows",
                    )
