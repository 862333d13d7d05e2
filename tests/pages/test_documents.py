import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

import smallest
from watchbill.model.book import Book
from watchbill.model.kinds import KINDS
from watchbill.pages.desk import Desk, Root
from watchbill.pages.documents import PAGES, document_pages
from watchbill.pages.page import markdown
from watchbill.pages.site import all_pages, catalogue

GOLDEN = Path(__file__).parent / "golden" / "playbook.md"


def page_of(desk: Desk, key: str) -> str:
    document = desk.book.find(key)
    assert document is not None
    return markdown(PAGES[document.kind](desk, document))


def test_every_kind_has_a_page() -> None:
    assert set(PAGES) == set(KINDS)


def test_a_playbook_page_is_as_it_was(desk_for: Callable[..., Desk], canaries: Book) -> None:
    made = page_of(desk_for(canaries, "internal"), "playbook:fraud-ring") + "\n"
    made = made.replace("><", ">\n<")
    if os.environ.get("WATCHBILL_UPDATE_GOLDEN"):
        GOLDEN.write_text(made, "utf-8")
    assert made == GOLDEN.read_text("utf-8")


def test_every_page_says_who_answers_for_it_and_where_it_comes_from(
    desk_for: Callable[..., Desk],
) -> None:
    for page in document_pages(desk_for()):
        said = markdown(page)
        for term in ("Owner", "Approvers", "Readers", "Status", "Last review", "Commit", "Id"):
            if term != "Approvers" or "Approvers" in said:
                assert f"<dt>{term}</dt>" in said, page.path
        assert "0123456789ab" in said


def test_a_page_whose_file_is_not_as_committed_says_so(desk_for: Callable[..., Desk]) -> None:
    desk = desk_for()
    desk.source = desk.source._replace(commit="")
    assert "not committed" in page_of(desk, "harm:fraud")


def test_an_overdue_review_is_a_banner(desk_for: Callable[..., Desk], with_example) -> None:  # type: ignore[no-untyped-def]
    last = date(2026, 11, 23) - timedelta(days=91)
    book = with_example(f"kind: playbook\nreview: {{last: {last}, every: 90d}}")
    assert "fell due on 2026-11-22" in page_of(desk_for(book), "playbook:fraud-ring")
    assert "fell due" not in page_of(desk_for(), "playbook:fraud-ring")


def test_law_that_was_not_read_is_marked(desk_for: Callable[..., Desk], with_example) -> None:  # type: ignore[no-untyped-def]
    desk = desk_for(with_example("kind: obligation\nverification: unverified"))
    for key in ("obligation:answer-law", "playbook:fraud-ring"):
        assert '<span class="wb-mark wb-unverified">not verified</span>' in page_of(desk, key)


EVIL = "<script>alert(1)</script>\"'&[x](javascript:y){: #z }`*_"


def planted() -> Book:
    """Every free text of every document is an attack."""
    documents = smallest.data()

    def plant(value: object, name: str = "") -> object:
        if isinstance(value, dict):
            return {key: plant(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [plant(inner, name) for inner in value]
        free = name in FREE and isinstance(value, str)
        return f"{value} {EVIL}" if free else value

    return smallest.book({key: plant(one) for key, one in documents.items()})  # type: ignore[misc]


FREE = {
    *("title", "summary", "ask", "in_doubt", "done_when", "never", "up", "down", "triggers"),
    *("meaning", "examples", "definition", "citation", "trigger", "recipient", "source", "what"),
    *("scope", "address", "hub", "city", "why", "subject", "name", "lowered_by_words", "records"),
}


def test_an_attack_in_any_text_of_any_kind_stays_text(desk_for: Callable[..., Desk]) -> None:
    seen = 0
    for page in document_pages(desk_for(planted())):
        said = markdown(page)
        seen += said.count("&lt;script&gt;alert(1)&lt;/script&gt;")
        assert "<script" not in said, page.path
        assert 'href="javascript' not in said
    assert seen > 40


def test_pages_have_addresses_of_their_own(desk_for: Callable[..., Desk]) -> None:
    paths = [page.path for page in all_pages(desk_for())]
    assert len(paths) == len(set(paths))


def test_the_catalogue_lists_every_document_of_the_edition(desk_for: Callable[..., Desk]) -> None:
    desk = desk_for()
    assert [f"{one['kind']}:{one['id']}" for one in catalogue(desk)] == list(desk.book.keys)


@pytest.mark.parametrize("audience", ["public", "vendor"])
def test_an_edition_without_an_organisation_still_has_pages(
    desk_for: Callable[..., Desk], audience: str
) -> None:
    pages = {page.path: markdown(page) for page in all_pages(desk_for(audience=audience))}
    assert ("This edition has no playbook." in pages[""]) == (audience == "public")
    assert ("playbooks/fraud-ring/" in pages) == (audience == "vendor")


KEPT = "kind: organization\naudience: vendor\nrepository: https://kept.example/desk/bill/"


def test_a_page_leads_to_the_form_that_fits_its_kind(
    desk_for: Callable[..., Desk], with_example: Callable[[str], Book]
) -> None:
    desk = desk_for(with_example(KEPT))
    for key, words in {
        "playbook:fraud-ring": "2-step.yml&amp;document=fraud-ring",
        "service-level:promise": "1-target.yml&amp;document=promise",
        "team:desk": "3-contact.yml&amp;document=desk",
        "schedule:watch": "4-schedule.yml&amp;document=watch",
        "obligation:answer-law": "6-legal-clock.yml&amp;obligation=answer-law",
        "escalation:matrix": "5-other.yml&amp;document=matrix",
    }.items():
        address = f"https://kept.example/desk/bill/issues/new?template={words}"
        link = f'<a href="{address}">Propose a change</a>'
        assert page_of(desk, key).count(link) == 1, key
    for page in document_pages(desk):
        assert markdown(page).count("Propose a change") == 1, page.path


@pytest.mark.parametrize("audience", ["public", "vendor"])
def test_who_has_no_place_in_the_repository_is_not_led_there(
    desk_for: Callable[..., Desk], with_example: Callable[[str], Book], audience: str
) -> None:
    for page in all_pages(desk_for(with_example(KEPT), audience)):
        assert "kept.example" not in markdown(page), page.path


def test_a_document_of_another_root_is_not_spoken_of_in_the_main_one(
    desk_for: Callable[..., Desk], with_example: Callable[[str], Book]
) -> None:
    desk = desk_for(with_example(KEPT))
    main, other = Root("", "", "c", frozenset()), Root("private/", "private/", "c", frozenset())
    desk.source = desk.source._replace(roots=(main, other))
    assert "kept.example" in page_of(desk, "harm:fraud")
    desk.source = desk.source._replace(roots=(other, main))
    assert "kept.example" not in page_of(desk, "harm:fraud")


def test_without_an_address_of_the_repository_there_is_no_link(
    desk_for: Callable[..., Desk],
) -> None:
    assert not any("Propose" in markdown(page) for page in document_pages(desk_for()))
