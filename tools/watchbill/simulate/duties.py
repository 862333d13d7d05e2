"""The legal duties of a trace: which arise, when they are due, and whether they are met."""

from typing import NamedTuple

from watchbill.model.book import Book
from watchbill.model.law import Obligation
from watchbill.model.response import Playbook
from watchbill.model.types import Duration
from watchbill.simulate.clocks import Clock, alarms, held, run, run_until
from watchbill.simulate.facts import Known
from watchbill.simulate.limits import PER_CENT, guard_rule, guards, rule_of
from watchbill.simulate.log import First, Log
from watchbill.simulate.trace import Duty
from watchbill.timeline.counting import Rule, ends
from watchbill.timeline.zones import day_of, wall

FORMS = ("due", "standard", "keep", "every", "as_ordered")


class Lived(NamedTuple):
    """What a walk came to: its log, all events with their instants, the facts at its end, and its end.

    `ended` is None where a line stood still: what is not done by then is open, and missed only where
    it was due before `until`, the last instant that is known of.
    """

    log: Log
    marks: tuple[tuple[str, int], ...]
    known: Known
    ended: int | None
    until: int


def duties_of(book: Book, playbook: Playbook, lived: Lived) -> tuple[Duty, ...]:
    """The duties among a playbook's that arise, in its order."""
    found = (book.get(Obligation, id) for id in playbook.obligations)
    return tuple(
        _duty(book, law, started, lived)
        for law in found
        if law is not None and (started := arises(law, lived)) is not None
    )


def arises(law: Obligation, lived: Lived) -> int | None:
    """When a law's clock starts; None where its event did not happen, it does not bind, or a fact denies it."""
    started = min((at for event, at in lived.marks if event == law.starts), default=None)
    if started is None or not in_force(law, started) or lived.known.contradicted(law.applies_if):
        return None
    return started


def in_force(law: Obligation, instant: int) -> bool:
    """Whether a law binds on the local day of an instant."""
    if law.in_force is None:
        return True
    day = day_of(wall(law.timezone or "UTC", instant))
    first, last = law.in_force.start, law.in_force.end
    return (first is None or first <= day) and (last is None or day <= last)


def _duty(book: Book, law: Obligation, started: int, lived: Lived) -> Duty:
    rule = rule_of(book, law)
    form = next(name for name in FORMS if getattr(law, name) is not None)
    holds = held(law.hold, lived.marks) if law.hold else ()
    then = law.hold.then if law.hold else "resume"
    met = lived.log.met.get(law.id)
    excuse = lived.log.excused.get(law.id)
    clock = _clock(law, law.due, started, rule, lived) if law.due else None
    guard, per_cent = _guard(book, law, started, rule, lived)
    due = clock.due if clock else None
    limit = guard if guard is not None else due.operate_by if due else None
    duty = Duty(
        law.id,
        law.binding,
        form,
        _status(law, clock is not None and clock.due is None, met, excuse, lived),
        started,
        due.operate_by if due else None,
        due.legal_latest if due else None,
        guard,
        ends(started, law.not_before, rule).legal_latest if law.not_before else None,
        ends(started, law.keep, rule).legal_latest if law.keep else None,
        met.at if met else None,
        (met or excuse or First(0, "")).step,
        excuse.reason if excuse else "",
        held=holds,
        alarms=alarms(
            clock.counts_from if clock and then == "restart" else started, limit, holds, per_cent
        )
        if limit is not None
        else (),
    )
    return _judged(duty, lived)


def _clock(law: Obligation, within: Duration, started: int, rule: Rule, lived: Lived) -> Clock:
    """A period of a law with its holds, until the duty is met."""
    holds = held(law.hold, lived.marks) if law.hold else ()
    then = law.hold.then if law.hold else "resume"
    met = lived.log.met.get(law.id)
    if met is None:
        return run(started, within, rule, holds, then)
    return run_until(met.at, started, within, rule, holds, then)


def _guard(
    book: Book, law: Obligation, started: int, rule: Rule, lived: Lived
) -> tuple[int | None, tuple[int, ...]]:
    """When our own limit ends (the strictest row that may hold), and the per cents of its alarms."""
    found = []
    for bands, band in guards(book, law, lived.known):
        due = _clock(law, band.within, started, guard_rule(rule, band.within), lived).due
        if due is not None:
            found.append((due.operate_by, bands.warn_at))
    return min(found, default=(None, PER_CENT))


def _status(
    law: Obligation, stands: bool, met: First | None, excuse: First | None, lived: Lived
) -> str:
    if met:
        return "decided" if law.binding == "may" else "met"
    if excuse:
        return "excused"
    if law.binding == "not-ours" or law.every is not None:
        return "shown"
    if stands:
        return "held"
    if lived.ended is None or law.binding == "may":
        return "open"
    return "missed"


def _judged(duty: Duty, lived: Lived) -> Duty:
    """The duty with how late it is, for the law and for our own limit."""
    if duty.status in ("excused", "shown") or duty.binding == "not-ours":
        return duty
    at = duty.met if duty.met is not None else lived.until
    limit = duty.due if duty.due is not None else duty.guard
    if duty.met is not None and limit is not None:
        duty = duty._replace(slack=limit - duty.met)
    over = max(0, at - duty.guard) if duty.guard is not None else 0
    late = max(0, at - duty.due) if duty.due is not None else 0
    if duty.binding == "may":
        return duty._replace(over_guard=over)
    status = duty.status
    if late and duty.reason:
        return duty._replace(status="excused")
    if late:
        status = "late" if duty.met is not None else "missed"
    return duty._replace(status=status, late=late, over_guard=over)
