"""An answer excuses a milestone of the service level or a duty that the playbook lists.

An excuse for something else lifts nothing: the duty that was meant stays open, and its clock runs
on.

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
          - {answer: "No", go: answer, excuses: {contaned: Nothing to contain}}
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
from watchbill.model.commitments import ServiceLevel
from watchbill.model.response import Playbook
from watchbill.rules.ground import promised
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "playbook/excuse-of-nothing"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every excuse; silent where the service level is not at hand.

    A duty that a step discharges but nobody lists is another rule's finding.
    """
    for playbook in book.each(Playbook):
        excusing = [one for one in flow_of(playbook).answers if one[1].excuses]
        level = book.get(ServiceLevel, playbook.service_level) if excusing else None
        if level is None:
            continue
        known = promised(level).union(playbook.obligations)
        known = known.union(id for part, _ in flow_of(playbook).parts for id in part.discharges)
        for exit, answer in excusing:
            for id in answer.excuses:
                if id not in known:
                    yield Hit(
                        Address(playbook.key, (*exit.path, "excuses", id)),
                        f"`{id}` is neither a milestone of the service level nor a duty listed here",
                        suggest(id, known, "list the duty under `obligations`, or take it out"),
                        key=True,
                    )
