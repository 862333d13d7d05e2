"""A law that erases gives way by name to each duty to keep for longer that is listed beside it.

Whoever meets the first in time destroys what the second orders to keep. Which one goes before is for counsel to
say, on a quiet day, and not for whoever has the request on the desk.

Bad:
    kind: obligation
    id: keep-law
    without: [due]
    keep: 400d
    ---
    kind: obligation
    id: erase-law
    due: 30d
    erases: true
    ---
    kind: guard-bands
    bands:
      - {obligation: answer-law, within: 12h}
      - {obligation: erase-law, within: 14d}
    ---
    kind: playbook
    obligations: [answer-law, keep-law, erase-law]

Good:
    kind: obligation
    id: keep-law
    without: [due]
    keep: 400d
    ---
    kind: obligation
    id: erase-law
    due: 30d
    erases: true
    yields_to: [keep-law]
    ---
    kind: guard-bands
    bands:
      - {obligation: answer-law, within: 12h}
      - {obligation: erase-law, within: 14d}
    ---
    kind: playbook
    obligations: [answer-law, keep-law, erase-law]
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
        done_when: The answer is sent, the hold is set, and all else is erased.
        discharges: [answer-law, keep-law, erase-law]
        reaches: [resolved]
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.ground import ground
from watchbill.where import Address

ID = "obligation/keep-above-erasure"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every law that erases, against every longer duty to keep of the same playbook."""
    for playbook in book.each(Playbook):
        duties = [one for one in ground(book, playbook).duties if one.excluded is None]
        for duty in duties:
            ceiling = duty.law.due if duty.law.erases else None
            for other in duties if ceiling else ():
                floor = other.law.keep
                if (
                    ceiling is None
                    or floor is None
                    or floor.nominal_seconds <= ceiling.nominal_seconds
                    or other.law.id in duty.law.yields_to
                ):
                    continue
                yield Hit(
                    Address(playbook.key, ("obligations", duty.position)),
                    f"`{duty.law.id}` erases within {ceiling} what `{other.law.id}` orders to keep"
                    f" for {floor}",
                    f"say which goes before: `yields_to: [{other.law.id}]` on `{duty.law.id}`,"
                    " or list only one",
                )
