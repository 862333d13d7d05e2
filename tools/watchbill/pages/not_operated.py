"""The page of the laws that no playbook discharges, each with the reason, by whose decision, and since when.

A reason that the law's document gives is shown to whoever may read the document. Without one a law is listed only
where the edition holds every playbook whole: else one that its readers may not see could discharge it.
"""

from collections.abc import Callable

from watchbill.model.law import Obligation
from watchbill.model.types import FactTest
from watchbill.model.web import index_path
from watchbill.pages import laws
from watchbill.pages.desk import Desk
from watchbill.pages.markup import NOTHING, Html, h, join, table
from watchbill.pages.page import Page, Section
from watchbill.pages.words import counted
from watchbill.rules.ground import ruled_out

PATH = "not-operated/"
_WORDS = "Not operated here, because"
_TITLE = f"{_WORDS}\u2026"
# The long head keeps the column of reasons wide enough to be read on a telephone.
_HEADS = ("Law", _WORDS, "Decided", "Within")
_GROUPS = (
    ("open", "Nobody has decided"),
    ("decided", "Ours, and met without a playbook"),
    ("facts", "Ruled out by what we are"),
    ("others", "Somebody else's duty"),
    ("permissions", "A permission that we do not use"),
)


def left_out(desk: Desk) -> tuple[Obligation, ...]:
    """The laws of the edition that no playbook discharges, in the order of their deadlines."""
    discharged = _discharged(desk)
    found = (
        law
        for law in desk.book.all(Obligation)
        if law.status != "deprecated"
        and (law.not_operated or (discharged is not None and law.id not in discharged))
    )
    return tuple(sorted(found, key=laws.order))


def _discharged(desk: Desk) -> frozenset[str] | None:
    """What playbooks in force discharge; None where the edition does not hold all of them whole."""
    edition = desk.edition
    if edition.hidden_steps or any(key.startswith("playbook:") for key in edition.hidden):
        return None
    return frozenset(
        ref.id
        for card in desk.book.cards.values()
        if card.kind == "playbook" and card.status == "active"
        for ref in card.references
        if "discharges" in ref.path
    )


def page(desk: Desk, found: tuple[Obligation, ...]) -> Page:
    """The page that lists them."""
    groups: dict[str, list[Obligation]] = {}
    for law in found:
        groups.setdefault(_group(desk, law), []).append(law)
    sections = tuple(
        Section(id, title, table(title, _HEADS, [_row(desk, law) for law in groups[id]]))
        for id, title in _GROUPS
        if id in groups
    )
    words = (
        f"{counted(len(found), 'law is', 'laws are')} in the book that no playbook discharges. "
        "Whoever meets one of them in a case asks whoever decided it."
    )
    lead = join(
        h("p", words), h("p", h("a", "All legal clocks", href=f"~/{index_path('obligation')}"))
    )
    summary = Html("The laws that no playbook discharges, each with its reason.")
    return Page(
        PATH, _TITLE, lead, sections, summary, up=("Legal clocks", index_path("obligation"))
    )


def link(desk: Desk) -> Html:
    """What leads from the legal clocks to the page; nothing where every law has a playbook."""
    number = len(left_out(desk))
    if not number:
        return NOTHING
    words = f"{_WORDS}: {counted(number, 'law', 'laws')} without a playbook"
    return h("p", h("a", words, href=f"~/{PATH}"))


def reason(desk: Desk, law: Obligation) -> Html:
    """Why a law is not operated, and who decided it; nothing where it gives no reason."""
    why = law.not_operated
    if why is None:
        return NOTHING
    by = h("small", "decided by ", desk.owner(why.decided_by), f" on {why.decided_on}")
    return join(why.because, " ", by)


def _excluded(desk: Desk, law: Obligation) -> FactTest | None:
    switches = {id: one.value is not False for id, one in desk.book.switches().items()}
    return ruled_out(law.applies_if, switches)


def _group(desk: Desk, law: Obligation) -> str:
    if law.binding == "not-ours":
        return "others"
    if _excluded(desk, law):
        return "facts"
    if law.binding == "may":
        return "permissions"
    return "decided" if law.not_operated else "open"


def _row(desk: Desk, law: Obligation) -> tuple[object, ...]:
    why = law.not_operated
    name = join(desk.link("obligation", law.id), h("small", f" {law.citation}"), laws.mark(law))
    if why:
        decided = join(desk.owner(why.decided_by), h("small", f" {why.decided_on}"))
        return name, why.because, decided, laws.period(law)
    because, day = _UNSAID[_group(desk, law)](desk, law)
    return name, because, h("small", day), laws.period(law)


def _by_fact(desk: Desk, law: Obligation) -> tuple[Html, str]:
    """What the fact that rules it out says, and since when."""
    test = _excluded(desk, law)
    switch = desk.book.switches().get(test.fact) if test else None
    if switch is None:
        return NOTHING, ""
    answer = "Yes." if switch.value else "No."
    return join(switch.title, answer, switch.why, by=" "), str(switch.set_on or "")


def _by_words(words: str) -> Callable[[Desk, Obligation], tuple[Html, str]]:
    return lambda _desk, _law: (Html(words), "")


_UNSAID: dict[str, Callable[[Desk, Obligation], tuple[Html, str]]] = {
    "open": _by_words("no reason is given"),
    "facts": _by_fact,
    "others": _by_words("The law binds others."),
    "permissions": _by_words("It is a permission, no duty."),
}
