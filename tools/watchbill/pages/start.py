"""The start page: what is happening? The worst first, each leading to its playbook."""

from watchbill.model.commitments import Harm, SeverityLadder
from watchbill.model.escalation import Escalation
from watchbill.model.response import Playbook
from watchbill.model.web import index_path
from watchbill.pages import proposed, unreviewed
from watchbill.pages.badge import badge
from watchbill.pages.desk import Desk
from watchbill.pages.markup import NOTHING, Html, h, join, table
from watchbill.pages.page import Page, Section
from watchbill.pages.words import kind_title

_DOORS = ("escalation", "schedule", "obligation", "severity", "runbook", "message")


def start_page(desk: Desk) -> Page:
    """The page at the site's root."""
    name = desk.organization.title if desk.organization else "Watchbill"
    sections = (
        Section("happening", "What is happening?", _happening(desk)),
        Section("harms", "By harm", _harms(desk)),
        Section("doors", "More", _doors(desk)),
    )
    lead = h(
        "p", "Pick what you see. Each playbook says whom to page, what to do first, and by when."
    )
    return Page(
        "", name, lead, sections, first=join(*proposed.on_start(desk), *unreviewed.on_start(desk))
    )


def _happening(desk: Desk) -> Html:
    groups: dict[str, list[Playbook]] = {}
    for playbook in desk.book.all(Playbook):
        groups.setdefault(playbook.default_severity, []).append(playbook)
    meanings = _meanings(desk)
    return join(
        *(
            h("section", _head(severity, meanings), _cards(desk, found), class_="wb-group")
            for severity, found in sorted(groups.items())
        )
    ) or h("p", "This edition has no playbook.")


def _meanings(desk: Desk) -> dict[str, str]:
    ladders = desk.book.all(SeverityLadder)
    return {rung.id: rung.title for ladder in ladders for rung in ladder.levels}


def _head(severity: str, meanings: dict[str, str]) -> Html:
    return h("h3", badge(severity), " ", meanings.get(severity, ""))


def _cards(desk: Desk, playbooks: list[Playbook]) -> Html:
    rows = []
    for one in sorted(playbooks, key=lambda playbook: (playbook.title, playbook.id)):
        signs = "; ".join(one.triggers[:2])
        rows.append(h("li", desk.link("playbook", one.id), h("span", signs)))
    return h("ul", *rows, class_="wb-cards")


def _harms(desk: Desk) -> Html:
    by_harm: dict[str, list[Playbook]] = {}
    for playbook in desk.book.all(Playbook):
        by_harm.setdefault(playbook.harm or "", []).append(playbook)
    harms = sorted(desk.book.all(Harm), key=lambda one: (one.severity.default, one.title, one.id))
    rows = [
        (
            desk.link("harm", harm.id),
            badge(harm.severity.default),
            join(*(desk.link("playbook", one.id) for one in by_harm.get(harm.id, ())), by=", ")
            or _no_playbook(desk),
        )
        for harm in harms
    ]
    return table("Harms, the worst first", ("Harm", "Starts as", "Playbook"), rows)


def _no_playbook(desk: Desk) -> Html:
    matrix = next(iter(desk.book.all(Escalation)), None)
    return h("span", "page by the matrix", class_="wb-dim") if matrix else NOTHING


def _doors(desk: Desk) -> Html:
    shown = [kind for kind in _DOORS if desk.book.ids(kind)]
    rows = [h("li", h("a", kind_title(kind), href=f"~/{index_path(kind)}")) for kind in shown]
    return h("ul", *rows, class_="wb-doors")
