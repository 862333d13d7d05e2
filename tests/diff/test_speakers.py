"""Who speaks for a team may not be changed by whoever wants to speak for it."""

import pytest

from tests.diff.build import books
from watchbill.diff.approvals import needed
from watchbill.diff.speakers import Table, speakers

BEFORE: Table = {"legal": ("cy", "dee"), "desk": ("ana",)}


def wanted(after: Table, before: Table = BEFORE) -> list[str]:
    pair = books("", "")
    return list(needed(pair, speakers(pair, before, after)).teams)


@pytest.mark.parametrize(
    ("after", "teams"),
    [
        (BEFORE, []),
        ({"legal": ("Dee", "CY", "cy"), "desk": ("ana",)}, []),
        ({**BEFORE, "stranger": ("mallory",)}, []),
        ({**BEFORE, "desk": ("mallory",)}, ["desk", "legal"]),
        ({**BEFORE, "desk": ("ana", "mallory")}, ["desk", "legal"]),
        ({**BEFORE, "legal": ("mallory",)}, ["legal"]),
        ({"desk": ("ana",)}, ["legal"]),
        ({}, ["desk", "legal"]),
    ],
)
def test_those_who_spoke_for_it_and_those_who_guard_the_policy_agree(
    after: Table, teams: list[str]
) -> None:
    assert wanted(after) == teams


def test_for_whom_nobody_spoke_those_agree_who_guard_the_policy() -> None:
    assert wanted(BEFORE, {"legal": ("cy",)}) == ["legal"]
    (change,) = speakers(books("", ""), {"legal": ("cy", "dee")}, BEFORE)
    assert (change.subject, change.before, change.after) == ("team:desk", "nobody", "ana")
