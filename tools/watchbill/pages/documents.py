"""Every document of an edition as a page."""

from collections.abc import Callable, Iterator
from typing import Any

from watchbill.pages import proposed, unreviewed
from watchbill.pages.desk import Desk
from watchbill.pages.kinds import (
    approvals,
    commitments,
    escalation,
    law,
    message,
    operations,
    people,
    playbook,
    quality,
    readiness,
    runbook,
    scenario,
    time,
)
from watchbill.pages.markup import join
from watchbill.pages.page import Page

PAGES: dict[str, Callable[[Desk, Any], Page]] = {
    "organization": people.organization_page,
    "facts": people.facts_page,
    "team": people.team_page,
    "vendor": people.vendor_page,
    "partner": people.team_page,
    "approvals": approvals.page,
    "calendar": time.calendar_page,
    "schedule": time.page,
    "severity": commitments.ladder_page,
    "harm": commitments.harm_page,
    "obligation": law.page,
    "guard-bands": law.bands_page,
    "service-level": commitments.level_page,
    "indicator": quality.indicator_page,
    "escalation": escalation.page,
    "playbook": playbook.page,
    "runbook": runbook.page,
    "message": message.page,
    "queue": operations.queue_page,
    "quality-program": quality.program_page,
    "training": operations.training_page,
    "exposure-limit": operations.limit_page,
    "policy-change": readiness.change_page,
    "drill": readiness.drill_page,
    "scenario": scenario.page,
}


def document_pages(desk: Desk) -> Iterator[Page]:
    """The page of each document, by key."""
    for key in desk.book.keys:
        document = desk.book.find(key)
        if document is not None:
            page = PAGES[document.kind](desk, document)
            marks = (*unreviewed.on_document(desk, key), *proposed.on_document(desk, key))
            yield page._replace(first=join(*marks, page.first))
