"""A step above the playbook's audience that others lead to, or that branches, says what a lower reader sees.

For the lower reader the step does not exist; without a stub the way breaks off in front of them, or
answers point to nothing.

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
        audience: internal
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
        audience: internal
        stub: Our own people act.
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

ID = "playbook/hidden-step-without-stub"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every step with an audience of its own and no stub."""
    for playbook in book.each(Playbook):
        flow = flow_of(playbook)
        hidden = [
            stop for stop in flow.stops if stop.step.audience is not None and stop.step.stub is None
        ]
        if not hidden:
            continue
        named = {exit.target for exit in flow.jumps}
        tiers, page = book.tiers(), book.audience_of(playbook)
        for stop in hidden:
            tier = str(stop.step.audience)
            if (stop.number in named or len(flow.exits[stop.number]) > 1) and tiers.above(
                tier, page
            ):
                yield Hit(
                    Address(playbook.key, (*stop.path, "audience")),
                    f"a reader of `{page}` does not see `{stop.step.id}`, and the way leads through it",
                    "add `stub`: what that reader sees instead",
                )
