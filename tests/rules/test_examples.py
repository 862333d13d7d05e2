"""Every rule's page is its test: it fires on its Bad, and not on its Good."""

import pytest

from tests import smallest
from watchbill.rules import Rule, all_rules
from watchbill.rules.page import parse

RULES = all_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_bad_and_on_nothing_else(rule: Rule) -> None:
    page = parse(rule.doc)
    hits = list(rule.check(smallest.book(smallest.overlaid(page.bad))))
    assert hits, "the rule does not fire on its own Bad"
    for hit in hits:
        assert hit.message and not hit.message.endswith("."), hit.message


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_silent_on_its_good(rule: Rule) -> None:
    page = parse(rule.doc)
    assert list(rule.check(smallest.book(smallest.overlaid(page.good)))) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_other_rule_fires_on_a_good(rule: Rule) -> None:
    book = smallest.book(smallest.overlaid(parse(rule.doc).good))
    loud = {other.id: list(other.check(book)) for other in RULES}
    assert {id: hits for id, hits in loud.items() if hits} == {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_named_as_its_file_and_has_a_whole_page(rule: Rule) -> None:
    assert rule.check.__module__ == "watchbill.rules." + rule.id.replace("/", ".").replace("-", "_")
    page = parse(rule.doc)
    assert page.law.endswith(".") and page.why


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_looks_at_single_documents_or_at_the_whole_book_never_at_both(rule: Rule) -> None:
    book = smallest.book()
    book.wide = False
    list(rule.check(book))
    assert not (book.wide and book.reads), (
        "what `each` yields is judged once and remembered; `cards` and `now` are not"
    )


def test_the_smallest_book_has_no_faults() -> None:
    book = smallest.book()
    loud = {rule.id: list(rule.check(book)) for rule in RULES}
    assert {id: hits for id, hits in loud.items() if hits} == {}
