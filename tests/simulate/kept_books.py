"""Books by chance whose worst minutes are kept: what the oracle found for each, in one line of JSON a book."""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from tests.simulate.oracle_people import NEVER
from tests.simulate.proof_oracle import Worst
from tests.simulate.proving import Found, oracle
from tests.simulate.random_books import Case, drawn

GOLDEN = Path(__file__).parent / "golden"
# A clock that is never due, or never met.
_SLACKS = {"never due": NEVER, "never met": -NEVER}
_WORDS = {slack: words for words, slack in _SLACKS.items()}
UPDATE = bool(os.environ.get("WATCHBILL_UPDATE_GOLDEN"))


class Kept(NamedTuple):
    """A book by its style and number, so many minutes of starts, and what the oracle found for each clock."""

    style: str
    number: int
    minutes: int
    found: Found

    @property
    def case(self) -> Case:
        case = drawn(self.style, self.number)
        first = case.starts.start
        return case._replace(starts=range(first, first + self.minutes))


def kept(style: str) -> list[Kept]:
    """The books of a style with their answers."""
    lines = _path(style).read_text("utf-8").splitlines()
    return [_read(style, json.loads(line)) for line in lines]


def answered(style: str) -> list[Kept]:
    """The same; with WATCHBILL_UPDATE_GOLDEN=1 the oracle is asked anew, for minutes."""
    if UPDATE:
        books = [book._replace(found=oracle(*book.case)) for book in kept(style)]
        _path(style).write_text("".join(map(_line, books)), "utf-8")
    return kept(style)


def _path(style: str) -> Path:
    return GOLDEN / f"worst-{style}.jsonl"


def _line(book: Kept) -> str:
    first = book.case.starts.start
    worst = {
        "|".join(name): [_WORDS.get(one.slack, one.slack), one.at - first, one.shared]
        for name, one in sorted(book.found.items())
    }
    line = {"book": book.number, "minutes": book.minutes, "worst": worst}
    return json.dumps(line, separators=(",", ":")) + "\n"


def _read(style: str, line: dict[str, Any]) -> Kept:
    book = Kept(style, line["book"], line["minutes"], {})
    first = book.case.starts.start
    for name, (slack, after, shared) in line.get("worst", {}).items():
        least = _SLACKS.get(slack, slack)
        book.found[tuple(name.split("|"))] = Worst(least, first + after, shared)
    return book
