"""What the kinds that speak of targets share."""

from watchbill.diff.books import Books
from watchbill.diff.change import Direction, Weight
from watchbill.diff.promises import moved, target_of
from watchbill.diff.timed import told
from watchbill.diff.verdict import Verdict
from watchbill.model.commitments import ServiceLevel


def weight(severity: str) -> Weight:
    """How much hangs on a promise at a severity."""
    return Weight.CRITICAL if severity in ("P0", "P1") else Weight.MAJOR


def judged(
    books: Books, before: ServiceLevel, after: ServiceLevel, severity: str, milestone: str
) -> Verdict | None:
    """What became of one target: neutral where it is due when it was; None where that cannot be told."""
    old = target_of(books.before, before, severity, milestone)
    new = target_of(books.after, after, severity, milestone)
    if old is None or new is None:
        return None
    found = moved(books, old, new)
    zone = new.zone if new.zone != "UTC" else old.zone
    return Verdict(
        found.direction or Direction.NEUTRAL,
        weight(severity),
        f"{severity} {milestone}",
        told(found, zone) if found.direction else "",
        old.text,
        new.text,
    )
