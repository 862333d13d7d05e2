"""A page of a proposal says what would change on it, and nothing that its readers may not know."""

import pytest

import smallest
from tests.pages.conftest import CANARIES
from watchbill.model.book import Book
from watchbill.pages.desk import Desk, Source
from watchbill.pages.edition import edition
from watchbill.pages.markup import join
from watchbill.pages.proposal import NOTHING_PROPOSED, Proposed, proposed
from watchbill.pages.proposed import on_document, on_start

LEVEL = """kind: service-level
targets:
  P0: {acknowledged: 10m, contained: 2h, resolved: 2d}
  P1: {acknowledged: 30m, contained: 4h, resolved: 3d}
  P2: {acknowledged: 1h, contained: 1d, resolved: 5d}
"""


def proposal(before: Book, after: Book, audience: str = "restricted") -> Proposed:
    return proposed("abc1234", edition(before, audience), edition(after, audience))


def desk_of(book: Book, found: Proposed, audience: str = "restricted") -> Desk:
    source = Source("0123456789ab", smallest.NOW)
    return Desk(edition(book, audience), source, "2026.1", fictional=True, proposal=found)


def on_page(found: Proposed, key: str) -> str:
    return str(join(*on_document(desk_of(smallest.book(), found), key)))


def test_a_page_that_changes_says_what_and_whether_it_is_weaker() -> None:
    found = proposal(smallest.book(), smallest.book(smallest.overlaid(LEVEL)))
    (key,) = found.changes
    said = on_page(found, key)
    assert "Proposed, not in force. " in said and "Against abc1234: 1 weaker." in said
    assert "<strong>▼ weaker</strong>" in said
    assert "<del>10m</del> → <ins>30m</ins>" in said
    assert on_page(found, "harm:fraud") == ""


def test_the_start_page_names_every_page_that_changes_and_those_that_go() -> None:
    after = smallest.book(smallest.overlaid(f"{LEVEL}---\nkind: scenario\nid: night\ngone: true\n"))
    found = proposal(smallest.book(), after)
    said = str(join(*on_start(desk_of(after, found))))
    assert "it changes these pages" in said
    assert "1 weaker" in said and 'href="~/' in said
    assert f"<del>{found.gone[0]}</del>: gone" in said


def test_what_is_no_proposal_has_no_mark_and_one_that_changes_nothing_says_so() -> None:
    assert list(on_start(desk_of(smallest.book(), NOTHING_PROPOSED))) == []
    same = proposal(smallest.book(), smallest.book())
    assert "changes nothing that these pages say" in str(
        join(*on_start(desk_of(smallest.book(), same)))
    )


@pytest.mark.parametrize("audience", ["vendor", "internal"])
def test_nothing_is_told_of_what_the_audience_may_not_read(canaries: Book, audience: str) -> None:
    changed = CANARIES.replace("Zebra canary", "Other canary").replace("takes: 20m", "takes: 25m")
    after = smallest.book(smallest.overlaid(changed))
    found = proposal(canaries, after, audience)
    said = "".join(on_page(found, key) for key in found.changes)
    said += str(join(*on_start(desk_of(after, found, audience))))
    assert "20m" in said and "25m" in said
    assert "canary" not in said.casefold()
    assert "not-in-this-edition" not in said
    whole = proposal(canaries, after, "restricted")
    assert any("canary" in on_page(whole, key) for key in whole.changes)


def test_words_of_the_content_are_words() -> None:
    after = smallest.book(smallest.overlaid("kind: harm\ntitle: <script>alert(1)</script>\n"))
    found = proposal(smallest.book(), after)
    assert "<script>" not in on_page(found, "harm:fraud")
    assert "&lt;script&gt;" in on_page(found, "harm:fraud")
