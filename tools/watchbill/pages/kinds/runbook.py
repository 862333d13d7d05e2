"""The page of a runbook: what it takes, then the procedure in its own order."""

from watchbill.model.runbook import Procedure, Runbook
from watchbill.model.web import step_anchor
from watchbill.pages.about import byline, document_page
from watchbill.pages.desk import Desk
from watchbill.pages.markup import NOTHING, Html, h, items, join, pairs
from watchbill.pages.page import Page, Section
from watchbill.pages.words import length


def page(desk: Desk, runbook: Runbook) -> Page:
    """The page."""
    rows = [
        ("Who", desk.roles(runbook.role, "or")),
        ("People", "two together" if runbook.needs_two else ""),
        ("Takes about", length(runbook.takes)),
        ("Open first", ", ".join(runbook.tools)),
        ("Rights", ", ".join(runbook.access)),
        ("Belongs to", join(*_related(desk, runbook), by=", ")),
    ]
    lead = join(pairs(rows), desk.prose(runbook.body.lead), byline(desk, runbook))
    sections = []
    for place, part in enumerate(runbook.body.sections):
        body = desk.prose(part.body, part.title)
        if part.title.casefold() == "steps":
            sections.append(Section("steps", "Steps", join(body, _steps(desk, runbook))))
        else:
            sections.append(Section(f"part-{place + 1}", part.title, body))
    return document_page(desk, runbook, lead, sections, runbook.role)


def _related(desk: Desk, runbook: Runbook) -> list[Html]:
    return [desk.link(*key.split(":", 1)) for key in runbook.related]


def _steps(desk: Desk, runbook: Runbook) -> Html:
    rows = [_step(desk, step, number) for number, step in enumerate(runbook.body.steps, 1)]
    return h("ol", *rows, class_="wb-steps", role="list") if rows else items(())


def _step(desk: Desk, step: Procedure, number: int) -> Html:
    anchor = step_anchor(step.id)
    head = h(
        "h3",
        h("a", number, href=f"#{anchor}", class_="wb-no", aria_label=f"Step {number}"),
        h("span", "Danger", class_="wb-form") if step.danger else NOTHING,
        h("span", step.title),
    )
    body = desk.prose(step.body, f"Step {number}")
    look = "wb-danger" if step.danger else "wb-task"
    return h("li", head, body, id=anchor, class_=f"wb-step {look}")
