"""A notice under secrecy, and an erasure beside a duty to keep: on which way, and what settles it."""

import pytest

from tests import smallest
from tests.rules.laid import hits
from watchbill.rules.obligation.notice_under_secrecy import check

LAW = "kind: obligation\nsecrecy: The user must not be told."
TELLS = "---\nkind: message\ntells_user: true\n"
SECRET = "\nsecret_if: [eu-linked]\n"
ASKED = """\
---
kind: playbook
steps:
  - id: secret
    ask: Is a person in the Union concerned?
    role: analyst
    takes: 5m
    answers:
      - {answer: "Yes", means: [eu-linked]}
      - {answer: "No", means: [not eu-linked]}
  - id: answer
    title: Answer the notice
    role: analyst
    takes: 15m
    messages: [notice]
    discharges: [answer-law]
    reaches: [contained, resolved]
"""
ONLY_IF = ASKED.replace("    messages:", "    only_if: [not eu-linked]\n    messages:")
ONLY_SECRET = ASKED.replace("    messages:", "    only_if: [eu-linked]\n    messages:")
# Nobody asked before: that the step is done says it.
UNASKED = ONLY_IF.replace("    ask: Is a person in the Union concerned?\n", "    title: Look\n")
UNASKED = UNASKED.replace(
    UNASKED[UNASKED.index("    answers:") : UNASKED.index("  - id: answer")], ""
)


@pytest.mark.parametrize(
    ("overlay", "number"),
    [
        (f"{LAW}{SECRET}{TELLS}{UNASKED}", 0),
        (f"{LAW}{SECRET}{TELLS}{UNASKED.replace('not eu-linked', 'eu-linked')}", 1),
        (f"{LAW}\n{TELLS}", 1),
        # A message that tells somebody else, and a law that forbids nothing.
        (LAW, 0),
        (f"kind: obligation\ntitle: A law\n{TELLS}", 0),
        # Secrecy that no fact decides, or one that the playbook does not ask for.
        (f"{LAW}{SECRET}{TELLS}", 1),
        (f"{LAW}{SECRET}{TELLS}{ASKED}", 1),
        (f"{LAW}{SECRET}{TELLS}{ONLY_IF}", 0),
        (f"{LAW}{SECRET}{TELLS}{ONLY_SECRET}", 1),
        (f"{LAW}\n{TELLS}{ONLY_IF}", 1),
        # A fact of the organisation rules the secrecy, or the law, out.
        (f"{LAW}\nsecret_if: [not hosting]\n{TELLS}", 0),
        (f"{LAW}\napplies_if: [not hosting]\n{TELLS}", 0),
        # Its clock has not begun.
        (f"{LAW}\n{TELLS}---\nkind: playbook\nbegins: [case-opened]\n", 0),
    ],
)
def test_a_notice_under_secrecy_is_told(overlay: str, number: int) -> None:
    assert len(hits("obligation/notice-under-secrecy", overlay)) == number


def test_the_way_and_what_lets_it_out_are_said() -> None:
    book = smallest.book(smallest.overlaid(f"{LAW}{SECRET}{TELLS}{ASKED}"))
    (hit,) = check(book)
    assert hit.at.path == ("steps", 1, "messages", 0)
    assert hit.message == (
        '`notice` tells the user, and `answer-law` may forbid it on the path secret "Yes"'
    )
    assert hit.mend == "ask first; an answer that means the contrary of `eu-linked` lets it go out"


KEEP = "kind: obligation\nid: keep-law\nwithout: [due]\nkeep: "
ERASE = "\n---\nkind: obligation\nid: erase-law\nerases: true\ndue: 30d\n"
LISTED = "---\nkind: playbook\nobligations: [answer-law, keep-law, erase-law]\n"


@pytest.mark.parametrize(
    ("overlay", "number"),
    [
        (KEEP + "31d" + ERASE + LISTED, 1),
        (KEEP + "30d" + ERASE + LISTED, 0),
        (KEEP + "31d" + ERASE + "yields_to: [keep-law]\n" + LISTED, 0),
        (KEEP + "31d" + ERASE.replace("erases: true\n", "") + LISTED, 0),
        (KEEP + "31d" + ERASE + "applies_if: [not hosting]\n" + LISTED, 0),
        (KEEP + "31d\napplies_if: [not hosting]" + ERASE + LISTED, 0),
        (KEEP + "31d" + ERASE, 0),
    ],
)
def test_an_erasure_gives_way_to_a_longer_duty_to_keep(overlay: str, number: int) -> None:
    found = hits("obligation/keep-above-erasure", overlay)
    assert len(found) == number
    assert all("erases within 30d what `keep-law` orders to keep for 31d" in one for one in found)
