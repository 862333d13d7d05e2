"""Words of a bundle's index: whatever is quoted is on one line, visible, and means nothing to Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from watchbill.load.history import Commit
from watchbill.load.text import shown
from watchbill.report.trace_markdown import escape, table


def inert(words: str) -> str:
    """Words in which nothing is hidden, and nothing means anything to Markdown or HTML; nor does a bare link."""
    plain = escape(shown(words, len(words)))
    return plain.replace("://", ":\\/\\/").replace("www.", "www\\.")


def rows(head: tuple[str, ...], body: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of such words, line by line."""
    yield from table(head, (tuple(shown(cell, len(cell)) for cell in row) for row in body))


def when(instant: datetime | None) -> str:
    """An instant in UTC to the second."""
    return f"{instant:%Y-%m-%d %H:%M:%S}" if instant else "at a time that no calendar has"


def people(commits: Iterable[Commit]) -> str:
    """Who wrote these commits, each once."""
    return ", ".join(dict.fromkeys(one.author for one in commits))
