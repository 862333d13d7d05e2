"""What is remembered of a run is never wrong in the next: each Bad is found after a clean run too."""

import hashlib
from functools import cache

import pytest

from tests import smallest
from watchbill.finding import Hit
from watchbill.lint import judge
from watchbill.rules import Rule, all_rules
from watchbill.rules.page import parse
from watchbill.verdicts import NO_VERDICTS, Verdicts
from watchbill.where import Place

RULES = all_rules()
Documents = dict[str, dict[str, object]]


class Nowhere:
    """Places every hit by its address."""

    def place(self, hit: Hit) -> Place:
        return Place(str(hit.at))


def judged(documents: Documents, kept: Verdicts) -> tuple[tuple[object, ...], Verdicts]:
    digests = {
        key: hashlib.sha256(repr(one).encode()).hexdigest() for key, one in documents.items()
    }
    found = judge(smallest.book(documents), Nowhere(), RULES, digests, kept)
    return found.findings, found.verdicts


@cache
def clean_run() -> Verdicts:
    findings, verdicts = judged(smallest.data(), NO_VERDICTS)
    assert findings == ()
    return verdicts


def test_a_card_that_stays_the_same_leaves_the_verdicts_of_others_alone() -> None:
    data = smallest.data()
    first = clean_run()
    data["playbook:fraud-ring"]["summary"] = "Another summary that names nothing."
    book = smallest.book(data)
    digests = {key: hashlib.sha256(repr(one).encode()).hexdigest() for key, one in data.items()}
    judge(book, Nowhere(), RULES, digests, first)
    rested = first.resting(["playbook:fraud-ring"])
    cards = first.resting(["playbook:fraud-ring#card", "playbook#ids"])
    assert set(book.reads) == rested
    assert cards - rested


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_fault_is_found_whatever_was_remembered(rule: Rule) -> None:
    bad = smallest.overlaid(parse(rule.doc).bad)
    cold, verdicts = judged(bad, NO_VERDICTS)
    assert judged(bad, clean_run())[0] == cold
    assert judged(smallest.data(), verdicts)[0] == ()
