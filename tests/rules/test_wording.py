"""Corners of the rules about wording."""

import pytest

from tests.rules.laid import hits


def after(text: str) -> str:
    return f"kind: playbook\nafter: '{text}'\n"


@pytest.mark.parametrize(
    "text",
    [
        "Tell the National Crime Agency (NCA). The NCA answers.",
        "Tell the NCA (National Crime Agency).",
        "Two reports to the Office of Example (OEX), one by post.",
        "Press `NCA` on the console.",
        'The page says "NCA informed".',
        "Fill in Annex III and case SI 2026/268.",
        "The TAKE IT DOWN Act binds us in the EU and the UK.",
        "P0 and P1 cases, in UTC.",
        "Do NOT wait.",
        "The receipt of CERT-In is enough.",
    ],
)
def test_what_needs_no_explanation(text: str) -> None:
    assert hits("wording/abbreviation", after(text)) == []


@pytest.mark.parametrize(
    "text", ["Tell the NCA.", "The CSAMs were reported.", "Report it (NCMEC only)."]
)
def test_an_abbreviation_without_its_words(text: str) -> None:
    assert len(hits("wording/abbreviation", after(text))) == 1


def test_an_abbreviation_is_reported_once_at_its_first_use() -> None:
    overlay = "kind: playbook\nnever: [Call the NCA]\nafter: The NCA, and the NCA again.\n"
    assert hits("wording/abbreviation", overlay) == [
        "playbook:fraud-ring.never[0]: `NCA` is not written out where it is first used [NCA]"
    ]


def test_an_explanation_that_comes_later_is_late() -> None:
    overlay = "kind: playbook\nnever: [Call the NCA]\nafter: The National Crime Agency (NCA).\n"
    assert len(hits("wording/abbreviation", overlay)) == 1


def test_a_runbook_is_read_in_the_order_of_its_page() -> None:
    overlay = """\
kind: runbook
body: |
  ## Before you start

  Open the case.

  ## Steps

  ### Tell the agency

  Call the National Crime Agency (NCA).

  ## Check

  The NCA has answered.

  ## If it fails

  Call the NCA again.
"""
    assert hits("wording/abbreviation", overlay) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Answer as soon as possible.", "as soon as possible"),
        ("Answer Soon.", "Soon"),
        ("Block several accounts.", "several"),
        ("Tell counsel if appropriate.", "if appropriate"),
        ("Close links, exports etc. too.", "etc"),
    ],
)
def test_a_vague_word_is_pointed_at(text: str, word: str) -> None:
    assert hits("wording/vague-word", after(text)) == [
        f"playbook:fraud-ring.after: `{word}` can mean anything [{word}]"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Answer as soon as the case is open.",
        'The law says "promptly".',
        "Press `Approve several`.",
        "It takes severally liable parties.",
        "The measures were appropriated.",
    ],
)
def test_what_is_not_vague(text: str) -> None:
    assert hits("wording/vague-word", after(text)) == []


def test_words_of_the_law_and_words_to_users_are_left_alone() -> None:
    law = "kind: obligation\nnotes: [Answer promptly and as soon as possible.]\n"
    message = "kind: message\nbody: We answer your notice {case} shortly.\n"
    assert hits("wording/vague-word", law) == []
    assert hits("wording/vague-word", message) == []


def test_a_draft_may_have_holes() -> None:
    assert hits("wording/placeholder-text", "kind: runbook\nsummary: TODO\n")
    assert hits("wording/placeholder-text", "kind: runbook\nstatus: draft\nsummary: TODO\n") == []


def test_sixty_words_are_not_too_many() -> None:
    step = "steps:\n  - {id: one, title: One, role: analyst, takes: 1m, do: '%s'}\n"
    assert hits("wording/long-step", "kind: playbook\n" + step % " ".join(["word"] * 60)) == []
    assert hits("wording/long-step", "kind: playbook\n" + step % " ".join(["word"] * 61))
