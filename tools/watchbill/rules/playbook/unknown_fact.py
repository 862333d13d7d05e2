"""`means` and `only_if` name declared facts and their values, and `means` none of the organisation's.

A misspelt fact is never true: the step behind it is passed over, and the law that hangs on it seems
not to apply.

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
        only_if: [eu-linkd]
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
from watchbill.graph.stop import Path
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.model.types import FactTest
from watchbill.rules.ground import Declared, declared, wrong_fact
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "playbook/unknown-fact"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every condition of steps and answers; silent where the facts could not be read."""
    for playbook in book.each(Playbook):
        flow = flow_of(playbook)
        if not flow.tests or book.incomplete("facts"):
            continue
        known = declared(book)
        for stop in flow.stops:
            for position, test in enumerate(stop.step.only_if):
                yield from _judge(playbook, (*stop.path, "only_if", position), test, known)
        for exit, answer in flow.answers:
            for position, test in enumerate(answer.means):
                path = (*exit.path, "means", position)
                if test.fact in known.switches:
                    yield Hit(
                        Address(playbook.key, path),
                        f"`{test.fact}` is a fact of the organisation, and no answer sets it",
                        "name a fact of the case",
                    )
                else:
                    yield from _judge(playbook, path, test, known)


def _judge(playbook: Playbook, path: Path, test: FactTest, known: Declared) -> Iterator[Hit]:
    wrong = wrong_fact(test, known)
    if wrong:
        values = known.cases.get(test.fact, ())
        mend = (
            suggest(str(test.value), values, f"say `{test.fact} is` {' or '.join(values)}")
            if values
            else suggest(
                test.fact, {*known.cases, *known.switches}, "declare it under `case_facts`"
            )
        )
        yield Hit(Address(playbook.key, path), wrong, mend)
