"""An audience that is named is declared by the organisation.

A tier that is not declared is a tier that nobody holds, or that everybody does, depending on who reads
it. A page must not guess whom it is for.

Bad:
    kind: playbook
    audience: vendors

Good:
    kind: playbook
    audience: vendor
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.texts import named, words
from watchbill.rules.audience._fences import fences
from watchbill.rules.audience._order import order
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "audience/unknown"
LEVEL = Level.ERROR
ADVICE = "declare it under `audiences:` of the organisation"


def check(book: Book) -> Iterator[Hit]:
    """Every audience in a field or at a fence; silent without an organisation that could be read."""
    for document in book.every():
        known = order(book).known
        if not known or book.incomplete("organization"):
            continue
        used = {name for of, name in words(document).names if of == "audience"}
        if not used <= known:
            for path, name in named(document, "audience"):
                if name not in known:
                    yield Hit(
                        Address(document.key, path),
                        f"there is no audience `{name}`",
                        suggest(name, known, ADVICE),
                    )
        for fence in fences(document):
            if fence.audience not in known:
                yield Hit(
                    Address(document.key, fence.path),
                    f"there is no audience `{fence.audience}`",
                    suggest(fence.audience, known, ADVICE),
                    fence.word,
                )
