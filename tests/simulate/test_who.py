"""Who answers at an instant, and which row of the matrix says so."""

import pytest

from tests.simulate.build import NOON, book, watch
from tests.timeline.build import at
from watchbill.simulate.matrix import Case, choose
from watchbill.simulate.who import who

ROWS = (
    "kind: escalation\npaths:\n"
    + "".join(
        f"  {name}:\n    title: T\n    decides: analyst\n"
        "    levels: [{after: 0m, page: [analyst], tell: [counsel]}]\n"
        for name in ("by-playbook", "by-harm", "by-severity", "in-hours", "rest")
    )
    + "matrix:\n"
    "  - {playbook: fraud-ring, severity: P0, path: by-playbook}\n"
    "  - {harm: [fraud], severity: [P0, P1], path: by-harm}\n"
    "  - {severity: P1, path: by-severity}\n"
    "  - {region: emea, hours: office, path: in-hours}\n"
    "  - {path: rest}\n"
)


@pytest.mark.parametrize(
    ("case", "instant", "path"),
    [
        (Case("fraud-ring", "fraud", "P0"), "2026-12-02T12:00", "by-playbook"),
        (Case("", "fraud", "P0"), "2026-12-02T12:00", "by-harm"),
        (Case("", "", "P1"), "2026-12-02T12:00", "by-severity"),
        (Case("", "", "P2", "emea"), "2026-12-02T12:00", "in-hours"),
        (Case("", "", "P2", "emea"), "2026-12-02T08:59", "rest"),
        (Case("", "", "P2", "emea"), "2026-12-02T17:00", "rest"),
        (Case("", "", "P2", "emea"), "2026-12-25T12:00", "rest"),
        (Case("", "", "P2"), "2026-12-02T12:00", "rest"),
    ],
)
def test_the_first_row_that_fits_from_the_top_wins(case, instant, path):
    assert choose(book(ROWS), case, at(instant)).name == path


def test_where_no_row_fits_nobody_answers():
    of = book(ROWS.replace("  - {path: rest}\n", ""))
    assert choose(of, Case("", "", "P2"), NOON) is None
    assert who(of, Case("", "", "P2"), NOON) is None


def test_a_case_is_completed_from_its_playbook_its_harm_or_the_worst_severity():
    of = book(ROWS)
    assert who(of, Case("fraud-ring"), NOON).case == Case("fraud-ring", "fraud", "P1")
    assert who(of, Case("", "fraud"), NOON).case == Case("", "fraud", "P1")
    assert who(of, Case(), NOON).case.severity == "P0"


def test_each_role_has_its_member_its_answer_time_and_the_next_handover():
    of = book(watch("watch", ("06:00-13:00", "a"), ("12:30-20:00", "b")))
    (level, *_) = who(of, Case("fraud-ring"), NOON).levels
    (one,) = level.page
    assert (one.open, one.member, one.shift, one.answers) == (True, "a", "s0", 120)
    assert (one.until, one.next_member) == (NOON + 1800, "b")


def test_a_closed_role_says_from_when_somebody_is_there():
    of = book(watch("watch", ("13:00-20:00", "a")))
    (one,) = who(of, Case("fraud-ring"), NOON).levels[0].page
    assert (one.open, one.member) == (False, "")
    assert (one.next_member, one.next_at) == ("a", NOON + 3600)


def test_a_week_long_watch_is_looked_at_to_its_end():
    (one,) = who(book(), Case("fraud-ring"), NOON).levels[0].page
    assert (one.member, one.until, one.next_member) == (
        "desk-01",
        at("2026-12-07T00:00"),
        "desk-02",
    )


def test_a_watch_of_one_member_has_no_end():
    (one,) = who(book(), Case("fraud-ring"), NOON).levels[1].page
    assert (one.member, one.until, one.next_at) == ("legal-01", None, None)


def test_a_group_without_hours_is_named_as_a_group():
    of = book(
        "kind: organization\nroles:\n"
        "  - {id: analyst, title: A, what: W., staffed_by: desk}\n"
        "  - {id: counsel, title: C, what: W., staffed_by: vendor-one}\n"
    )
    one, two = (level.page[0] for level in who(of, Case("fraud-ring"), NOON).levels)
    assert (one.open, one.group, one.answers) == (True, "team:desk", 900)
    assert (two.open, two.group, two.answers) == (True, "vendor:vendor-one", 900)
