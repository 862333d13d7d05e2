"""A silence names a rule that there is.

A silence on a misspelt rule hides nothing; one on a rule that was renamed has stopped to hide, and
nobody remembers why it is there.

Bad:
    kind: team
    silences:
      - {rule: ownership/no-contacts, reason: The new mailbox comes in spring., until: 2027-05-01}

Good:
    kind: team
    silences:
      - {rule: ownership/no-contact, reason: The new mailbox comes in spring., until: 2027-05-01}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.rules import all_rules
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "silence/unknown-rule"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every silence of every document."""
    for document in book.every():
        for position, silence in enumerate(document.silences):
            known = [rule.id for rule in all_rules()]
            if silence.rule not in known:
                yield Hit(
                    Address(document.key, ("silences", position, "rule")),
                    f"there is no rule `{silence.rule}`",
                    suggest(silence.rule, known, "name the rule as its finding prints it"),
                )
