"""The figures of a book: of each law the tightest clock, and of each playbook its scenarios."""

import pytest

from tests import smallest
from watchbill.report.stats.figures import proven, scenarios
from watchbill.simulate.proof.summary import Row, Summary
from watchbill.simulate.proof.when import FAR
from watchbill.simulate.scenario import Run


def row(id: str, slack: int, kind: str = "law") -> Row:
    return Row(kind, id, "6h", "", "", slack, 0, 1, 1, "main", (), 0, "", "", "", ())


def summary(*rows: Row, too_many: bool = False) -> Summary:
    return Summary("any", "Any", 0, 60, rows, too_many, "2026f")


LONG = [
    ("a", summary(row("law", 50))),
    ("b", summary(row("law", 40))),
    ("c", summary(row("law", 60))),
]


@pytest.mark.parametrize("found", [LONG, LONG[::-1]])
def test_of_each_law_the_playbook_that_leaves_it_least_is_told(
    found: list[tuple[str, Summary]],
) -> None:
    assert [(one.playbook, one.row.slack) for one in proven(found).clocks] == [("b", 40)]


def test_the_tightest_law_comes_first_and_what_is_never_met_before_all() -> None:
    rows = summary(row("x", 5), row("y", -3), row("z", -FAR), row("our-limit", -9, kind="guard"))
    assert [one.row.id for one in proven([("a", rows)]).clocks] == ["z", "y", "x"]


def test_a_playbook_without_a_proof_is_named() -> None:
    found = proven([("a", None), ("b", summary(row("x", 5), too_many=True)), ("c", summary())])
    assert (found.clocks, found.unproven) == ((), ("a", "b"))


def test_a_scenario_that_could_not_be_played_counts_for_no_playbook() -> None:
    played = [Run("night", "", None, (), "it says no instant")]
    assert [tuple(one) for one in scenarios(smallest.book(), played)] == [("fraud-ring", 0, 0)]
