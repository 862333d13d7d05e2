"""What a rule goes through is known without a book: so a rule with nothing to say is never imported."""

import pytest

from tests import smallest
from tests.support import ROOT
from watchbill.load.library import load
from watchbill.model.book import Book
from watchbill.rules import Rule, all_rules, from_rows, sight, to_rows
from watchbill.rules.page import parse

RULES = all_rules()
SHIPPED = load([str(ROOT)], now=smallest.NOW, cached=False)


def seen(rule: Rule, book: Book) -> tuple[str, ...]:
    book.wide = False
    book.asked.clear()
    book.aside.clear()
    list(rule.check(book))
    return () if book.wide else tuple(sorted(book.asked))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_goes_through_the_same_kinds_in_every_book(rule: Rule) -> None:
    page = parse(rule.doc)
    for text in (page.bad, page.good):
        assert seen(rule, smallest.book(smallest.overlaid(text))) == rule.sight
    assert seen(rule, SHIPPED.book) == rule.sight


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_a_rule_reads_for_a_document_it_reads_while_it_has_that_one_in_hand(
    rule: Rule,
) -> None:
    for text in (parse(rule.doc).bad, parse(rule.doc).good):
        book = smallest.book(smallest.overlaid(text))
        seen(rule, book)
        assert not rule.sight or not book.aside


def test_rules_behind_their_rows_are_the_same_rules() -> None:
    for again, rule in zip(from_rows(to_rows(RULES)), RULES, strict=True):
        assert (again.id, again.level, again.clock) == (rule.id, rule.level, rule.clock)
        assert again.sight == rule.sight
        bad = smallest.overlaid(parse(rule.doc).bad)
        assert list(again.check(smallest.book(bad))) == list(rule.check(smallest.book(bad)))


def test_a_rule_that_goes_through_nothing_or_speaks_without_looking_is_always_asked() -> None:
    assert sight(lambda _: iter(())) is None
    assert sight(lambda book: iter(book.ids("harm"))) is None  # type: ignore[arg-type]
