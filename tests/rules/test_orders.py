"""What begins with no verb, and what orders several things at once."""

import pytest

from tests import smallest
from watchbill.rules.wording import several_actions, verb_first
from watchbill.rules.wording._orders import further, no_order


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Block the accounts", ""),
        ("Blocking the accounts", "Blocking"),
        ("Bring the roles in", ""),
        ("The accounts", "The"),
        ("Notification of the authority", "Notification"),
        ("Mention the case", ""),
        ("Question the reporter", ""),
        ("Removed from the gallery", "Removed"),
        ("Proceed to the bridge", ""),
        ("Accounts of the ring", "Accounts"),
        ("Sends the reply", "Sends"),
        ("Discuss it", ""),
        ("Focus on the payee", ""),
        ("Never delete", "Never"),
        ("If it is late", "If"),
        ("*Decide*: yes or no", ""),
        ("Put it out", ""),
        ("Use the form", ""),
        ("Then look for the other clocks", ""),
        ("See the case", ""),
        ("2 people look", ""),
        ("", ""),
    ],
)
def test_what_is_no_verb_is_told_and_what_may_be_one_passes(title: str, word: str) -> None:
    assert no_order(title) == word


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("Block the accounts", ()),
        ("Block the accounts and tell the bank", ("tell",)),
        ("Check the clocks, write the log, close", ("write", "close")),
        ("Read it, and then send it", ("send",)),
        ("Block it; call the bank", ("call",)),
        # One thing of two sides, and nouns.
        ("Remove or disable the content", ()),
        ("Check reports and care", ()),
        ("Block the account, the card and the phone", ()),
    ],
)
def test_orders_behind_the_first_are_told(title: str, more: tuple[str, ...]) -> None:
    assert further(title) == more


def test_the_steps_of_a_runbook_are_orders_too() -> None:
    documents = smallest.data()
    body = documents["runbook:block-account"]["body"]
    body["steps"][0]["title"] = "Opening of the console and block"
    (hit,) = verb_first.check(smallest.book(documents))
    assert (hit.at.document, hit.at.path) == (
        "runbook:block-account",
        ("body", "steps", 0, "title"),
    )
    body["steps"][0]["title"] = "Open the console and block"
    (hit,) = several_actions.check(smallest.book(documents))
    assert hit.message.startswith("it orders 2 things")


def test_a_question_and_a_wait_are_no_orders() -> None:
    documents = smallest.data()
    steps = documents["playbook:fraud-ring"]["steps"]
    steps[0]["ask"] = "The accounts are linked?"
    steps.insert(1, {"id": "hold", "wait": "case-opened", "title": "The bank"})
    assert list(verb_first.check(smallest.book(documents))) == []
