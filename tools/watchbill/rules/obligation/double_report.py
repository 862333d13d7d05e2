"""Where two reports exclude each other, an answer decides which of them is owed.

Where the law says that what was reported there must not be reported here again, two reports for one
case slow both authorities down.

Bad:
    kind: obligation
    id: other-law
    not_with: [answer-law]
    ---
    kind: playbook
    obligations: [answer-law, other-law]
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
        discharges: [answer-law, other-law]
        reaches: [resolved]

Good:
    kind: obligation
    id: other-law
    not_with: [answer-law]
    applies_if: [hosting, not eu-linked]
    ---
    kind: obligation
    applies_if: [hosting, eu-linked]
    ---
    kind: guard-bands
    bands:
      - {obligation: answer-law, within: 12h}
      - {obligation: other-law, within: 12h}
    ---
    kind: playbook
    obligations: [answer-law, other-law]
    steps:
      - id: linked
        ask: Is a person in the Union concerned?
        role: analyst
        takes: 20m
        in_doubt: Treat them as linked.
        answers:
          - {answer: "Yes", go: block, means: [eu-linked]}
          - {answer: "No", go: block, means: [not eu-linked]}
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
        discharges: [answer-law, other-law]
        reaches: [resolved]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.graph.walk import State, Walk
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.ground import Duty, ground
from watchbill.where import Address

ID = "obligation/double-report"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every two duties of a playbook of which one excludes the other."""
    for playbook in book.each(Playbook):
        duties, _, walk = ground(book, playbook)
        if walk is None:
            continue
        by_id = {duty.law.id: duty for duty in duties}
        for duty in duties:
            for id in duty.law.not_with:
                other = by_id.get(id)
                if other is None or _told_apart(walk, duty, other):
                    continue
                state = _both(walk, duty, other)
                if state is not None:
                    yield Hit(
                        Address(playbook.key, ("obligations", duty.position)),
                        f"`{duty.law.id}` and `{id}` are both discharged{walk.on_path(state)}, "
                        "and the law allows one",
                        "let an answer set the fact that tells them apart (`means`)",
                    )


def _told_apart(walk: Walk, duty: Duty, other: Duty) -> bool:
    """Whether an answer decides if the law applies, or the pair is judged from the other side."""
    if duty.law.id in other.law.not_with and duty.position < other.position:
        return True
    asked = {test.fact for test in (*duty.law.applies_if, *other.law.applies_if)}
    return any(test.fact in asked for _, answer in walk.flow.answers for test in answer.means)


def _both(walk: Walk, duty: Duty, other: Duty) -> State | None:
    for state in walk.ends:
        mind = state[1]
        if mind & duty.met and mind & other.met and duty.arises(mind) and other.arises(mind):
            return state
    return None
