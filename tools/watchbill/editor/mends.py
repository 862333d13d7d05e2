"""What an author may have mended at a spot: what is safe to mend, and the word that was probably meant."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from watchbill.edit.case import Case
from watchbill.edit.edits import Edit, cut
from watchbill.edit.fixes import fix
from watchbill.editor.desk import View
from watchbill.editor.sheet import Sheet
from watchbill.finding import Finding
from watchbill.load.fault import Span

_MEANT = re.compile(r"^did you mean `([^`]+)`\?")
_WORDS = re.compile(r"`([^`]+)`")


class Mend(NamedTuple):
    """Edits of a text that make a finding go, and what is said of them. `safe` leaves no choice."""

    finding: Finding
    title: str
    edits: tuple[Edit, ...]
    safe: bool


def mends(view: View, sheet: Sheet, findings: Iterable[Finding], asked: Span) -> Iterator[Mend]:
    """What can be mended of the findings of a text that touch a stretch of it."""
    for finding in findings:
        case = Case(finding, sheet.text, view.book)
        span = case.span
        if span[:2] > asked[2:] or span[2:] < asked[:2] or span.end_line >= len(sheet.lines):
            continue
        safe = tuple(fix(case))
        if safe:
            yield Mend(finding, finding.mend or finding.message, safe, safe=True)
            continue
        meant = _MEANT.match(finding.mend)
        edit = _meant(cut(sheet.text, span), finding, span, meant[1]) if meant else None
        if meant and edit:
            yield Mend(finding, f"write `{meant[1]}`", (edit,), safe=False)


def _meant(written: str, finding: Finding, span: Span, meant: str) -> Edit | None:
    """The word that the finding complains of, where it stands once at its place, as it was meant."""
    for word in _WORDS.findall(finding.message):
        found = list(re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", written))
        if len(found) == 1 and span.line == span.end_line:
            start = span.column + found[0].start()
            return Edit(Span(span.line, start, span.line, start + len(word)), meant)
    return None
