"""The scenarios that ship with the book: what they cover, and at which hours."""

from collections import Counter
from datetime import UTC, datetime
from functools import cache

import pytest

from tests.support import ROOT
from watchbill.load.library import load
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.model.scenario import Scenario
from watchbill.simulate.scenario import Run, runs
from watchbill.simulate.touched import shares
from watchbill.timeline.zones import changes


@cache
def shipped() -> Book:
    return load([str(ROOT)], cached=False).book


@cache
def everything() -> tuple[Run, ...]:
    return tuple(run for one in shipped().all(Scenario) for run in runs(shipped(), one))


PLAYBOOKS = [path.stem for path in sorted((ROOT / "playbooks" / "incidents").glob("*/*.yaml"))]


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_every_step_answer_and_duty_of_a_playbook_is_touched(playbook):
    traces = [run.trace for run in everything() if run.trace]
    found = [one for one in shares(shipped(), traces, [playbook]) if one.of == playbook]
    assert {one.what: one.missing for one in found} == {
        "steps": (),
        "answers": (),
        "duties": (),
    }


def test_every_row_of_the_matrix_is_touched():
    traces = [run.trace for run in everything() if run.trace]
    assert not next(one for one in shares(shipped(), traces) if one.what == "rows").missing


def test_no_shipped_case_stands_still():
    assert [run.name for run in everything() if run.refused or run.trace.halts] == []


def instants(playbook):
    return [
        run.trace.incident.at for run in everything() if run.trace.incident.playbook == playbook
    ]


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_a_playbook_is_tried_three_times_and_in_the_thin_hours(playbook):
    assert shipped().get(Playbook, playbook).default_severity in ("P0", "P1", "P2", "P3")
    scenarios = Counter(one.given.playbook for one in shipped().all(Scenario))
    assert scenarios[playbook] >= 3
    found = [datetime.fromtimestamp(at, UTC) for at in instants(playbook)]
    days = {(moment.month, moment.day) for moment in found}
    assert any(moment.hour in (23, 0, 1, 2, 3, 4) for moment in found), "no night"
    assert any(moment.weekday() > 4 for moment in found) or {(12, 25), (1, 1)} & days, "no weekend"
    assert any(
        handed_over(run) for run in everything() if run.trace.incident.playbook == playbook
    ), "no handover minute"
    assert any(near_a_change(at) for at in instants(playbook)), "no clock change"


def handed_over(run):
    """Whether a watch of a role that is paged begins at the very minute."""
    start = run.trace.incident.at
    return any(page.at == start and begins(page.role, start) for page in run.trace.pages)


def begins(role, at):
    from watchbill.simulate.roster import Roster

    return Roster(shipped(), at - 60).lead(role, at - 60) != Roster(shipped(), at - 60).lead(
        role, at
    )


def near_a_change(at):
    zones = ("Europe/Dublin", "America/Los_Angeles", "Australia/Sydney")
    year = datetime.fromtimestamp(at, UTC).year
    return any(abs(at - instant) < 86400 for zone in zones for instant, _ in changes(zone, year))
