"""The account of words: what the source says is in the result or on the list, counted word by word."""

import re
from collections import Counter
from collections.abc import Iterable

from watchbill.importers.told import Told

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> Counter[str]:
    """Each word of a text (a stretch of letters and digits, whatever its case) and how often it stands there."""
    return Counter(_WORD.findall(text.casefold()))


class Ledger:
    """What is told about one file, and which words the import wrote itself."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.told: list[Told] = []
        self.added: list[str] = []

    def tell(self, line: int, was: str, now: str) -> None:
        """Puts something on the list. `was` is gone from the result, `now` says where it went."""
        self.told.append(Told(self.file, line, was, now))

    def ours(self, text: str) -> str:
        """The text again, its words marked as the import's own."""
        self.added.append(text)
        return text

    def lost(self, source: str, result: str) -> list[str]:
        """The words of the source that are neither in the result nor on the list, in their order there.

        What the import wrote itself does not count for the source.
        """
        missing = words(source) - _counted(result, self.added)
        missing -= _sum(one.was for one in self.told)
        return [word for word in words(source) if word in missing]


def _counted(result: str, added: Iterable[str]) -> Counter[str]:
    return words(result) - _sum(added)


def _sum(texts: Iterable[str]) -> Counter[str]:
    return sum(map(words, texts), Counter())
