"""A playbook is small enough that every way through it can be told.

Nobody can drill more than some thousand different courses, and no proof of them ends; a part that
is a procedure of its own belongs into its own playbook.

Bad:
    kind: facts
    case_facts:
      - {id: eu-linked, title: Is a person in the Union concerned?}
      - {id: sign-1, title: Is sign 1 there?}
      - {id: sign-2, title: Is sign 2 there?}
      - {id: sign-3, title: Is sign 3 there?}
      - {id: sign-4, title: Is sign 4 there?}
      - {id: sign-5, title: Is sign 5 there?}
      - {id: sign-6, title: Is sign 6 there?}
      - {id: sign-7, title: Is sign 7 there?}
      - {id: sign-8, title: Is sign 8 there?}
      - {id: sign-9, title: Is sign 9 there?}
      - {id: sign-10, title: Is sign 10 there?}
      - {id: sign-11, title: Is sign 11 there?}
      - {id: sign-12, title: Is sign 12 there?}
    ---
    kind: playbook
    steps:
      - {id: use-1, title: Use sign 1, role: analyst, takes: 1m, only_if: [sign-1]}
      - {id: use-2, title: Use sign 2, role: analyst, takes: 1m, only_if: [sign-2]}
      - {id: use-3, title: Use sign 3, role: analyst, takes: 1m, only_if: [sign-3]}
      - {id: use-4, title: Use sign 4, role: analyst, takes: 1m, only_if: [sign-4]}
      - {id: use-5, title: Use sign 5, role: analyst, takes: 1m, only_if: [sign-5]}
      - {id: use-6, title: Use sign 6, role: analyst, takes: 1m, only_if: [sign-6]}
      - {id: use-7, title: Use sign 7, role: analyst, takes: 1m, only_if: [sign-7]}
      - {id: use-8, title: Use sign 8, role: analyst, takes: 1m, only_if: [sign-8]}
      - {id: use-9, title: Use sign 9, role: analyst, takes: 1m, only_if: [sign-9]}
      - {id: use-10, title: Use sign 10, role: analyst, takes: 1m, only_if: [sign-10]}
      - {id: use-11, title: Use sign 11, role: analyst, takes: 1m, only_if: [sign-11]}
      - {id: use-12, title: Use sign 12, role: analyst, takes: 1m, only_if: [sign-12]}
      - {id: again-1, title: Use sign 1, role: analyst, takes: 1m, only_if: [sign-1]}
      - {id: again-2, title: Use sign 2, role: analyst, takes: 1m, only_if: [sign-2]}
      - {id: again-3, title: Use sign 3, role: analyst, takes: 1m, only_if: [sign-3]}
      - {id: again-4, title: Use sign 4, role: analyst, takes: 1m, only_if: [sign-4]}
      - {id: again-5, title: Use sign 5, role: analyst, takes: 1m, only_if: [sign-5]}
      - {id: again-6, title: Use sign 6, role: analyst, takes: 1m, only_if: [sign-6]}
      - {id: again-7, title: Use sign 7, role: analyst, takes: 1m, only_if: [sign-7]}
      - {id: again-8, title: Use sign 8, role: analyst, takes: 1m, only_if: [sign-8]}
      - {id: again-9, title: Use sign 9, role: analyst, takes: 1m, only_if: [sign-9]}
      - {id: again-10, title: Use sign 10, role: analyst, takes: 1m, only_if: [sign-10]}
      - {id: again-11, title: Use sign 11, role: analyst, takes: 1m, only_if: [sign-11]}
      - {id: again-12, title: Use sign 12, role: analyst, takes: 1m, only_if: [sign-12]}

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
from watchbill.graph.walk import MOST_STATES
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.ground import ground
from watchbill.where import Address

ID = "playbook/too-many-paths"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every playbook whose walk was given up."""
    for playbook in book.each(Playbook):
        walk = ground(book, playbook).walk
        if walk is not None and walk.too_many:
            yield Hit(
                Address(playbook.key, ("steps",)),
                f"there are more than {MOST_STATES} states on the ways through these steps",
                "split the playbook: let an answer open another one with `opens`",
                key=True,
            )
