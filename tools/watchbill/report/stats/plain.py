"""How plain a document is: the school grade that can read it, by the Automated Readability Index.

4.71 letters a word + 0.5 words a sentence - 21.43 (E. A. Smith and R. J. Senter, Automated Readability
Index, AMRL-TR-66-220, Aerospace Medical Research Laboratories, 1967). It was made for technical manuals,
and counts letters: the formulas of Flesch and Kincaid count syllables, which a program can only guess.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.message import Message
from watchbill.model.prose import FENCE, LINK
from watchbill.model.texts import spots

WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
# Fewer say nothing: one long name would decide.
LEAST_WORDS = 50
# Fewer are a label ("Case number", "Yes"), and no sentence.
_LABEL = 3
_CODE = re.compile(r"^(```|~~~)[^\n]*\n.*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_ASIDE = re.compile(r"`[^`\n]*`|\{[^{}\n]*\}|https?://[^\s)>]+|^[ \t]*\|.*$", re.MULTILINE)
_NAMED = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_NEW = re.compile(r"\n(?=[ \t]*(?:[-*+>#]|[0-9]+[.)])[ \t])|\n[ \t]*\n")
_MARKER = re.compile(r"^[ \t]*(?:[-*+>]|#+|[0-9]+[.)])[ \t]+")
_END = re.compile(r"[.!?][\"')\]\u201d\u2019]*\s+(?=[\"'(\u201c\u2018]?[A-Z])")


class Plain(NamedTuple):
    """A document's words and sentences, and the school grade that can read them, to a tenth."""

    document: str
    words: int
    sentences: int
    grade: float


def plain(book: Book) -> tuple[Plain, ...]:
    """Every document with at least 50 words of English prose, the hardest first."""
    found = [
        one
        for key in book.keys
        if (document := book.find(key)) is not None and (one := _score(document))
    ]
    return tuple(sorted(found, key=lambda one: (-one.grade, one.document)))


def _score(document: Document) -> Plain | None:
    said = [WORD.findall(sentence) for text in _prose(document) for sentence in sentences(text)]
    lengths = [len(words) for words in said if len(words) > _LABEL]
    letters = sum(_letters(word) for words in said if len(words) > _LABEL for word in words)
    words = sum(lengths)
    if words < LEAST_WORDS:
        return None
    return Plain(document.key, words, len(lengths), grade(letters, words, len(lengths)))


def grade(letters: int, words: int, count: int) -> float:
    """The index of a text of so many letters and digits, words and sentences (`count`)."""
    return round(4.71 * letters / words + 0.5 * words / count - 21.43, 1)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a Markdown text: links, codes, blanks and tables taken out, a list item one at least."""
    bare = _NAMED.sub(r"\1", LINK.sub("", FENCE.sub("", _CODE.sub("", text))))
    for part in _NEW.split(_ASIDE.sub("", bare)):
        yield from filter(None, (one.strip() for one in _END.split(_MARKER.sub("", part))))


def _prose(document: Document) -> Iterator[str]:
    """Our own orders, as the rules of wording see them; of a message what is sent."""
    if isinstance(document, Message):
        yield from (document.subject or "", document.body) if document.language == "en" else ()
        return
    yield from (spot.text for spot in spots(document) if spot.group == "prose")


def _letters(word: str) -> int:
    return sum(map(str.isalnum, word))
