"""By what the items of a list are told apart, and which lists are sequences."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from watchbill.model.base import Silence
from watchbill.model.commitments import Target
from watchbill.model.escalation import PageLevel, Row
from watchbill.model.law import Band
from watchbill.model.operations import AfterIncident, Certified, ExposureLevel, Gap
from watchbill.model.organization import Contact, LanguageGap
from watchbill.model.quality import DoubleReview, ServiceCredit
from watchbill.model.readiness import Action, Held, PolicyGate
from watchbill.model.response import Answer
from watchbill.model.runbook import Section
from watchbill.model.scenario import PagedExpectation
from watchbill.model.time import Holiday, OpenHours, Override


def _words(*parts: str | None) -> str:
    return " ".join(one for one in parts if one)


_NAMES: dict[type[BaseModel], Callable[[Any], Any]] = {
    Action: lambda one: one.what,
    AfterIncident: lambda one: one.severity,
    Answer: lambda one: one.answer,
    Band: lambda one: (tuple(sorted(test.text for test in one.only_if)), one.obligation),
    Certified: lambda one: _words(one.who, one.site),
    Contact: lambda one: (one.channel, one.address),
    DoubleReview: lambda one: one.of,
    ExposureLevel: lambda one: one.level,
    Gap: lambda one: one.language,
    Held: lambda one: one.day.isoformat(),
    Holiday: lambda one: one.date.isoformat(),
    LanguageGap: lambda one: (one.site, one.language),
    OpenHours: lambda one: one.days,
    Override: lambda one: (one.shift, one.start.timestamp()),
    PageLevel: lambda one: one.page[0],
    PagedExpectation: lambda one: one.who,
    PolicyGate: lambda one: _words(one.gate, one.who, one.site),
    Row: lambda one: (one.playbook, one.harm, one.severity, one.region, one.hours),
    Section: lambda one: one.title.casefold(),
    ServiceCredit: lambda one: one.when,
    Silence: lambda one: one.rule,
    Target: lambda one: one.within.text,
}

# Lists whose order says something: the first that fits wins, or one comes after the other.
_SEQUENCES = frozenset(
    (
        "answers",
        "levels",
        "lines.*",
        "matrix",
        "body.steps",
        "members",
        "modules",
        "overrides",
        "paths.*.levels",
        "shifts",
        "shifts.*.members",
        "steps",
        "target",
        "volume.by_hour",
        "given.answers.*",
        "expect.visited",
    )
)


def name_of(item: Any) -> Any:
    """What tells an item of a list from the others: its id, what names it, or the item itself."""
    if isinstance(item, BaseModel):
        by = _NAMES.get(type(item))
        return by(item) if by else getattr(item, "id", None) or item.model_dump_json()
    return getattr(item, "text", None) or item


def sequence(field: str) -> bool:
    """Whether the order of a list says something, by its field."""
    return field in _SEQUENCES
