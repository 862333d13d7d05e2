"""The page of a message: words that can be selected and sent, blanks marked."""

import re
from html import escape

from watchbill.model.message import Message
from watchbill.pages.about import byline, document_page
from watchbill.pages.desk import Desk
from watchbill.pages.markup import Html, h, join, pairs, table
from watchbill.pages.page import Page, Section

_BLANK = re.compile(r"\{([a-z][a-z0-9_]{0,39})\}")


def page(desk: Desk, message: Message) -> Page:
    """The page."""
    rows = [
        ("Goes to", message.recipient),
        ("By", message.channel),
        ("Language", message.language),
        ("When", message.when),
        (
            "Secrecy",
            "It tells the user: not while a law forbids that." if message.tells_user else "",
        ),
        ("Agreed by", join(*map(desk.owner, message.approved_by), by=", ")),
    ]
    fields = [
        (h("code", name), field.what, ", ".join(field.choices) or field.type, field.example or "")
        for name, field in message.fields.items()
    ]
    subject = h("p", h("b", "Subject: "), _words(message, message.subject or ""))
    # A break at each line's end, not a <pre>: the text wraps on a phone and keeps its lines.
    body = h("div", *_lines(message), class_="wb-send", lang=message.language)
    heads = ("Blank", "What to write", "Form", "Example")
    sections = [
        Section("text", "Words to send", join(subject if message.subject else "", body)),
        Section("blanks", "Blanks", table("Blanks to fill in", heads, fields)),
    ]
    return document_page(desk, message, join(pairs(rows), byline(desk, message)), sections)


def _lines(message: Message) -> list[Html]:
    paragraphs = re.split(r"\n[ \t]*\n", message.body.strip("\n"))
    return [
        h("p", join(*(_words(message, line) for line in part.split("\n")), by=h("br")))
        for part in paragraphs
    ]


def _words(message: Message, line: str) -> Html:
    def marked(found: re.Match[str]) -> str:
        return str(h("mark", found[0])) if found[1] in message.fields else found[0]

    return Html(_BLANK.sub(marked, escape(line)))
