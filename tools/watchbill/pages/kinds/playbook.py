"""The page of a playbook: what a responder needs first stands first."""

from watchbill.model.law import Obligation
from watchbill.model.response import Playbook
from watchbill.model.web import step_anchor
from watchbill.pages import laws, paging, picture, steps
from watchbill.pages.about import byline, document_page
from watchbill.pages.badge import badge
from watchbill.pages.desk import Desk
from watchbill.pages.flow import Line, flow, numbers
from watchbill.pages.markup import NOTHING, Html, h, items, join, pairs, table
from watchbill.pages.page import Page, Section
from watchbill.pages.targets import promises


def page(desk: Desk, playbook: Playbook) -> Page:
    """The page."""
    lines = flow(playbook)
    known = numbers(lines)
    case = paging.Case(playbook.id, playbook.harm or "", playbook.default_severity)
    side = [
        Section(f"line-{line.name}", _title(line), steps.list_of(desk, line, known))
        for line in lines[1:]
    ]
    sections = [
        Section("steps", "Steps", join(_never(playbook), steps.list_of(desk, lines[0], known))),
        *side,
        Section("page", "Whom to page", paging.tables(desk, case)),
        Section("clocks", "Clocks", _clocks(desk, playbook)),
        Section("picture", "The steps as a picture", _picture(playbook, lines)),
        Section("severity", "Severity and triggers", _severity(desk, playbook)),
        Section("after", "Afterwards", desk.prose(playbook.after, "Afterwards")),
    ]
    page = document_page(desk, playbook, byline(desk, playbook), sections, _keys(desk, playbook))
    return page._replace(first=_first(desk, playbook, lines, case))


def _title(line: Line) -> str:
    return f"Beside it: {line.name.replace('-', ' ')}"


def _keys(desk: Desk, playbook: Playbook) -> tuple[str, ...]:
    roles = [step.role for step in playbook.steps if hasattr(step, "role")]
    duties = [law.citation for id in playbook.obligations if (law := desk.book.get(Obligation, id))]
    return (playbook.harm or "", *playbook.obligations, *duties, *roles)


def _first(desk: Desk, playbook: Playbook, lines: tuple[Line, ...], case: paging.Case) -> Html:
    harm = desk.link("harm", playbook.harm)
    first = lines[0].stops[0]
    start = h("a", first.title, href=f"#{step_anchor(first.step.id)}")
    promised = promises(desk, playbook.service_level, playbook.default_severity)
    words = [join(name, " ", time) for name, time in promised.items()]
    rows = [
        ("Severity", join(badge(playbook.default_severity), " ", harm)),
        ("Page now", paging.first(desk, case)),
        ("First", start),
        ("Promise", join(*words[:3], by=" · ")),
        ("Law", _soonest(desk, playbook)),
    ]
    return pairs(rows, class_="wb-now")


def _soonest(desk: Desk, playbook: Playbook) -> Html:
    found = [
        law for id in playbook.obligations if (law := desk.book.get(Obligation, id)) and law.due
    ]
    if not found:
        return NOTHING
    law = min(found, key=laws.order)
    more = h("a", f"all {len(playbook.obligations)} clocks", href="#clocks")
    return join(desk.link("obligation", law.id), f" within {laws.period(law)} · ", more)


def _never(playbook: Playbook) -> Html:
    if not playbook.never:
        return NOTHING
    return h("div", h("p", h("strong", "Never")), items(playbook.never), class_="wb-note wb-never")


def _clocks(desk: Desk, playbook: Playbook) -> Html:
    heads = ("Law", "Within", "Our limit", "Counts from")
    rows = laws.clock_rows(desk, playbook.obligations)
    promised = promises(desk, playbook.service_level, playbook.default_severity)
    level = desk.link("service-level", playbook.service_level)
    title = f"Our promise at {playbook.default_severity}"
    return join(
        table("Legal clocks that may run, the earliest first", heads, rows, said=True),
        table(title, ("Milestone", "Within"), list(promised.items()), said=True),
        h("p", "Service level: ", level) if level else NOTHING,
    )


def _picture(playbook: Playbook, lines: tuple[Line, ...]) -> Html:
    drawn = picture.draw(lines, playbook.title)
    words = "Show the picture; it says the same as the list above."
    return h("details", h("summary", words), h("div", drawn, class_="wb-picture"))


def _severity(desk: Desk, playbook: Playbook) -> Html:
    moves = playbook.moves
    rows = [
        ("Opened by", items(playbook.triggers)),
        ("Begins with", "; ".join(filter(None, map(desk.event, playbook.begins)))),
        ("Goes up", items(moves.up)),
        ("Goes down", items(moves.down)),
        ("Lowered by", desk.roles(moves.lowered_by)),
    ]
    return pairs(rows)
