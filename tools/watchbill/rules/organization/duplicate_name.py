"""A name is declared once in its list.

When two roles, regions, audiences, facts or events share a name, one of them silently wins. The page
goes to whoever stands lower in the file.

Bad:
    kind: facts
    events:
      - {id: case-opened, title: The case was opened.}
      - {id: notice-received, title: A notice arrived.}
      - {id: notice-received, title: A complaint arrived.}

Good:
    kind: facts
    events:
      - {id: case-opened, title: The case was opened.}
      - {id: notice-received, title: A notice arrived.}
      - {id: complaint-received, title: A complaint arrived.}
"""

from collections.abc import Iterator, Sequence

from watchbill.finding import Hit, Level
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel, SeverityLadder
from watchbill.model.organization import Facts, Organization, Vendor
from watchbill.where import Address

ID = "organization/duplicate-name"
LEVEL = Level.ERROR
# The lists of each kind whose entries are called by name.
LISTS: tuple[tuple[type[Document], tuple[str, ...]], ...] = (
    (Organization, ("products", "regions", "audiences", "roles")),
    (Facts, ("switches", "case_facts", "events")),
    (SeverityLadder, ("levels",)),
    (ServiceLevel, ("pauses",)),
    (Vendor, ("sites",)),
)


def check(book: Book) -> Iterator[Hit]:
    """Every list of named entries; facts that counsel sets and facts of a case share one space."""
    for kind, names in LISTS:
        for document in book.each(kind):
            seen: dict[str, str] = {}
            for name in names:
                entries: Sequence[object] = getattr(document, name)
                space = "fact" if name in ("switches", "case_facts") else name
                for position, entry in enumerate(entries):
                    id = str(getattr(entry, "id", ""))
                    if f"{space} {id}" in seen:
                        yield Hit(
                            Address(document.key, (name, position, "id")),
                            f"`{id}` is declared twice, first under `{seen[f'{space} {id}']}`",
                            "give one of the two another name",
                        )
                    seen.setdefault(f"{space} {id}", name)
