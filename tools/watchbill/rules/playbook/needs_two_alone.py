"""Where a harm or a runbook needs two people, the playbook has two.

Alone at night one person decides, looks and acts; the second pair of eyes that the harm demands is
never paged.

Bad:
    kind: harm
    needs_two: true

Good:
    kind: harm
    needs_two: true
    ---
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
        second: counsel
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
from watchbill.model.commitments import Harm
from watchbill.model.response import Decision, Playbook, Task
from watchbill.model.runbook import Runbook
from watchbill.where import Address

ID = "playbook/needs-two-alone"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """The harm of every playbook, and the runbook of every step."""
    for playbook in book.each(Playbook):
        work = flow_of(playbook).work
        pairs: dict[str, bool] = {}
        harm = book.get(Harm, playbook.harm) if playbook.harm else None
        if harm and harm.needs_two and all(_alone(step) for _, step in work):
            yield Hit(
                Address(playbook.key, ("harm",)),
                f"`{harm.id}` takes two people, and no step here has a second",
                "add `second: <role>` or `people: 2` to the step that decides",
            )
        for stop, step in work:
            id = step.runbook
            if id is None or not _alone(step):
                continue
            if id not in pairs:
                runbook = book.get(Runbook, id)
                pairs[id] = runbook is not None and runbook.needs_two
            if pairs[id]:
                yield Hit(
                    Address(playbook.key, (*stop.path, "runbook")),
                    f"the runbook `{id}` takes two people, and `{step.id}` has one",
                    "add `second: <role>` or `people: 2`",
                )


def _alone(step: Task | Decision) -> bool:
    return step.people == 1 and step.second is None
