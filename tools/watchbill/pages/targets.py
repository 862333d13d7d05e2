"""What a service level promises, in words."""

from watchbill.model.commitments import ServiceLevel, Target
from watchbill.model.types import Duration
from watchbill.pages.desk import Desk
from watchbill.pages.markup import Html, h, join
from watchbill.pages.words import length


def target(desk: Desk, value: Duration | Target) -> Html:
    """One promised time; with its calendar where it has one of its own."""
    if isinstance(value, Target):
        own = desk.link("calendar", value.calendar) if value.calendar != "always" else "real time"
        return join(length(value.within), h("small", " (", own or "other hours", ")"))
    return join(length(value))


def promises(desk: Desk, level: str, severity: str) -> dict[str, Html]:
    """The promised time of each milestone for one severity."""
    found = desk.book.get(ServiceLevel, level)
    targets = found.targets.get(severity, {}) if found else {}
    return {milestone: target(desk, value) for milestone, value in targets.items()}
