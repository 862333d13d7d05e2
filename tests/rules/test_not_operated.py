"""What no playbook discharges: who is told of it, and which reason is enough."""

import pytest

from tests import smallest
from watchbill.rules.obligation import discharged_after_all, never_discharged
from watchbill.rules.playbook import obligation_not_discharged

REASON = "not_operated: {because: Counsel does it, decided_by: legal, decided_on: 2026-11-02}"
LONELY = "kind: obligation\nid: lonely-law\n"


def said(example: str, broken: frozenset[str] = frozenset()) -> list[str]:
    book = smallest.book(smallest.overlaid(example))
    book.broken = broken
    rules = (never_discharged, discharged_after_all)
    return [f"{hit.at.document} {hit.message}" for rule in rules for hit in rule.check(book)]


ALONE = "obligation:lonely-law the duty is ours, and no playbook discharges it"
IDLE = "obligation:answer-law the duty is ours, and no playbook discharges it"


@pytest.mark.parametrize(
    ("example", "found"),
    [
        (LONELY, [ALONE]),
        (LONELY + REASON, []),
        (LONELY + "binding: may", []),
        (LONELY + "binding: not-ours", []),
        (LONELY + "status: deprecated", []),
        (LONELY + "applies_if: [not hosting]", []),
        # What only a case decides may happen.
        (LONELY + "applies_if: [eu-linked]", [ALONE]),
        (
            "kind: playbook\nstatus: draft",
            [f"{IDLE}, only `fraud-ring`, which is not active"],
        ),
        ("kind: playbook\nstatus: draft\n---\nkind: obligation\n" + REASON, []),
        (
            "kind: obligation\n" + REASON,
            [
                "obligation:answer-law it says why no playbook discharges it, and `fraud-ring` does",
            ],
        ),
    ],
)
def test_a_duty_is_discharged_or_has_a_reason(example: str, found: list[str]) -> None:
    assert said(example) == found


def test_a_playbook_that_only_lists_a_law_is_told_at_the_playbook() -> None:
    documents = smallest.data()
    for step in documents["playbook:fraud-ring"]["steps"]:
        step.pop("discharges", None)
    book = smallest.book(documents)
    assert list(never_discharged.check(book)) == []
    assert len(list(obligation_not_discharged.check(book))) == 1


def test_nothing_is_said_while_a_playbook_cannot_be_read() -> None:
    assert said(LONELY, frozenset({"playbook:torn"})) == []
