"""Looks through every built file for words of what the edition must not show."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.kinds import KINDS
from watchbill.pages.edition import Edition

_MARKUP = re.compile(r"[*_`\[\]<>|#]+|\n")
_SPACE = re.compile(r"\s+")
_IDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_SPLIT = re.compile(r"\S+")
_LEAST = 16


def secrets(book: Book, part: Edition, spoken: str = "") -> frozenset[str]:
    """What must not show: ids (with a hyphen) and stretches of text of the book that its edition lacks.

    `spoken` is what the site says anyway, whatever the book: the reference of kinds and rules.
    """
    whole, shown = set(_stretches(book)), set(_stretches(part.book))
    said = "\n".join([*sorted(shown), *sorted(set(_words(part.book))), spoken])
    ids = {key.partition(":")[2] for key in part.hidden}
    ids |= {id for steps in part.hidden_steps.values() for id in steps}
    # What the open documents say themselves is no secret: some ids are plain words, or a role's too.
    # Nor is the reader's own name, for whom the edition is.
    named = frozenset(_IDS.findall("\n".join([said, part.reader, *_files(part.book), *KINDS])))
    gone = {text for text in whole - shown if text not in said}
    return frozenset(gone | {id for id in ids - named if "-" in id})


def leaks(texts: Iterable[tuple[str, str]], hidden: frozenset[str]) -> list[str]:
    """Where hidden words stand in built files, one line each."""
    if not hidden:
        return []
    ids = frozenset(one for one in hidden if _IDS.fullmatch(one))
    starts: dict[str, list[str]] = {}
    for words in sorted(hidden - ids):
        starts.setdefault(_start(words), []).append(words)
    found = []
    for name, text in texts:
        named = {one.removeprefix("step-") for one in _IDS.findall(text)}
        found += [f"{name}: the id `{one}`" for one in sorted(ids & named)]
        present = _pairs(text).intersection(starts)
        found += [
            f"{name}: “{words[:60]}”"
            for start in sorted(present)
            for words in starts[start]
            if words in text
        ]
    return found


def _start(words: str) -> str:
    """The second and third word: the first may stick to a tag or a bracket."""
    return " ".join(_SPLIT.findall(words)[1:3])


def _pairs(text: str) -> set[str]:
    words = _SPLIT.findall(text)
    return {f"{one} {two}" for one, two in pairwise(words)} | {""}


def _stretches(book: Book) -> Iterator[str]:
    for words in _words(book):
        for piece in _MARKUP.split(words):
            part = _SPACE.sub(" ", piece).strip()
            if len(part) >= _LEAST and part.count(" ") >= 3:
                yield part


def _files(book: Book) -> Iterator[str]:
    return (card.file for card in book.cards.values())


def _words(book: Book) -> Iterator[str]:
    for key in book.keys:
        document = book.find(key)
        if document is not None:
            yield from _strings(_data(document))


def _data(document: Document) -> dict[str, Any]:
    return document.model_dump(mode="json", warnings=False)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield str(name)
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
