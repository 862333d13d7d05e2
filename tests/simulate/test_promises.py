"""Promises of the service level, and what a raised severity does to them."""

import pytest

from tests.simulate.build import NOON, ask, book, played, promise, steps, task, when
from tests.timeline.build import at, calendar
from watchbill.model.types import parse_duration
from watchbill.simulate.limits import Goal
from watchbill.simulate.promises import due_at

HOUR, DAY = 3600, 86400
DUBLIN = calendar("Europe/Dublin", ("mon-fri", "09:00-17:00"), holidays=("2026-12-25",))


def level(targets, starts="case-opened", calendar="always"):
    return f"kind: service-level\nstarts: {starts}\ncalendar: {calendar}\ntargets:\n  {targets}"


def test_acknowledged_is_the_answer_to_the_page_and_never_a_step():
    trace = played(book(steps(task("one", rest="reaches: [contained]"))), silent=["analyst"])
    found = promise(trace, "acknowledged")
    assert (found.met, found.due, found.status, found.slack) == (NOON + 600, NOON + 600, "met", 0)


def test_a_milestone_is_reached_the_first_time_that_a_step_says_so():
    of = book(steps(*(task(id, rest="reaches: [contained]") for id in ("one", "two"))))
    assert promise(played(of), "contained").met == NOON + 720


def test_a_milestone_is_late_only_strictly_after_its_target():
    for target, status, late in (("12m", "met", 0), ("11m", "late", 60)):
        of = book(
            steps(task("one", rest="reaches: [contained]")), level(f"P1: {{contained: {target}}}")
        )
        found = promise(played(of), "contained")
        assert (found.status, found.late) == (status, late)


def test_a_milestone_that_is_not_reached_is_missed_unless_it_is_excused():
    row = ask("q", 'answer: "Yes", excuses: {contained: Nothing to contain}', 'answer: "No"')
    of = book(steps(row), level("P1: {contained: 4h}"))
    assert promise(played(of, answers={"q": "No"}), "contained").status == "missed"
    found = promise(played(of, answers={"q": "Yes"}), "contained")
    assert (found.status, found.reason) == ("excused", "Nothing to contain")


def test_what_is_not_known_yet_is_open():
    of = book(steps(ask("q", 'answer: "Yes"')), level("P1: {contained: 4h, acknowledged: 2m}"))
    trace = played(of)
    assert (promise(trace, "contained").status, trace.late) == ("open", ())
    short = book(steps(ask("q", 'answer: "Yes"')), level("P1: {contained: 11m}"))
    assert promise(played(short), "contained").status == "missed"


def test_without_its_starting_event_nothing_is_promised():
    of = book(steps(task("one"), more="begins: [notice-received]"))
    assert played(of).promises == ()


def test_a_severity_without_a_target_promises_nothing():
    assert played(book(steps(task("one")), level("P0: {contained: 1h}"))).promises == ()


# A raise.

RAISED = steps(
    ask("q", 'answer: "Yes", severity: P0', takes="28m"),
    task("one", "10m", rest="reaches: [contained]"),
)
PATHS = (
    "kind: escalation\npaths:\n  low:\n    title: T\n    decides: analyst\n    levels:\n"
    "      - {after: 0m, page: [analyst]}\n  high:\n    title: T\n    decides: counsel\n    levels:\n"
    "      - {after: 0m, page: [counsel], tell: [analyst]}\n"
    "matrix:\n  - {severity: P0, path: high}\n  - {path: low}"
)


@pytest.mark.parametrize(
    ("before", "after", "due", "severity"),
    [("4h", "1h", 30 + 60, "P0"), ("45m", "1h", 45, "P1"), ("4h", "4h", 240, "P1")],
)
def test_a_raise_starts_a_new_target_and_never_lengthens_the_running_one(
    before, after, due, severity
):
    targets = f"P0: {{contained: {after}}}\n  P1: {{contained: {before}}}"
    found = promise(played(book(RAISED, level(targets)), answers={"q": "Yes"}), "contained")
    assert (found.due, found.severity) == (NOON + due * 60, severity)


def test_a_raise_reads_the_matrix_again_and_pages_its_path_from_that_instant():
    trace = played(book(RAISED, PATHS), answers={"q": "Yes"})
    assert (trace.path, trace.severity, trace.incident.severity) == ("low", "P0", "P1")
    assert [(page.role, (page.at - NOON) / 60) for page in trace.pages] == [
        *(("analyst", 0), ("counsel", 30))
    ]
    assert when(trace, "acknowledged") == [2, 35]
    assert promise(trace, "acknowledged").met == NOON + 120


def test_a_raise_that_stays_on_the_path_pages_nobody_again():
    assert len(played(book(RAISED), answers={"q": "Yes"}).pages) == 1


def test_a_raise_after_a_milestone_does_not_touch_it():
    of = book(
        steps(task("one", rest="reaches: [contained]"), ask("q", 'answer: "Yes", severity: P0')),
        level("P0: {contained: 0s}\n  P1: {contained: 4h}"),
    )
    found = promise(played(of, answers={"q": "Yes"}), "contained")
    assert (found.severity, found.status) == ("P1", "met")


# Targets in the open time of a calendar, by hand.

BY_HAND = [
    ("2026-12-04T16:00", "2h", "2026-12-07T10:00"),
    ("2026-12-04T16:00", "24h", "2026-12-09T16:00"),
    # A working day is from the first open instant to the same time of the next working day.
    ("2026-12-02T12:00", "1bd", "2026-12-03T12:00"),
    ("2026-12-04T12:00", "1bd", "2026-12-07T12:00"),
    ("2026-12-24T12:00", "2bd", "2026-12-29T12:00"),
    # From a Saturday it is Monday, all of it.
    ("2026-12-05T03:00", "1bd", "2026-12-07T17:00"),
    ("2026-12-05T03:00", "5bd", "2026-12-11T17:00"),
    # Days and months run on the office's wall clock.
    ("2027-03-26T12:00", "3d", "2027-03-29T11:00"),
]


@pytest.mark.parametrize(("start", "within", "due"), BY_HAND)
def test_a_target_in_office_time_is_due_as_counted_by_hand(start, within, due):
    assert due_at(Goal(parse_duration(within), DUBLIN), at(start)) == at(due)


def test_days_without_a_calendar_are_twenty_four_hours():
    start = at("2027-03-27T12:00")
    assert due_at(Goal(parse_duration("3d"), None), start) == start + 3 * DAY
    assert due_at(Goal(parse_duration("90m"), None), start) == start + 90 * 60


def test_a_calendar_that_never_opens_promises_nothing():
    never = calendar("UTC", (("holiday",), "09:00-10:00"))
    assert due_at(Goal(parse_duration("2bd"), never), NOON) is None
