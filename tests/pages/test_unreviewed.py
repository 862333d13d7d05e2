"""What an emergency change touched says so, on its page and on the start page; nobody reads what is not for them."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

import smallest
from watchbill.diff.open_reviews import OpenReview
from watchbill.model.book import Book
from watchbill.pages.desk import Desk, Source
from watchbill.pages.documents import document_pages
from watchbill.pages.edition import edition
from watchbill.pages.make import Order, make
from watchbill.pages.page import markdown
from watchbill.pages.site import all_pages
from watchbill.pages.start import start_page

SITE = Path(__file__).parents[2] / "site"
REVIEW = OpenReview(
    12,
    "ab" * 20,
    datetime(2026, 11, 22, 14, 20, tzinfo=UTC),
    datetime(2026, 11, 23, 14, 20, tzinfo=UTC),
    ("<b>ana</b>",),
    ("legal",),
    "Zebra reason <script>alert(1)</script>",
    ("obligation:answer-law", "obligation:gone", "schedule:watch"),
    40,
    "https://github.example/x/issues/40?a=1&b=<2>",
)
OPEN = 'open until <time datetime="2026-11-23T14:20:00Z">2026-11-23 14:20 UTC</time>'


def desk(
    *reviews: OpenReview,
    audience: str = "internal",
    at: datetime = smallest.NOW,
    book: Book | None = None,
) -> Desk:
    part = edition(book or smallest.book(), audience)
    return Desk(part, Source("0123456789ab", at), "2026.1", fictional=True, reviews=reviews)


def page_of(found: Desk, path: str) -> str:
    return next(markdown(page) for page in document_pages(found) if page.path == path)


def test_the_page_that_was_touched_says_so_above_all_else() -> None:
    told = page_of(desk(REVIEW), "schedules/watch/")
    assert OPEN in told
    assert "by one approver" in told
    assert "This page was changed in an emergency on <time" in told
    assert ">2026-11-22 14:20 UTC</time>" in told
    assert told.index("wb-unreviewed") < told.index("wb-facts")
    assert "wb-warn wb-unreviewed" in told and "Overdue" not in told


def test_only_the_pages_that_were_touched_and_the_start_page_say_so() -> None:
    said = {page.path for page in all_pages(desk(REVIEW)) if "wb-unreviewed" in markdown(page)}
    assert said == {"", "schedules/watch/", "clocks/answer-law/"}
    assert not [page for page in all_pages(desk()) if "wb-unreviewed" in markdown(page)]


def test_the_start_page_leads_to_each_page_that_was_touched() -> None:
    told = markdown(start_page(desk(REVIEW)))
    assert OPEN in told
    assert 'href="./clocks/answer-law/"' in told.partition("What is happening")[0]
    assert 'href="./schedules/watch/"' in told.partition("What is happening")[0]
    assert "gone" not in told


@pytest.mark.parametrize(
    ("at", "late"),
    [
        (datetime(2026, 11, 23, 14, 20, tzinfo=UTC), False),
        (datetime(2026, 11, 23, 14, 20, 1, tzinfo=UTC), True),
    ],
)
def test_it_is_overdue_at_the_instant_of_the_build_and_always_says_when(
    at: datetime, late: bool
) -> None:
    for told in (
        page_of(desk(REVIEW, at=at), "schedules/watch/"),
        markdown(start_page(desk(REVIEW, at=at))),
    ):
        assert ("<strong>Overdue: </strong>" in told) is late
        assert ("wb-never wb-unreviewed" in told) is late
        assert ("was to be closed by" in told) is late
        assert "2026-11-23 14:20 UTC" in told


@pytest.mark.parametrize("audience", ["public", "vendor", "internal", "restricted"])
def test_who_and_why_are_on_no_page(audience: str) -> None:
    for page in all_pages(desk(REVIEW, audience=audience)):
        told = markdown(page)
        assert "Zebra" not in told and "ana&lt;" not in told and "<b>ana" not in told, page.path


def test_a_vendor_sees_it_only_on_what_it_may_read_and_is_not_led_to_the_issue() -> None:
    found = desk(REVIEW, audience="vendor")
    said = {page.path: markdown(page) for page in all_pages(found)}
    told = {path for path, words in said.items() if "wb-unreviewed" in words}
    assert told == {"", "clocks/answer-law/"}
    assert not [path for path in told if "github.example" in said[path]]
    assert "watch" not in said[""].partition("What is happening")[0].replace("watchbill", "")
    inside = markdown(start_page(desk(REVIEW)))
    assert 'href="https://github.example/x/issues/40?a=1&amp;b=&lt;2&gt;"' in inside


def test_a_change_of_hidden_pages_alone_does_not_exist_for_a_vendor() -> None:
    hidden = REVIEW._replace(documents=("schedule:watch",))
    found = desk(hidden, audience="vendor")
    assert not [page for page in all_pages(found) if "wb-unreviewed" in markdown(page)]


def test_a_change_of_pages_for_others_alone_is_not_told_inside_either(canaries: Book) -> None:
    hidden = REVIEW._replace(documents=("runbook:sealed-canary-book",))
    found = desk(hidden, book=canaries)
    assert not [page for page in all_pages(found) if "wb-unreviewed" in markdown(page)]


def test_a_change_whose_pages_are_not_known_is_told_inside_only() -> None:
    unknown = REVIEW._replace(documents=())
    assert "Something was changed in an emergency" in markdown(start_page(desk(unknown)))
    assert "wb-unreviewed" not in markdown(start_page(desk(unknown, audience="vendor")))


@pytest.mark.parametrize(
    ("let_in", "words"),
    [
        ((), "before anybody is known to have agreed"),
        (("ana",), "by one approver"),
        (("ana", "cy"), "by 2 approvers"),
    ],
)
def test_it_says_how_many_let_it_in(let_in: tuple[str, ...], words: str) -> None:
    assert words in markdown(start_page(desk(REVIEW._replace(let_in=let_in))))


def test_of_many_pages_the_start_page_names_a_few() -> None:
    keys = smallest.book().keys
    told = markdown(start_page(desk(REVIEW._replace(documents=keys), audience="restricted")))
    assert f"and {len(keys) - 8} more." in told


def test_the_built_site_holds_and_leaks_nothing(
    canaries: Book, tmp_path: Path, desk_for: Callable[..., Desk]
) -> None:
    keys = ("runbook:sealed-canary-book", "harm:hidden-canary-harm", "schedule:watch")
    review = REVIEW._replace(documents=keys, reason="See sealed-canary-book")
    order = Order("internal", "", SITE, tmp_path / "site", (review,))
    made = make(canaries, order, Source("0123456789ab", smallest.NOW))
    assert made.faults == ()
    start = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "wb-unreviewed" in start and "canary" not in start
