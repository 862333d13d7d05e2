"""The page of a scenario: the situation, and what must come of it."""

from watchbill.model.escalation import Escalation
from watchbill.model.response import Playbook
from watchbill.model.scenario import MilestoneExpectation, PagedExpectation, Scenario
from watchbill.pages.about import byline, document_page
from watchbill.pages.desk import Desk
from watchbill.pages.flow import title
from watchbill.pages.hide import steps_of
from watchbill.pages.markup import Html, h, items, join, pairs, sentence
from watchbill.pages.page import Page, Section


def page(desk: Desk, scenario: Scenario) -> Page:
    """The page."""
    lead = join(h("p", scenario.why) if scenario.why else "", byline(desk, scenario))
    sections = [
        Section("given", "Given", pairs(_given(desk, scenario))),
        Section("expect", "Expected", pairs(_expect(desk, scenario))),
    ]
    return document_page(desk, scenario, lead, sections, (scenario.given.playbook or "",))


def _given(desk: Desk, scenario: Scenario) -> list[tuple[object, object]]:
    given, each = scenario.given, scenario.each
    answers = (
        join(_step(desk, scenario, id), h("b", _said(answer)), by=" ")
        for id, answer in given.answers.items()
    )
    events = (f"{desk.event(id) or id}: {', '.join(at)}" for id, at in given.events.items())
    return [
        ("Playbook", desk.link("playbook", given.playbook)),
        ("Harm", desk.link("harm", given.harm)),
        ("Severity", given.severity or ", ".join(each.severity if each else ())),
        ("Region", sentence([desk.region(one) for one in _regions(scenario)])),
        ("First instant", given.instant.isoformat() if given.instant else ""),
        ("First instants", items(one.isoformat() for one in (each.instant if each else ()))),
        ("Facts", "; ".join(filter(None, map(desk.fact, given.facts)))),
        ("Answers", items(answers)),
        ("Silent", desk.roles(given.silent)),
        ("Events from outside", items(events)),
    ]


def _regions(scenario: Scenario) -> tuple[str, ...]:
    given = scenario.given
    return (given.region,) if given.region else scenario.each.region if scenario.each else ()


def _said(answer: str | tuple[str, ...]) -> str:
    return answer if isinstance(answer, str) else ", then ".join(answer)


def _step(desk: Desk, scenario: Scenario, id: str) -> Html:
    playbook = desk.book.get(Playbook, scenario.given.playbook or "")
    steps = {step.id: title(step) for step in steps_of(playbook)} if playbook else {}
    return h("span", steps.get(id, id))


def _expect(desk: Desk, scenario: Scenario) -> list[tuple[object, object]]:
    expect = scenario.expect
    due = (join(desk.link("obligation", id) or id, " ", at) for id, at in expect.due.items())
    reached = (f"{id} {_moment(one)}" for id, one in expect.milestones.items())
    paged = (join(desk.role(one.who) or one.who, " ", _moment(one)) for one in expect.paged)
    return [
        ("Path", _path(desk, expect.path)),
        ("Paged", items(paged)),
        ("Told", desk.roles(expect.told)),
        ("Goes through", items(_step(desk, scenario, id) for id in expect.visited)),
        ("Does not go through", items(_step(desk, scenario, id) for id in expect.not_visited)),
        ("Due", items(due)),
        ("Reached", items(reached)),
        ("Late", ", ".join(expect.late) or "nothing" if expect.late is not None else ""),
        ("Sent", desk.links("message", expect.messages)),
    ]


def _path(desk: Desk, name: str | None) -> str:
    for matrix in desk.book.all(Escalation):
        if name in matrix.paths:
            return matrix.paths[name].title
    return ""


def _moment(one: PagedExpectation | MilestoneExpectation) -> str:
    parts = [f"at {one.at}" if one.at else "", f"by {one.by}" if one.by else ""]
    member = getattr(one, "member", None)
    return " ".join(filter(None, (*parts, f"({member})" if member else "")))
