"""The milestones of a case against the targets of its service level."""

from watchbill.model.book import Book
from watchbill.model.commitments import ServiceLevel
from watchbill.model.law import Obligation
from watchbill.model.response import Playbook
from watchbill.model.types import Duration
from watchbill.simulate.clocks import alarms, held
from watchbill.simulate.duties import Lived, arises
from watchbill.simulate.limits import Goal, goal_of
from watchbill.simulate.log import First
from watchbill.simulate.trace import Promise
from watchbill.timeline.business import deadline, elapsed, next_open, paused_within
from watchbill.timeline.calendars import open_time
from watchbill.timeline.counting import Rule, ends
from watchbill.timeline.spans import Span, Spans, merged
from watchbill.timeline.zones import DAY


def due_at(goal: Goal, start: int, pauses: Spans = ()) -> int | None:
    """When a target that runs from `start` is due; None where its calendar never opens.

    Hours and minutes count the calendar's open time. A working day is what the calendar is open from the
    first open instant until the same time of its next working day. Days without a calendar are 24 hours.
    """
    within, calendar = goal
    if within.unit == "s" or calendar is None:
        amount = within.amount if within.unit == "s" else _real(within, start)
        return deadline(start, amount, calendar, pauses)
    if within.unit == "bd":
        begin = next_open(open_time(calendar, start, start + 60 * DAY), start)
        if begin is None:
            return None
        last = ends(begin, within, Rule("business-days", calendar.timezone, calendar)).operate_by
        return deadline(start, elapsed(begin, last, calendar), calendar, pauses)
    last = ends(start, within, Rule("calendar-days", calendar.timezone, calendar)).operate_by
    return deadline(start, last - start, None, pauses)


def _real(within: Duration, start: int) -> int:
    """Seconds of a period in days, months or years without a calendar, from an instant in UTC."""
    return ends(start, within, Rule()).operate_by - start


def pauses_of(book: Book, playbook: Playbook, level: ServiceLevel, lived: Lived) -> Spans:
    """When the promise stands still: while a legal clock that arose and starts with it is held."""
    spans: list[tuple[int, int]] = []
    for law in (book.get(Obligation, id) for id in playbook.obligations):
        if law and law.hold and law.starts == level.starts and arises(law, lived) is not None:
            spans.extend(held(law.hold, lived.marks))
    return merged(spans)


def before(pauses: Spans, reached: int) -> Spans:
    """The pauses up to the instant at which a promise is kept: then it is over."""
    return tuple(Span(a, min(b, reached)) for a, b in pauses if a < reached)


def promises_of(
    book: Book, playbook: Playbook, severities: tuple[tuple[int, str], ...], lived: Lived
) -> tuple[Promise, ...]:
    """The milestones that were promised, in the order of the service level.

    `severities` are the severities with the instants from which they held. A new severity's target runs
    from its own instant, and never lengthens the one that runs already.
    """
    level = book.get(ServiceLevel, playbook.service_level)
    started = min(
        (at for event, at in lived.marks if level and event == level.starts), default=None
    )
    if level is None or started is None:
        return ()
    pauses = pauses_of(book, playbook, level, lived)
    names = dict.fromkeys(
        name for _, severity in severities for name in level.targets.get(severity, {})
    )
    found = []
    for name in names:
        reached = lived.log.reached.get(name)
        still = pauses if reached is None else before(pauses, reached.at)
        running: list[tuple[int, str, str]] = []
        for since, severity in severities:
            goal = goal_of(book, level, severity, name)
            due = due_at(goal, max(since, started), still) if goal else None
            if goal and due is not None and (reached is None or since <= max(started, reached.at)):
                running.append((due, severity, goal.text))
        if running:
            due, severity, text = min(running)
            base = Promise(
                name, severity, text, "", due, alarms=alarms(started, due, still, level.warn_at)
            )
            found.append(_judged(base, reached, lived, started, still))
    return tuple(found)


def _judged(
    promise: Promise, reached: First | None, lived: Lived, started: int, pauses: Spans
) -> Promise:
    excuse = lived.log.excused.get(promise.id)
    due = promise.due or 0
    if excuse is not None and (reached is None or reached.at > due):
        met = reached.at if reached else None
        return promise._replace(status="excused", met=met, step=excuse.step, reason=excuse.reason)
    if reached is not None:
        paused = paused_within(pauses, started, reached.at)
        late = max(0, reached.at - due)
        return promise._replace(
            status="late" if late else "met",
            met=reached.at,
            step=reached.step,
            late=late,
            slack=due - reached.at,
            paused=paused,
        )
    if lived.ended is None and lived.until <= due:
        return promise._replace(status="open")
    return promise._replace(status="missed", late=max(0, lived.until - due))
