"""What an auditor of one document must see: a table over the smallest book."""

import pytest

import smallest
from watchbill.diff.concerned import concerned

STAFF = {"schedule:watch", "schedule:legal-watch", "calendar:office"}
GROUND = {"escalation:matrix", "facts:facts", "organization:org", "severity:ladder"}
RESTS = {
    "harm:fraud",
    "message:notice",
    "runbook:block-account",
    "service-level:promise",
    *STAFF,
    *GROUND,
}
PLAYBOOK, TRIALS = ("playbook:fraud-ring",), ("drill:fire-drill", "scenario:night")


@pytest.mark.parametrize(
    ("subject", "playbooks", "rests", "trials"),
    [
        ("obligation:answer-law", PLAYBOOK, RESTS | {"guard-bands:bands"}, TRIALS),
        (
            "playbook:fraud-ring",
            PLAYBOOK,
            RESTS | {"guard-bands:bands", "obligation:answer-law"},
            TRIALS,
        ),
        (
            "runbook:block-account",
            PLAYBOOK,
            (RESTS | {"guard-bands:bands", "obligation:answer-law"}) - {"runbook:block-account"},
            TRIALS,
        ),
        (
            "schedule:watch",
            PLAYBOOK,
            (RESTS | {"guard-bands:bands", "obligation:answer-law"}) - {"schedule:watch"},
            TRIALS,
        ),
        (
            "scenario:night",
            PLAYBOOK,
            RESTS | {"guard-bands:bands", "obligation:answer-law"},
            TRIALS,
        ),
        ("vendor:vendor-one", (), set(), ()),
        ("obligation:none", (), set(), ()),
    ],
)
def test_what_is_concerned(
    subject: str, playbooks: tuple[str, ...], rests: set[str], trials: tuple[str, ...]
) -> None:
    found = concerned(smallest.book(), [subject])
    assert found.playbooks == playbooks
    assert set(found.rests) == rests
    assert found.trials == trials


def test_what_only_owns_or_is_named_beside_is_not_concerned() -> None:
    found = concerned(smallest.book(), ["obligation:answer-law"])
    assert not {"partner:legal", "team:desk", "approvals:agreed"} & set(found.keys)


def test_who_only_speaks_of_it_does_not_act_on_it() -> None:
    documents = smallest.overlaid(
        "kind: playbook\nid: other\nobligations: []\nsummary: Not for [[obligation:answer-law]].\nsteps:\n"
        "  - {id: end, title: End, role: analyst, takes: 5m, done_when: It is over., reaches: [contained, resolved]}\n"
        "---\nkind: scenario\nid: idle\nsummary: Unlike [[playbook:fraud-ring]].\n"
        "given: {harm: fraud, severity: P1, region: emea, instant: 2026-12-25T03:10:00+00:00}\n"
        "expect: {path: desk-first}"
    )
    found = concerned(smallest.book(documents), ["obligation:answer-law"])
    assert (found.playbooks, found.trials) == (PLAYBOOK, TRIALS)


def test_only_the_rows_that_may_be_the_first_to_fit_page_anybody() -> None:
    documents = smallest.overlaid(
        "kind: escalation\npaths:\n"
        "  mine: {title: Mine, decides: analyst, levels: [{after: 0m, page: [analyst]}]}\n"
        "  theirs: {title: Theirs, decides: counsel, levels: [{after: 0m, page: [counsel]}]}\n"
        "matrix:\n  - {harm: fraud, severity: P0, path: mine}\n  - {playbook: fraud-ring, path: mine}\n"
        "  - {path: theirs}"
    )
    found = concerned(smallest.book(documents), ["playbook:fraud-ring"])
    assert "schedule:watch" in found.rests and "schedule:legal-watch" not in found.rests
    documents["escalation:matrix"]["matrix"][1]["severity"] = "P1"
    found = concerned(smallest.book(documents), ["playbook:fraud-ring"])
    assert "schedule:legal-watch" in found.rests


def test_what_belongs_beside_a_runbook_is_not_rested_on_and_what_its_prose_leads_to_is() -> None:
    documents = smallest.overlaid(
        "kind: runbook\nid: beside\n---\nkind: runbook\nid: further\n---\nkind: runbook\n"
        "related: ['runbook:beside']\nsummary: Then [[runbook:further]]."
    )
    found = concerned(smallest.book(documents), ["obligation:answer-law"])
    assert "runbook:further" in found.rests and "runbook:beside" not in found.rests


def test_a_playbook_that_the_law_does_not_name_is_not_concerned() -> None:
    documents = smallest.overlaid(
        "kind: playbook\nid: other\nobligations: []\nsteps:\n"
        "  - {id: end, title: End, role: analyst, takes: 5m, done_when: It is over., reaches: [contained, resolved]}"
    )
    found = concerned(smallest.book(documents), ["obligation:answer-law"])
    assert found.playbooks == PLAYBOOK
