"""A sealed card is the same card, and nobody reads one that is not asked for."""

from datetime import date

from tests import smallest
from watchbill.model.book import Book
from watchbill.model.card import Cards, Sealed, card_of, seal

DATA = smallest.data()
DATA["harm:fraud"]["silences"] = [
    {"rule": "review/overdue", "reason": "Soon.", "until": "2027-01-01"}
]
CARDS = {
    key: card_of(document, f"{key}.yaml", "restricted")
    for key in DATA
    if (document := smallest.book(DATA).find(key)) is not None
}
SEALED = {key: seal(card) for key, card in CARDS.items()}


def test_a_card_that_was_sealed_is_the_same_card() -> None:
    for key, card in CARDS.items():
        assert SEALED[key].card() == card
        assert seal(SEALED[key].card()) == SEALED[key]
        assert SEALED[key]._replace(text=memoryview(SEALED[key].text)).card() == card


def test_cards_are_the_same_from_sealed_ones() -> None:
    cards = Cards(SEALED)
    assert list(cards) == sorted(CARDS)
    assert len(cards) == len(CARDS)
    assert cards.whole() == CARDS == dict(Cards(CARDS))
    assert cards.find("harm:fraud") == cards["harm:fraud"] == CARDS["harm:fraud"]
    assert cards.find("harm:none") is None and "harm:none" not in cards


def test_a_card_is_read_when_it_is_asked_for_and_no_other() -> None:
    cards = Cards({**SEALED, "harm:odd": Sealed("1", False, b"no card")})
    assert cards["harm:fraud"].silences == (("review/overdue", "Soon.", date(2027, 1, 1)),)
    assert list(cards.silenced()) == ["harm:fraud"]
    assert "harm:odd" in cards and cards.state() and cards.state_of("harm:odd") == "1"


def test_a_card_that_was_read_is_not_sealed_again_for_its_state() -> None:
    cards = Cards({"harm:fraud": SEALED["harm:fraud"]._replace(state="as it was")})
    before = cards.state()
    assert cards["harm:fraud"] == CARDS["harm:fraud"]
    assert cards.state_of("harm:fraud") == "as it was" and cards.state() == before
    assert Cards(CARDS, {"harm:fraud": "as it was"}).state_of("harm:fraud") == "as it was"


def test_the_state_of_cards_is_the_same_sealed_and_changes_with_any() -> None:
    assert Cards(SEALED).state() == Cards(CARDS).state()
    other = {**CARDS, "harm:fraud": CARDS["harm:fraud"]._replace(title="Other")}
    assert Cards(other).state() != Cards(CARDS).state()
    assert Cards(other).state_of("harm:fraud") != Cards(SEALED).state_of("harm:fraud")
    assert Cards(other).state_of("team:desk") == Cards(SEALED).state_of("team:desk") != ""
    assert Cards(SEALED).state_of("harm:none") == ""


def test_a_book_tells_the_parts_of_its_state_apart() -> None:
    book = Book(CARDS, lambda _: None, broken=frozenset({"harm:lost"}))
    other = Book({key: card for key, card in CARDS.items() if key != "team:desk"}, lambda _: None)
    names = ("harm:fraud#card", "harm#ids", "team#ids", "harm#broken", "team#broken")
    changed = [name for name in names if book.state_of(name) != other.state_of(name)]
    assert changed == ["team#ids", "harm#broken"]
    assert book.state_of("harm:lost#card") == "broken"
    assert other.state_of("harm:lost#card") == other.state_of("team:desk#card") == ""
