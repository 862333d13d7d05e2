"""The cards of a drill as the players read them: a title and a text, with nothing of what is expected."""

from typing import NamedTuple

from watchbill.report.drill.words import Face
from watchbill.report.trace_markdown import escape
from watchbill.simulate.drill.case import Drill, Inject


class Card(NamedTuple):
    """A card: whom it is for, its title, its text (Markdown)."""

    to: str
    title: str
    text: str


def card(drill: Drill, inject: Inject, face: Face) -> Card:
    """The card of an inject. Roles go by their titles; one without a title that may be read goes unnamed."""
    title, words = _WORDED[inject.kind]
    unnamed = {"handover": "one of you (the facilitator says whose)"}
    name = _name(drill, inject.about, unnamed.get(inject.kind, "Somebody who is needed"))
    said = escape(inject.said)
    text = words.format(
        name=name,
        said=said or "(The facilitator tells you what has come.)",
        question=f":\n\n> {said}\n\n" if said else " on the question in hand. ",
        site=said or "a site of a vendor (the facilitator says which)",
        since=face.whole(inject.since),
        until=face.whole(inject.until),
    )
    if inject.kind == "report" and inject.about:
        text += f"\n\nThe site is {escape(inject.about)}."
    return Card(_to(drill, inject), title, text)


def _name(drill: Drill, role: str, otherwise: str) -> str:
    return escape(drill.titles.get(role, "")) or otherwise


def _to(drill: Drill, inject: Inject) -> str:
    if inject.kind == "report":
        return "Whoever has the watch"
    if inject.kind in ("doubt", "fact"):
        return _name(drill, inject.role, "Whoever works on the question")
    if inject.kind == "handover":
        return _name(drill, inject.about, "Whoever the facilitator names")
    return "Everybody"


_WORDED = {
    "report": (
        "The first report",
        (
            "This reaches Trust & Safety now:\n\n> {said}\n\n"
            "What do you do, who does it, and who has to know?"
        ),
    ),
    "pager": ("No answer", "{name} was paged at {since}. Nobody has answered the page."),
    "call": ("Not at the desk", "{name} is needed now, and does not pick up at once."),
    "doubt": (
        "The facts point both ways",
        (
            "The facts are known as far as they will be, and point both ways{question}"
            "Nothing more can be had within the time that you have."
        ),
    ),
    "fact": (
        "Late news",
        (
            "Until now nothing was known{question}Now something has come in. "
            "The facilitator reads it out; write it down:\n\n____________________"
        ),
    ),
    "site": (
        "A site of a vendor drops out",
        (
            "Out of order: {site}. No heartbeat, nobody signed in, no decisions. "
            "Nobody knows yet why, or for how long. The case in hand goes on."
        ),
    ),
    "press": (
        "The press asks",
        (
            "A journalist has written to {name}: what has happened, how many people are concerned, and "
            "when did you know? The article goes out in an hour. Say what you would do and who would say "
            "what; write to nobody."
        ),
    ),
    "executive": (
        "The executive asks",
        (
            "{name} wants the state of the case in one screen, within ten minutes: what is known, what is "
            "done, what comes next, what is needed from them."
        ),
    ),
    "clocks": (
        "Roll call of the clocks",
        (
            "One list, please, within five minutes: every clock that runs now, when it is due (on your wall "
            "and in UTC), and who holds it. Some fall due close together: which is served first, and by whom?"
        ),
    ),
    "handover": (
        "A watch ends",
        "The watch of {name} ends at {until}. Hand the case over so that nothing is lost.",
    ),
    "event": ("From outside", "What you waited for has happened:\n\n> {said}"),
}
