"""Who is there for a step: never, at times, or at every minute."""

import pytest

from tests import smallest
from tests.rules.laid import hits
from watchbill.model.response import Playbook
from watchbill.rules.proof._hands import gaps, there
from watchbill.timeline.spans import Span

OFFICE = """\
kind: schedule
id: legal-watch
cover: as-listed
limits: Nobody at night.
shifts:
  - id: all
    region: emea
    timezone: Europe/Dublin
    hours: "09:00-17:00"
    days: mon-fri
    members: [legal-01]
    from: 2026-11-02
"""


def book_with(step: str) -> str:
    return f"""\
kind: playbook
steps:
  - {{id: linked, title: Look, takes: 20m, {step}}}
  - {{id: answer, title: Answer, role: analyst, takes: 15m, discharges: [answer-law], reaches: [contained, resolved]}}
---
"""


@pytest.mark.parametrize(
    ("step", "who"),
    [
        ("role: analyst", ""),
        ("role: counsel", "`counsel`"),
        ("role: analyst, second: counsel", "`analyst` with `counsel`"),
    ],
)
def test_a_role_that_stands_at_times_only_lets_its_step_wait(step: str, who: str) -> None:
    found = hits("proof/out-of-hours", book_with(step) + OFFICE)
    assert [one.partition(" is not there")[0] for one in found] == (
        [f"playbook:fraud-ring.steps[0].role: {who}"] if who else []
    )
    assert hits("proof/never-there", book_with(step) + OFFICE) == []


def test_the_longest_wait_is_told_with_its_first_stretch() -> None:
    (found,) = hits("proof/out-of-hours", book_with("role: counsel") + OFFICE)
    # A weekend is 64 hours; the one on which the clocks go back is the longest.
    assert "`linked` waits up to 65 h: Friday 29 October 2027 17:00 to Monday 1 November" in found


def test_two_who_are_never_on_together_never_begin() -> None:
    (found,) = hits("proof/never-there", book_with("role: counsel, people: 2") + OFFICE)
    assert "two of `counsel` is there at no minute" in found
    assert hits("proof/out-of-hours", book_with("role: counsel, people: 2") + OFFICE) == []


def test_two_roles_of_one_watch_of_one_person_never_begin() -> None:
    roles = """\
kind: organization
roles:
  - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
  - {id: counsel, title: Counsel, what: Decides on law., staffed_by: watch, page: true}
"""
    text = book_with("role: analyst, second: counsel") + roles
    (found,) = hits("proof/never-there", text)
    assert "`analyst` with `counsel`" in found


def test_a_role_that_nobody_is_known_for_is_left_to_other_rules() -> None:
    text = book_with("role: nobody").removesuffix("---\n")
    assert hits("proof/never-there", text) == hits("proof/out-of-hours", text) == []


def test_a_second_of_the_same_role_is_left_to_its_own_rule() -> None:
    assert hits("proof/never-there", book_with("role: counsel, second: counsel") + OFFICE) == []


def test_the_same_hands_are_told_once_and_each_verdict_rests_on_their_watch() -> None:
    first = book_with("role: counsel").replace("role: analyst", "role: counsel")
    second = first.replace("kind: playbook\n", "kind: playbook\nid: second\n")
    found = hits("proof/out-of-hours", first + OFFICE)
    assert len(found) == 1
    closed = OFFICE.replace("    from:", '    calendar: office\n    holidays: "off"\n    from:')
    of = smallest.book(smallest.overlaid(first + second + closed))
    for playbook in of.each(Playbook):
        assert len(list(there(of, playbook))) == 1
    for id in ("fraud-ring", "second"):
        assert of.reads[f"playbook:{id}"] >= {"schedule:legal-watch", "calendar:office"}


@pytest.mark.parametrize(
    ("spans", "left"),
    [
        ((), ((0, 10),)),
        (((0, 10),), ()),
        (((2, 4), (6, 8)), ((0, 2), (4, 6), (8, 10))),
        (((0, 4), (6, 10)), ((4, 6),)),
    ],
)
def test_gaps_are_what_spans_leave(
    spans: tuple[tuple[int, int], ...], left: tuple[tuple[int, int], ...]
) -> None:
    assert gaps(tuple(Span(*one) for one in spans), 0, 10) == left
