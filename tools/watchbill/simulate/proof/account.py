"""The arithmetic of a worst minute: what passes until the clock is met, leg by leg, along the one way that decides."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.simulate.paging import Paging, page_out
from watchbill.simulate.proof.branch import Done
from watchbill.simulate.proof.people import Hands, People, hands_of
from watchbill.simulate.proof.slack import Worst
from watchbill.simulate.proof.when import FAR, Range, at
from watchbill.timeline.business import next_open
from watchbill.timeline.track import NEVER


class Leg(NamedTuple):
    """A stretch of time [start, end) on the way, in instants, and what it goes into.

    `why` is `answer` (until `role` answers its page), `closed` (nobody stands `role`), `call` (until `role`
    is there), `later` (the step may not begin yet), `line` (it waits for a side line) or `work`. Work of
    `takes` seconds that lasts longer was interrupted.
    """

    start: int
    end: int
    why: str
    step: str = ""
    role: str = ""
    takes: int = 0

    @property
    def length(self) -> int:
        """In seconds."""
        return self.end - self.start


class Account(NamedTuple):
    """A clock at one minute: when all began, when the clock did, when it was due and when it was met (or `held`).

    `paging` is None where the proof started again at an event outside.
    """

    start: int
    begins: int
    due: int
    met: int
    legs: tuple[Leg, ...]
    paging: Paging | None
    held: bool


def account(worst: Worst, people: People, range_: Range, start: int | None = None) -> Account:
    """How the clock of a worst comes to be met, for one of its starts (the first where none is given)."""
    begin = worst.at if start is None else start
    outcome = worst.outcome
    met = at(outcome.met.when, begin)
    due = at(outcome.due_at(range_), begin)
    paging, legs, ready = None, list[Leg](), begin
    if not worst.since:
        paging = page_out(
            worst.taken.name, worst.taken.path, begin, people, frozenset(), worst.silent
        )
        ready = at(worst.answered.at, begin)
        legs.append(Leg(begin, ready, "answer", role=paging.by))
    for done, gated in _chain(outcome.met.done, begin):
        legs.extend(_legs(done, gated, people, ready, begin))
        ready = at(done.done, begin)
    return Account(
        begin,
        at(outcome.start, begin),
        due,
        met,
        tuple(_told(legs)),
        paging,
        outcome.met.held,
    )


def _told(legs: list[Leg]) -> Iterator[Leg]:
    """The stretches that have a length, or are named all the same; nothing comes after one without end."""
    for leg in legs:
        if leg.length or leg.why in ("answer", "work"):
            yield leg
        if leg.end >= FAR:
            return


def _chain(done: Done | None, begin: int) -> list[tuple[Done, bool]]:
    """The steps that decide when this one ended, in order; True where a step waited for a line's end."""
    found: list[tuple[Done, bool]] = []
    while done is not None:
        led = done.before
        if done.gates:
            gate = max(done.gates, key=lambda one: at(one.when, begin))
            led = gate.done if at(gate.when, begin) >= at(done.came, begin) else led
        found.append((done, led is not done.before))
        done = led
    return found[::-1]


def _legs(done: Done, gated: bool, people: People, ready: int, begin: int) -> Iterator[Leg]:
    step = done.step
    now, there, end = at(done.came, begin), at(done.there, begin), at(done.done, begin)
    yield Leg(ready, now, "line" if gated else "later", step.id)
    for role, when in sorted(done.calls, key=lambda call: at(call[1], begin)):
        reached = at(when, begin)
        if reached <= now:
            continue
        opens = min(_opens(people, Hands(role), now), reached)
        yield Leg(now, opens, "closed", step.id, role)
        yield Leg(opens, reached, "call", step.id, role)
        now = reached
    opens = min(_opens(people, hands_of(step), there), end)
    who = f"{step.role} with {step.second}" if step.second else step.role
    yield Leg(there, opens, "closed", step.id, who)
    yield Leg(opens, end, "work", step.id, who, step.takes.nominal_seconds)


def _opens(people: People, hands: Hands, instant: int) -> int:
    found = next_open(people.hands(hands), instant)
    return NEVER if found is None else found
