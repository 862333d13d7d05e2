"""What a change does to files for other systems: told by file, with what people must set by hand."""

import pytest

from tests.diff.build import books
from watchbill.diff.approvals import needed
from watchbill.diff.change import Change, Direction, How, Weight
from watchbill.exporters import IN_TREE
from watchbill.exporters.effect import FILE, LOSS, effect
from watchbill.exporters.protocol import File, Settings, Wanted

NIGHT_OFF = (
    "kind: schedule\nid: watch\nshifts: [{id: all, region: emea, timezone: Europe/Dublin, "
    'hours: "06:00-24:00", members: [desk-01], from: 2026-11-02}]\n'
)
LATER = (
    "kind: escalation\npaths: {all: {title: All, decides: analyst, "
    "levels: [{after: 0m, page: [analyst]}, {after: %s, page: [analyst]}]}}\n"
)


def told(before: str, after: str) -> list[Change]:
    found = books(before, after)
    return [change for exporter in IN_TREE for change in effect(exporter, found, Settings())]


def test_watches_that_move_are_told_at_the_calendar_that_has_them() -> None:
    (change,) = (one for one in told("", NIGHT_OFF) if one.kind == FILE and one.what == "watch.ics")
    assert (change.how, change.subject) == (How.CHANGED, "export:icalendar")
    assert (change.direction, change.weight) == (Direction.NEUTRAL, Weight.INFO)
    assert " of them new and " in change.after
    assert "first new `DTSTART" in change.example


def test_what_another_system_cannot_be_told_is_for_people_to_set() -> None:
    lost = [one for one in told(LATER % "5m", LATER % "6m") if one.kind == LOSS]
    assert [(one.how, one.direction, one.weight) for one in lost] == [
        (How.CHANGED, Direction.NEUTRAL, Weight.MINOR)
    ]
    assert "after 5m" in lost[0].before and "after 6m" in lost[0].after


def test_what_changes_no_file_is_not_told() -> None:
    assert told("", "") == []
    assert told("", "kind: harm\ndefinition: Others.\n") == []


class Target:
    """A target whose files a test names."""

    NAME, WHAT = "target", "a target"

    def __init__(self, *wanted: Wanted) -> None:
        self._wanted = iter(wanted)

    def wanted(self, *_: object) -> Wanted:
        return next(self._wanted)


@pytest.mark.parametrize(
    ("old", "new", "how", "words"),
    [
        ("", "a\nb\n", How.ADDED, "2 lines, 2 of them new and 0 gone"),
        ("a\nb\n", "", How.REMOVED, ""),
        ("a\nb\n", "b\na\n", How.CHANGED, "2 lines, 0 of them new and 0 gone"),
        ("a\n", "a\n\x1b[31m\n", How.CHANGED, "2 lines, 1 of them new and 0 gone"),
    ],
)
def test_a_file_that_comes_goes_or_differs(old: str, new: str, how: How, words: str) -> None:
    states = [Wanted((File("f", text),) if text else (), ()) for text in (old, new)]
    (change,) = effect(Target(*states), books("", ""), Settings())
    assert (change.how, change.after) == (how, words)
    assert "\x1b" not in change.example


def test_a_consequence_needs_no_approval_of_its_own() -> None:
    assert needed(books("", NIGHT_OFF), told("", NIGHT_OFF)).teams == {}
