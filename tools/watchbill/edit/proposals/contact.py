"""The form for a contact: how a team, a vendor or a partner is reached."""

from typing import Any

from watchbill.edit.proposals.form import FROM, WEAKER, WHY, Answers, Change, Form, Question
from watchbill.edit.proposals.named import document, opened
from watchbill.load.loaded import Loaded
from watchbill.load.text import shown
from watchbill.load.validate import near

_CHANGE, _ADD, _TAKE = "Change the one that is there", "Add one", "Take one away"
_CHANNELS = ("pager", "chat", "phone", "mailbox", "portal", "ticket")


def _propose(loaded: Loaded, answers: Answers) -> Change:
    kind, id = document(loaded, answers, FORM.kinds)
    contacts: list[Any] = opened(loaded, kind, id).data.get("contacts", [])
    key, what = f"{kind}:{id}", answers.at("what")
    if what == _ADD:
        new = _contact(answers, {})
        if not contacts:
            return Change(key, ("contacts",), [new], "a new contact", "", _said(new))
        return Change(key, ("contacts", len(contacts)), new, "a new contact", "", _said(new))
    at = _place(answers, contacts)
    if what == _TAKE:
        return Change(key, ("contacts", at), None, "a contact", _said(contacts[at]), "")
    new = _contact(answers, contacts[at])
    return Change(key, ("contacts", at), new, "a contact", _said(contacts[at]), _said(new))


def _place(answers: Answers, contacts: list[Any]) -> int:
    """Which contact is meant by its present address. Raises Wrong."""
    said = answers.line("contact")
    addresses = [str(one["address"]) for one in contacts]
    fitting = [at for at, one in enumerate(addresses) if one.casefold() == said.casefold()]
    if len(fitting) != 1:
        there = ", ".join(f"`{one}`" for one in addresses) or "none"
        hint = near(said, addresses) or f"it has: {there}"
        why = "there are several of" if fitting else "there is no contact with"
        raise answers.wrong("contact", f"{why} the address `{shown(said)}`; {hint}")
    return fitting[0]


def _contact(answers: Answers, old: dict[str, Any]) -> dict[str, Any]:
    """The contact as it is to be; what was not answered stays."""
    asked = {
        "channel": answers.line("channel"),
        "address": answers.line("address"),
        "when": answers.line("when"),
    }
    new = {**old, **{name: value for name, value in asked.items() if value}}
    for name in ("channel", "address"):
        if not new.get(name):
            raise answers.wrong(name, "a new contact needs an answer here")
    return new


def _said(contact: Any) -> str:
    when = f" ({contact['when']})" if contact.get("when") else ""
    return f"{contact['channel']}: {contact['address']}{when}"


FORM = Form(
    "3-contact",
    ("team", "vendor", "partner"),
    (
        Question("document", "Which team, vendor or partner"),
        Question("what", "What is to be done", (_CHANGE, _ADD, _TAKE)),
        Question("contact", "The address that stands there now", required=False),
        Question("channel", "Channel", _CHANNELS, required=False),
        Question("address", "New address", required=False),
        Question("when", "When to use it", required=False),
        WHY,
        FROM,
        WEAKER,
    ),
    _propose,
)
