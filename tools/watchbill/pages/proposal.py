"""What a proposal changes, as one edition's readers may see it.

Two editions are compared and not two books, so that nothing is told of what the audience may not read.
"""

from collections.abc import Mapping
from typing import NamedTuple

from watchbill.diff.books import Books
from watchbill.diff.change import Change
from watchbill.diff.compare import compare
from watchbill.pages.edition import Edition


class Proposed(NamedTuple):
    """What a proposal changes since a revision: the changes of each page that is there, titles of pages that go."""

    since: str
    changes: Mapping[str, tuple[Change, ...]]
    gone: tuple[str, ...]


NOTHING_PROPOSED = Proposed("", {}, ())


def proposed(since: str, before: Edition, after: Edition) -> Proposed:
    """What changed from one edition to the other, in the order in which a reviewer looks at it."""
    found: dict[str, tuple[Change, ...]] = {}
    for change in compare(Books(before.book, after.book)).changes:
        found[change.subject] = (*found.get(change.subject, ()), change)
    there = {*after.book.keys}
    lost = (before.book.find(key) for key in sorted(found) if key not in there)
    return Proposed(
        since,
        {key: some for key, some in found.items() if key in there},
        tuple(document.title for document in lost if document),
    )
