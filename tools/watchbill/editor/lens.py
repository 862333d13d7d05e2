"""What stands above a playbook: its tightest clock, at the worst minute of the year to come."""

from typing import NamedTuple

from watchbill.editor.desk import View
from watchbill.editor.sheet import Sheet
from watchbill.load.fault import Span
from watchbill.model.response import Playbook
from watchbill.rules.provable import provable
from watchbill.simulate.proof.people import people
from watchbill.simulate.proof.summary import Row, summary
from watchbill.simulate.proof.worst import search


class Lens(NamedTuple):
    """A line above a stretch of a text: of which document it will speak."""

    key: str
    span: Span


def lenses(sheet: Sheet) -> tuple[Lens, ...]:
    """The lines above a text; nothing is proven for them yet."""
    span = sheet.value(("kind",))
    return (Lens(sheet.key, span),) if span and sheet.kind == "playbook" and sheet.id else ()


def tightest(view: View, key: str) -> str:
    """The clock of a playbook with the least left of what it is given, in words. Takes seconds."""
    playbook = view.book.find(key)
    if not isinstance(playbook, Playbook) or not provable(view.book, playbook):
        return "worst minute: not proven while the playbook, or what it names, has errors"
    everybody = people(view.book)
    found = summary(view.book, everybody, playbook, search(view.book, playbook, everybody))
    if found.too_many:
        return "worst minute: not proven, there are too many ways through the playbook"
    if not found.rows:
        return "worst minute: no clock runs in this playbook"
    return f"worst minute: {_words(min(found.rows, key=lambda row: row.slack))}"


def _words(row: Row) -> str:
    name = f"{row.severity} {row.id}" if row.severity else row.id
    return f"{row.kind} {name} ({row.within}) {row.left} {row.when}"
