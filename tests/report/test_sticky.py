"""The comment over its life: the newest report, the verdict before it, and one line when all is resolved."""

import pytest

from watchbill.errors import CannotRun
from watchbill.report.changes_markdown import MARK, could_not
from watchbill.report.sticky import renewed

ONE, TWO = "1" * 40, "2" * 40


def report(verdict: str = "1 commitment weakened · 2 approvals needed") -> str:
    return f"{MARK}\n### watchbill: {verdict}\n\nwords\n"


NOTHING = report("nothing changed in meaning")


def said(text: str | None) -> str:
    assert text is not None
    return text


def test_a_first_report_is_the_comment_with_its_pull_request_and_commit() -> None:
    mark = f"<!-- watchbill:report v1 pr=7 head={ONE} -->"
    assert renewed(report(), None, 7, ONE) == report().replace(MARK, mark)
    assert renewed(NOTHING, None, 7, ONE) is None


def test_where_the_pages_can_be_seen_stands_before_the_foot_of_a_comparison() -> None:
    whole = f"{report().rstrip()}\n\n<sub>watchbill 0.1.0</sub>\n"
    lines = said(renewed(whole, None, 7, ONE, "**Preview** here")).splitlines()
    assert lines[-4:] == ["", "**Preview** here", "", "<sub>watchbill 0.1.0</sub>"]
    assert "Preview" not in said(renewed(could_not("why"), None, 7, ONE, "**Preview** here"))


def test_the_verdict_on_the_commit_before_stays_as_one_line() -> None:
    first = said(renewed(report(), None, 7, ONE))
    second = said(renewed(report("3 strengthened"), first, 7, TWO))
    line = f"<sub>before, at {ONE[:12]}: 1 commitment weakened · 2 approvals needed</sub>"
    assert second.splitlines()[-1] == line
    again = said(renewed(report("all have agreed"), second, 7, TWO))
    assert again.splitlines()[-1] == line
    third = said(renewed(report("x"), again, 7, "3" * 40))
    assert third.splitlines()[-1] == f"<sub>before, at {TWO[:12]}: all have agreed</sub>"
    assert third.count("before, at") == 1


def test_where_nothing_is_left_it_is_one_line_that_says_what_was() -> None:
    first = said(renewed(report(), None, 7, ONE))
    second = said(renewed(NOTHING, first, 7, TWO))
    assert second.splitlines()[1:] == [
        f"**watchbill:** nothing changed in meaning; resolved in {TWO[:12]}.",
        "",
        f"<sub>before, at {ONE[:12]}: 1 commitment weakened · 2 approvals needed</sub>",
    ]
    assert renewed(NOTHING, second, 7, TWO) == second
    third = said(renewed(report("x"), second, 7, "3" * 40))
    assert "nothing changed in meaning; resolved in 222222222222</sub>" in third


def test_what_could_not_be_compared_replaces_it_and_is_remembered() -> None:
    first = said(renewed(report(), None, 7, ONE))
    second = said(renewed(could_not("the clone is shallow"), first, 7, TWO))
    assert second.splitlines()[1] == "### watchbill: COULD NOT COMPARE"
    assert "nothing" not in second
    assert "COULD NOT COMPARE</sub>" in said(renewed(report(), second, 7, "3" * 40))


@pytest.mark.parametrize(
    "before",
    [
        "",
        "words",
        f"{MARK}\n### watchbill: no commit in the mark",
        f"<!-- watchbill:report v1 pr=7 head={ONE} -->",
        f"<!-- watchbill:report v1 pr=7 head={ONE} -->\n### watchbill: <b>@everyone</b>",
        f"<!-- watchbill:report v1 pr=7 head={ONE} -->\n### watchbill: {'x' * 300}",
        f"<!-- watchbill:report v1 pr=7 head={ONE} -->\nother words",
    ],
)
def test_what_is_no_verdict_of_ours_is_not_told_again(before: str) -> None:
    assert "before, at" not in said(renewed(report(), before, 7, TWO))


@pytest.mark.parametrize("text", ["", "x", MARK, f"{MARK}\nx", f" {report()}"])
def test_what_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(CannotRun, match="no report"):
        renewed(text, None, 7, ONE)
