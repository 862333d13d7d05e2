"""When those are there whom the steps of a playbook take, each set of hands told once, at its first step."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.graph.flow import flow_of
from watchbill.graph.stop import Stop
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.provable import staffed
from watchbill.simulate.proof.people import Hands, hands_of, people
from watchbill.timeline.spans import Span, Spans


class There(NamedTuple):
    """A set of hands: the first step that takes them, and when they are there from `begin` on."""

    stop: Stop
    hands: Hands
    begin: int
    spans: Spans

    @property
    def who(self) -> str:
        """`analyst`, `analyst` with `counsel`, two of `analyst`."""
        role = f"`{self.hands.role}`"
        if self.hands.second:
            role += f" with `{self.hands.second}`"
        return f"two of {role}" if self.hands.people > 1 else role


def there(book: Book, playbook: Playbook) -> Iterator[There]:
    """Every set of hands of a playbook whose roles are known. Spans are cut to the days of the proofs."""
    seen: set[Hands] = set()
    for stop, step in flow_of(playbook).work:
        wanted = hands_of(step)
        roles = [role for role in (wanted.role, wanted.second) if role]
        # A second of the very same role is another rule's business.
        if wanted in seen or wanted.second == wanted.role:
            continue
        if not all(staffed(book, role) for role in roles):
            continue
        seen.add(wanted)
        who = people(book)
        begin = max(map(who.begins, roles))
        yield There(stop, wanted, begin, _cut(who.hands(wanted), begin, who.end))


def _cut(spans: Spans, start: int, end: int) -> Spans:
    cut = (Span(max(one.start, start), min(one.end, end)) for one in spans)
    return tuple(one for one in cut if one.start < one.end)


def gaps(spans: Spans, start: int, end: int) -> tuple[Span, ...]:
    """What of [start, end) lies in none of these spans, which are in order and apart."""
    edges = [start, *(edge for span in spans for edge in span), end]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return tuple(Span(first, last) for first, last in pairs if first < last)
