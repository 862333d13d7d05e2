"""One Markdown file as a runbook of ours: its header, the four sections, the rest under its own titles."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from watchbill.edit.canonical import canonical
from watchbill.edit.dump import dump
from watchbill.importers.markdown.blocks import parse
from watchbill.importers.markdown.body import ALSO, Body
from watchbill.importers.markdown.emit import Emit
from watchbill.importers.markdown.front import Front
from watchbill.importers.markdown.inline import Find, rewritten
from watchbill.importers.markdown.ledger import Ledger
from watchbill.importers.markdown.outline import Outline, outline
from watchbill.importers.markdown.steps import plain
from watchbill.importers.told import Told


class Head(NamedTuple):
    """The header that an imported runbook gets. `audience` may be ""."""

    id: str
    owner: str
    audience: str


class Imported(NamedTuple):
    """A runbook: its text, what is told about it, the words that would be lost (none, if all is well).

    `steps` is the number of its steps; `anchors` has the id of a step by the anchor that the source's heading had.
    """

    id: str
    title: str
    text: str
    told: tuple[Told, ...]
    lost: tuple[str, ...]
    steps: int
    anchors: dict[str, str]


def title_of(lines: Sequence[str], front: Front, name: str) -> str:
    """The title that a source will have, as a link to it shows it."""
    found = outline(parse(lines[front.body :]).blocks, titled=bool(front.title))
    return _title(found, front, name)[0]


def runbook(file: str, lines: Sequence[str], front: Front, head: Head, find: Find) -> Imported:
    """A source, by lines, as a runbook. `find` says where relative addresses lead."""
    ledger = Ledger(file)
    first = front.body + 1
    text = parse(lines[front.body :])
    changed = parse(rewritten(text, ledger, find, first))
    found = outline(changed.blocks, titled=bool(front.title))
    body = Body(changed, Emit(ledger, first), found)
    title, taken = _title(found, front, head.id)
    header = _header(front, head, title if taken else ledger.ours(title), ledger)
    if found.title and (not taken or title != found.title):
        ledger.tell(first + found.line, "", f"the heading stands under {ALSO}")
        body.emit.also.append(found.title)
        ledger.ours(title if taken else "")
    whole = f"---\n{dump(header)}---\n{body.whole(title, front)}"
    made = canonical(whole.encode(), f"{head.id}.md", lambda _: "").text
    told = tuple(sorted(ledger.told, key=lambda one: one.line))
    lost = tuple(ledger.lost("\n".join(lines), made))
    return Imported(head.id, title, made, told, lost, body.steps, body.anchors)


def _title(found: Outline, front: Front, name: str) -> tuple[str, bool]:
    """The title, and whether it is the source's own heading."""
    if found.title and not front.title:
        title, _ = plain(found.title)
        return title, True
    if front.title:
        return front.title, bool(found.title) and found.title == front.title
    return name.replace("-", " ").capitalize(), False


def _header(front: Front, head: Head, title: str, ledger: Ledger) -> dict[str, Any]:
    header: dict[str, Any] = {"kind": "runbook", "id": head.id, "title": title, "owner": head.owner}
    header |= {"summary": front.summary} if front.summary and "[[" not in front.summary else {}
    header |= {"audience": head.audience} if head.audience else {}
    header |= {"status": "draft"}
    header |= {"tags": list(front.tags)} if front.tags else {}
    kept = {name: value for name, value in header.items() if name != "title"}
    ledger.ours(f"{dump(kept)} title")
    return header
