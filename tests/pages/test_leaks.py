import pytest

from tests import smallest
from watchbill.model.book import Book
from watchbill.pages.edition import edition
from watchbill.pages.leaks import leaks, secrets


@pytest.mark.parametrize(
    "words",
    [
        "Zebra canary in a title of its own",
        "so: Zebra canary inside a fence of prose.",
        "Zebra canary as a hidden question?",
        "Zebra canary as another hidden answer",
        "Zebra canary as a path of a hidden harm",
        "href=../../runbooks/sealed-canary-book/",
        "#step-secret-canary-ask",
    ],
)
def test_whatever_is_hidden_is_found_where_it_shows(canaries: Book, words: str) -> None:
    hidden = secrets(canaries, edition(canaries, "internal"))
    assert leaks([("page.html", f"Some text, {words} and more.")], hidden)


def test_what_the_edition_shows_is_no_leak(canaries: Book) -> None:
    part = edition(canaries, "internal")
    hidden = secrets(canaries, part)
    shown = "A trained colleague decides. Block the accounts. block-account Answer to a notice"
    assert leaks([("page.html", shown)], hidden) == []


def test_an_edition_that_hides_nothing_has_no_secrets(canaries: Book) -> None:
    assert secrets(canaries, edition(canaries, "restricted")) == frozenset()


def test_the_name_of_the_reader_is_no_secret_to_the_reader() -> None:
    book = smallest.book()
    assert "vendor-one" in secrets(book, edition(book, "vendor"))
    assert "vendor-one" not in secrets(book, edition(book, "vendor", "vendor-one"))
