"""Provisions of law as people cite them, compared: forgiving in the spelling, exact in the numbers."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"\d+/\d+(?:/[a-z]+)*|\([^()\s]{1,6}\)|[^\W_]+(?:\.[^\W_]+)*", re.IGNORECASE)
# Laws whose sections are cited by their numbers alone.
_CODE = re.compile(r"U\.?S\.?C\b|\bCode\b|\bLaw\b", re.IGNORECASE)
# What the same word is written as.
_SAME = {
    "article": "art",
    "articles": "art",
    "arts": "art",
    "sections": "s",
    "section": "s",
    "sec": "s",
    "ss": "s",
    "regulation": "reg",
    "regulations": "reg",
    "implementing": "impl",
    "delegated": "del",
    "rule": "r",
    "rules": "r",
    "paragraph": "para",
    "usc": "u.s.c",
}
_SPLIT = ("art", "s", "r", "para")
_SMALL = frozenset(("of", "the", "and", "in", "to"))


class Provision(NamedTuple):
    """A citation taken apart: the words that name the law, and the provisions, each from the outside in."""

    words: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]

    @property
    def article(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The law and its first provision down to the article, without paragraphs."""
        return tuple(sorted(self.words)), self.parts[0][:2] if self.parts else ()


def provision(text: str) -> Provision:
    """A citation, or the words of a person who looks for one, taken apart."""
    sign = " " if _CODE.search(text) else " s "
    tokens = [_plain(token) for token in _TOKEN.findall(text.replace("§", sign))]
    words, parts = list[str](), list[list[str]]()
    inside = False
    for at, token in enumerate(tokens):
        number = tokens[at + 1] if at + 1 < len(tokens) else ""
        if token in _SPLIT and number[:1].isdigit():
            parts.append([token])
            inside = True
        elif inside and (len(parts[-1]) == 1 or token.startswith("(")):
            parts[-1].append(token)
        else:
            inside = False
            words.append(token.strip("()"))
    told = dict.fromkeys(word for word in words if word and word not in _SMALL)
    return Provision(tuple(told), tuple(map(tuple, parts)))


def _plain(token: str) -> str:
    word = token.casefold().strip(".")
    return _SAME.get(word, word)


def fits(asked: Provision, cited: Provision) -> bool:
    """Whether a citation is what was asked for: it has all its words, and its provisions or paragraphs of them."""
    if not asked.words and not asked.parts:
        return False
    return set(asked.words) <= set(cited.words) and all(
        any(part[: len(wanted)] == wanted for part in cited.parts) for wanted in asked.parts
    )
