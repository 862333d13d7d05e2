"""A role, region, severity or event that is named is declared.

Roles and regions are declared by the organisation, severities by the ladder, events by the facts. A
page to a role that is not declared reaches nobody; a clock on an event that is not declared never
starts.

Bad:
    kind: severity
    levels:
      - id: P0
        title: Emergency
        meaning: A life is in danger.
        examples: [A threat with a date]
        command: [comander]
      - id: P1
        title: Serious
        meaning: Harm within a day.
        examples: [A wave of theft]
        command: [analyst]
      - id: P2
        title: Bounded
        meaning: A violation that does not spread.
        examples: [One account]
        command: [analyst]

Good:
    kind: schedule
    answers_within: 3m
"""

from collections.abc import Callable, Collection, Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.texts import named, words
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "references/undeclared"
LEVEL = Level.ERROR
# What is declared, in which kind, and how the reader is told to declare it.
DECLARED = {
    "role": ("organization", "declare it under `roles:` of the organisation"),
    "region": ("organization", "declare it under `regions:` of the organisation"),
    "severity": ("severity", "add it to the ladder of severities"),
    "event": ("facts", "declare it under `events:` of the facts"),
}


def check(book: Book) -> Iterator[Hit]:
    """Every name of every document; silent where the declaring document could not be read."""
    for document in book.every():
        used = words(document).names
        for of in {of for of, _ in used if of in DECLARED}:
            kind, advice = DECLARED[of]
            known = _known(book, of)
            if not known or book.incomplete(kind):
                continue
            if all(name in known for other, name in used if other == of):
                continue
            for path, name in named(document, of):
                if name not in known:
                    yield Hit(
                        Address(document.key, path),
                        f"there is no {of} `{name}`",
                        suggest(name, known, advice),
                        key=path[-1] == name,
                    )


def _known(book: Book, of: str) -> Collection[str]:
    """The declared names. Asking for them notes that the document in hand depends on what is declared."""
    lists: dict[str, Callable[[], Collection[str]]] = {
        "role": book.roles,
        "region": book.regions,
        "severity": book.severities,
        "event": book.events,
    }
    return lists[of]()
