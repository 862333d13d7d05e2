"""A link to a step leads to a step that the playbook or runbook has.

`[[runbook:block-account#press-block]]` jumps to one step. After the step was renamed it jumps to the
top of the page, and the reader does not know which of nine steps was meant.

Bad:
    kind: playbook
    after: Then do [[runbook:block-account#press-the-button]].

Good:
    kind: playbook
    after: Then do [[runbook:block-account#press-block]].
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.model.runbook import Runbook
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "references/unknown-step"
LEVEL = Level.ERROR


def check(book: Book) -> Iterator[Hit]:
    """Every link in prose that names a step."""
    for document in book.every():
        card = book.card(document.key)
        for ref in card.references if card else ():
            if "#" not in ref.word:
                continue
            target = book.find(f"{ref.kinds[0]}:{ref.id}")
            step = ref.word.strip("[]").partition("#")[2]
            if target is None or step in steps_of(target):
                continue
            yield Hit(
                Address(document.key, ref.path),
                f"{target.kind} `{target.id}` has no step `{step}`",
                suggest(step, steps_of(target), "link to the page without `#`, or to another step"),
                ref.word,
            )


def steps_of(document: Document) -> tuple[str, ...]:
    """The ids of the steps of a playbook (its side lines included) or of a runbook."""
    if isinstance(document, Playbook):
        lines = (document.steps, *document.lines.values())
        return tuple(step.id for line in lines for step in line)
    if isinstance(document, Runbook):
        return tuple(step.id for step in document.body.steps)
    return ()
