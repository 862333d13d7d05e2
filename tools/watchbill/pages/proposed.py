"""Marks of a proposal on the pages that it would change."""

from collections.abc import Iterator

from watchbill.diff.change import Change, Direction
from watchbill.pages.desk import Desk
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


def on_document(desk: Desk, key: str) -> Iterator[Html]:
    """The mark of a page that the proposal changes."""
    proposal = desk.proposal
    changes = proposal.changes.get(key, ())
    if changes:
        more = len(changes) - _MOST
        rows = [*map(_change, changes[:_MOST]), *([f"and {more} more"] if more > 0 else [])]
        against = f"Against {proposal.since}: {_count(changes)}."
        head = h("p", h("strong", "Proposed, not in force. "), against)
        yield h("div", head, items(rows), class_="wb-note wb-proposed")


def on_start(desk: Desk) -> Iterator[Html]:
    """What the start page says of a proposal: every page that it changes, and those that go."""
    proposal = desk.proposal
    if not proposal.since:
        return
    rows: list[object] = []
    for key, changes in list(proposal.changes.items())[:_MOST]:
        kind, _, id = key.partition(":")
        rows.append(join(desk.link(kind, id) or key, ": ", _count(changes)))
    more = len(proposal.changes) - _MOST
    rows.extend([f"and {more} pages more"] if more > 0 else [])
    rows.extend(join(h("del", title), ": gone") for title in proposal.gone)
    what = "it changes these pages." if rows else "it changes nothing that these pages say."
    words = f"Against {proposal.since} {what}"
    head = h("p", h("strong", "Preview of a proposal, not in force. "), words)
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
