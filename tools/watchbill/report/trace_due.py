"""What was due in a trace, in words: duties, promises, and all clocks in the order in which they fall."""

from collections.abc import Iterator

from watchbill.report.trace_words import after, length, stamp
from watchbill.simulate.trace import Duty, Promise, Trace


def duty_words(trace: Trace, duty: Duty) -> str:
    """When a duty is due, for the law and for us, and what came of it."""
    parts = []
    if duty.due is not None:
        parts.append(f"due {after(trace, duty.due)} ({stamp(duty.due)})")
    elif duty.status != "held":
        parts.append(
            {"keep": "to be kept", "every": "comes round"}.get(duty.form, "the law sets no number")
        )
    if duty.latest is not None and duty.latest != duty.due:
        parts.append(f"legal latest {stamp(duty.latest)}")
    if duty.guard is not None:
        parts.append(f"our limit {after(trace, duty.guard)}")
    if duty.not_before is not None:
        parts.append(f"not before {stamp(duty.not_before)}")
    parts.append(outcome(trace, duty))
    if duty.over_guard:
        parts.append(f"our limit missed by {length(duty.over_guard)}")
    if duty.keep_until is not None:
        parts.append(f"kept until {stamp(duty.keep_until)}")
    return "; ".join(part for part in parts if part)


def promise_words(trace: Trace, promise: Promise) -> str:
    """When a milestone is promised, and what came of it."""
    due = f"due {after(trace, promise.due)}" if promise.due is not None else ""
    paused = f"paused for {length(promise.paused)}" if promise.paused else ""
    parts = [f"{promise.severity} {promise.target}", due, outcome(trace, promise), paused]
    return "; ".join(part for part in parts if part)


def outcome(trace: Trace, one: Duty | Promise) -> str:
    """What came of a duty or a promise, in words."""
    where = f" at {one.step}" if one.step else ""
    done = f"{after(trace, one.met)}{where}" if one.met is not None else ""
    left = f", {length(one.slack)} left" if one.slack is not None and one.slack >= 0 else ""
    words = {
        "met": f"done {done}{left}",
        "decided": f"decided {done}{left}",
        "late": f"LATE: done {done}, {length(one.late)} late",
        "missed": "MISSED: not done"
        + (f", {length(one.late)} over at the end" if one.late else ""),
        "excused": f"not owed: {one.reason}",
        "held": "held: the clock stands still",
        "open": "open",
        "shown": "shown only",
    }
    return words[one.status]


def due_lines(trace: Trace) -> Iterator[str]:
    """Every clock with an instant at which it is due, our own limits beside the law, the first in front."""
    found = []
    for duty in trace.duties:
        for due, what in ((duty.guard, "our limit"), (duty.due, "LAW")):
            if due is not None and duty.status not in ("excused", "shown"):
                found.append((due, duty.id, what, _done(trace, due, duty)))
    promised = (one for one in trace.promises if one.due is not None and one.status != "excused")
    found.extend(
        (one.due or 0, one.id, "promise", _done(trace, one.due or 0, one)) for one in promised
    )
    wide = max((len(id) for _, id, _, _ in found), default=0)
    days = max((len(stamp(due)) for due, _, _, _ in found), default=0)
    for due, id, what, done in sorted(found, key=lambda row: (row[0], row[1])):
        yield f"{after(trace, due):<11}{stamp(due):<{days}}  {id:<{wide}}  {what:<9}  {done}"


def _done(trace: Trace, due: int, one: Duty | Promise) -> str:
    """When it was done, and how much before or after it was due; else why it was not."""
    if one.met is None:
        return "MISSED" if one.status == "missed" else "open"
    apart = f"{length(abs(due - one.met))} {'left' if one.met <= due else 'LATE'}"
    return f"done {after(trace, one.met)}, {apart}"
