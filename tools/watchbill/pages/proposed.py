"""Marks of a proposal: what would change on each page, as this edition's readers may see it.

Two editions are compared and not two books, so that nothing is told of what the audience may not read.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from watchbill.diff.books import Books
from watchbill.diff.change import Change, Direction
from watchbill.diff.compare import compare
from watchbill.pages.desk import Desk
from watchbill.pages.edition import Edition
from watchbill.pages.hide import WITHHELD
from watchbill.pages.markup import NOTHING, Html, h, items, join

# Pages that the start page names of each kind, and changes that a page spells out.
_MOST = 40
_SIGN = {
    Direction.WEAKER: "▼ weaker",
    Direction.UNKNOWN: "? to be read by a person",
    Direction.STRONGER: "▲ stronger",
    Direction.NEUTRAL: "= without weight",
}


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


def on_document(proposal: Proposed, key: str) -> Iterator[Html]:
    """The mark of a page that the proposal changes."""
    changes = proposal.changes.get(key, ())
    if changes:
        more = len(changes) - _MOST
        rows = [*map(_change, changes[:_MOST]), *([f"and {more} more"] if more > 0 else [])]
        head = h(
            "p",
            h("strong", "Proposed, not in force: "),
            _count(changes),
            f" since {proposal.since}.",
        )
        yield h("div", head, items(rows), class_="wb-note wb-proposed")


def on_start(desk: Desk, proposal: Proposed) -> Iterator[Html]:
    """What the start page says of a proposal: every page that it changes, and those that go."""
    if not proposal.since:
        return
    rows: list[object] = []
    for key, changes in list(proposal.changes.items())[:_MOST]:
        kind, _, id = key.partition(":")
        rows.append(join(desk.link(kind, id) or key, ": ", _count(changes)))
    more = len(proposal.changes) - _MOST
    rows.extend([f"and {more} pages more"] if more > 0 else [])
    rows.extend(join(h("del", title), ": gone") for title in proposal.gone)
    what = "it changes nothing that these pages say" if not rows else "it changes these pages"
    head = h(
        "p", h("strong", "Preview of a proposal, not in force: "), f"since {proposal.since} {what}."
    )
    yield h("div", head, items(rows), class_="wb-note wb-proposed")


def _count(changes: tuple[Change, ...]) -> str:
    """How many changes there are of each direction, the worst first."""
    number = {way: sum(one.direction is way for one in changes) for way in Direction}
    return ", ".join(
        f"{many} {_SIGN[way].partition(' ')[2]}" for way, many in number.items() if many
    )


def _change(change: Change) -> Html:
    before, after = (words.replace(WITHHELD, "withheld") for words in (change.before, change.after))
    values = join(": ", h("del", before or "nothing"), " → ", h("ins", after or "nothing"))
    example = (
        join(h("br"), change.example.replace(WITHHELD, "withheld")) if change.example else NOTHING
    )
    return join(
        h("strong", _SIGN[change.direction]),
        ", ",
        change.what,
        values if before or after else "",
        example,
    )
