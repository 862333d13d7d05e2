"""A card behind its text is the same card, and nobody reads the text of one that is not asked for."""

from datetime import date

from tests import smallest
from watchbill.model.book import Book
from watchbill.model.card import Cards, card_of, from_text, to_text

DATA = smallest.data()
DATA["harm:fraud"]["silences"] = [
    {"rule": "review/overdue", "reason": "Soon.", "until": "2027-01-01"}
]
CARDS = {
    key: card_of(document, f"{key}.yaml", "restricted")
    for key in DATA
    if (document := smallest.book(DATA).find(key)) is not None
}
TEXTS = {key: to_text(card) for key, card in CARDS.items()}


def test_a_card_is_the_same_behind_its_text_and_the_text_behind_its_card() -> None:
    for key, card in CARDS.items():
        assert from_text(TEXTS[key]) == card
        assert to_text(from_text(TEXTS[key])) == TEXTS[key]
        assert "\n" not in TEXTS[key] and "\t" not in TEXTS[key]


def test_cards_are_the_same_from_texts() -> None:
    cards = Cards(TEXTS)
    assert list(cards) == sorted(CARDS)
    assert len(cards) == len(CARDS)
    assert cards.whole() == CARDS == dict(Cards(CARDS))
    assert cards.find("harm:fraud") == cards["harm:fraud"] == CARDS["harm:fraud"]
    assert cards.find("harm:none") is None and "harm:none" not in cards


def test_a_card_is_read_when_it_is_asked_for_and_no_other() -> None:
    cards = Cards({**TEXTS, "harm:odd": f"{32 * chr(48)}[[],no card"})
    assert cards["harm:fraud"].silences == (("review/overdue", "Soon.", date(2027, 1, 1)),)
    assert list(cards.silenced()) == ["harm:fraud"]
    assert "harm:odd" in cards and cards.state() and cards.state_of("harm:odd")


def test_the_state_of_cards_is_that_of_their_texts_and_changes_with_any() -> None:
    assert Cards(TEXTS).state() == Cards(CARDS).state()
    other = {**CARDS, "harm:fraud": CARDS["harm:fraud"]._replace(title="Other")}
    assert Cards(other).state() != Cards(CARDS).state()
    assert Cards(other).state_of("harm:fraud") != Cards(TEXTS).state_of("harm:fraud")
    assert Cards(other).state_of("team:desk") == Cards(TEXTS).state_of("team:desk") != ""
    assert Cards(TEXTS).state_of("harm:none") == ""


def test_a_book_tells_the_parts_of_its_state_apart() -> None:
    book = Book(CARDS, lambda _: None, broken=frozenset({"harm:lost"}))
    other = Book({key: card for key, card in CARDS.items() if key != "team:desk"}, lambda _: None)
    names = ("harm:fraud#card", "harm#ids", "team#ids", "harm#broken", "team#broken")
    changed = [name for name in names if book.state_of(name) != other.state_of(name)]
    assert changed == ["team#ids", "harm#broken"]
    assert book.state_of("harm:lost#card") == "broken"
    assert other.state_of("harm:lost#card") == other.state_of("team:desk#card") == ""
