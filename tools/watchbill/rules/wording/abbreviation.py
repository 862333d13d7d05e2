"""An abbreviation is written out where a guide first uses it: "National Crime Agency (NCA)".

The reader at night may be new, from another team, or reading in their third language. An abbreviation
that is not explained costs a search, or is taken for another one. EU, UK, US, UTC, AI, API, ID, URL
and PDF need no explanation here; numbers of annexes and articles are none.

Bad:
    kind: playbook
    after: Tell the NCA what was found.

Good:
    kind: playbook
    after: Tell the National Crime Agency (NCA) what was found. The NCA answers within a day.
"""

import re
from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.texts import Path, spots, words
from watchbill.where import Address

ID = "wording/abbreviation"
LEVEL = Level.WARNING
KNOWN = frozenset({"AI", "API", "EU", "ID", "PDF", "UK", "URL", "US", "UTC"})
# Two capitals or more, not part of a code, a path, a compound name or a number of something.
SHORT = re.compile(
    r"[A-Z](?<![\w/.@#&-][A-Z])[A-Z0-9]*[A-Z][A-Z0-9]*(?![A-Za-rt-z0-9_@/&]|s\w)(?!s?[ -]?[0-9]|-[A-Z])"
)
ROMAN = re.compile(r"^[IVXLC]+$")
# Words that somebody shouts, and names in capitals: two such words side by side.
SHOUTED = re.compile(r"\b[A-Z]{2,}(?: [A-Z]{2,})+\b")
ASIDE = re.compile(r"\[\[[^\]\n]*\]\]|`[^`\n]*`|\"[^\"\n]*\"|https?://\S+")
# Marks of unfinished text are the business of wording/placeholder-text.
UNFINISHED = frozenset({"FIXME", "TBC", "TBD", "TODO", "XXX"})
ALONE = frozenset({"AND", "DO", "MUST", "NEVER", "NO", "NOT", "ONLY", "OR", "STOP", "YES"})


def check(book: Book) -> Iterator[Hit]:
    """Every guide; titles, quotes, codes and links aside."""
    for document in book.every():
        prose = words(document).prose
        if not prose:
            continue
        suspects = {
            name
            for name in dict.fromkeys(SHORT.findall(prose))
            if name not in KNOWN | UNFINISHED and not _explained(prose, name, prose.find(name))
        }
        if suspects:
            yield from _look(document, suspects)


def _look(document: Document, suspects: set[str]) -> Iterator[Hit]:
    """The first use of each suspect that is neither explained there, nor before, nor in its step."""
    first: dict[str, Path] = {}
    explained: set[tuple[str, Path]] = set()
    for spot in spots(document):
        if spot.group != "prose":
            continue
        text = SHOUTED.sub("", ASIDE.sub("", spot.text))
        for found in SHORT.finditer(text):
            name = found[0]
            if name not in suspects or ROMAN.match(name) or name in ALONE:
                continue
            if _explained(text, name, found.start()):
                if name in first:
                    explained.add((name, _step(spot.path)))
                else:
                    suspects.discard(name)
            first.setdefault(name, spot.path)
    for name, path in first.items():
        if name in suspects and (name, _step(path)) not in explained:
            yield Hit(
                Address(document.key, path),
                f"`{name}` is not written out where it is first used",
                f"write its full name and `({name})` behind it, or the full name alone",
                name,
            )


def _explained(text: str, name: str, at: int) -> bool:
    """Whether that use is `Full Name (NAME)` or `NAME (Full Name)`."""
    end = at + len(name)
    before, after = text[max(0, at - 1) : at], text[end : end + 2].removeprefix("s")
    return (before == "(" and after[:1] in (")", ",", ";")) or after == " ("


def _step(path: Path) -> Path:
    return path[: 3 if path[0] == "lines" else 2]
