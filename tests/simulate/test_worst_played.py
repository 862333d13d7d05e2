"""What is proven of a shipped playbook is what comes of it when its worst minute is played: same answers, same silence.

An incident cannot say how early a way was cut off: what the proof leaves open, stays without an answer.
"""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.simulate.shipped import book, worst
from tests.simulate.test_shipped import PLAYBOOKS
from watchbill.model.types import FactTest
from watchbill.simulate.incident import Incident
from watchbill.simulate.play import play
from watchbill.simulate.proof.slack import Worst, story
from watchbill.simulate.trace import Trace

MINUTE = 60
# Where a clock is looked at since an event outside, the case begins so long before that, and other events come
# at this distance. From a Monday at 08:00 that is the Friday before: all that passes before the
# event passes in office hours.
AHEAD = 3 * 86400
APART = 50 * MINUTE


class Told(NamedTuple):
    """A way as it is put into an incident: answers by question, facts taken for granted, events outside."""

    answers: dict[str, tuple[str, ...]]
    facts: tuple[FactTest, ...]
    events: tuple[str, ...]


def told(one: Worst) -> Told:
    answers: dict[str, tuple[str, ...]] = {}
    facts, events = [], []
    for step, word in story(one):
        if step:
            answers[step] = (*answers.get(step, ()), word)
        elif word.endswith(" happens"):
            events.append(word.removesuffix(" happens"))
        else:
            fact = word.removeprefix("not ")
            facts.append(FactTest(fact, fact == word, word))
    return Told(answers, tuple(facts), tuple(events))


def played(one: Worst, id: str, at: int, ahead: int = AHEAD) -> Trace:
    """The incident of a worst minute: it begins at `at`, or the event since which it is looked at comes then."""
    way = told(one)
    # What is held was held before the event that releases it, which the way tells too.
    before = len(way.events) - one.outcome.met.held if one.since else 0
    start = at - ahead if before else at
    earlier = [start + APART * number for number in range(1, before)] + [at] * (before > 0)
    after = [at + APART * number for number in range(1, len(way.events) - before + 1)]
    times = tuple(instant - start for instant in (*earlier, *after))
    incident = Incident(
        start,
        id,
        region=next(iter(one.taken.regions), ""),
        facts=way.facts,
        answers=way.answers,
        events=dict.fromkeys(way.events, times),
        silent_levels=one.silent,
    )
    return play(book(), incident)


def slacks(one: Worst, id: str, at: int, ahead: int = AHEAD) -> Iterator[int | None]:
    """What the trace says is left when it is met; or when it is held, for the first time or since the event."""
    trace, clock = played(one, id, at, ahead), one.clock
    if clock.kind == "target":
        yield from (
            each.slack
            for each in trace.promises
            if (each.id, each.severity) == (clock.id, clock.severity)
        )
    for duty in trace.duties if clock.kind != "target" else ():
        if duty.id != clock.id:
            continue
        if one.outcome.met.held:
            begin, held = (
                (duty.held[-2].end, duty.held[-1]) if one.since else (duty.started, duty.held[0])
            )
            assert clock.period is not None
            yield begin + clock.period - held.start
        else:
            due = duty.due if clock.kind == "law" else duty.guard
            yield None if due is None or duty.met is None else due - duty.met


@pytest.mark.parametrize("id", PLAYBOOKS)
def test_a_worst_minute_that_is_played_leaves_the_slack_that_is_proven(id):
    for name, one in worst(id).items():
        assert list(slacks(one, id, one.at)) == [one.slack] or hidden(one, id), name


def hidden(one: Worst, id: str) -> bool:
    """Whether a trace tells the promise of another severity instead, which leaves no more: it tells the strictest."""
    others = [each for each in played(one, id, one.at).promises if each.id == one.clock.id]
    return one.clock.kind == "target" and any(
        each.severity != one.clock.severity and each.slack is not None and each.slack <= one.slack
        for each in others
    )


@pytest.mark.parametrize("id", PLAYBOOKS)
def test_every_silent_level_that_a_proof_counts_is_silent_in_the_incident(id):
    for name, one in worst(id).items():
        pages = played(one, id, one.at).pages
        silent = {page.level for page in pages if page.answers is None}
        assert len(silent) == min(one.silent, len(one.taken.path.levels) - 1), name


def test_round_the_worst_minute_no_minute_that_is_played_leaves_less():
    one = worst("ncii-removal")["target", "resolved", "P1", ""]
    minutes = range(one.at - 30 * MINUTE, one.at + 30 * MINUTE, MINUTE)
    left = {at: next(slacks(one, "ncii-removal", at)) for at in minutes}
    assert min(left.values()) == one.slack
    assert [at for at in minutes if left[at] == one.slack] == [one.at]


def test_a_promise_that_was_held_has_as_little_left_at_each_minute_of_the_hour_that_it_ran():
    """On the Monday from 08:00 to 09:07, as all that had passed of it had passed on the Friday from 08:00 on."""
    one = worst("terrorist-removal-order")["target", "resolved", "P0", "clarification-received"]
    left = {
        minute: next(
            slacks(
                one, "terrorist-removal-order", one.at + minute * MINUTE, AHEAD + minute * MINUTE
            )
        )
        for minute in range(69)
    }
    assert [minute for minute, slack in left.items() if slack == one.slack] == list(range(68))
    weeks = 48
    assert one.shared == 68 * weeks
