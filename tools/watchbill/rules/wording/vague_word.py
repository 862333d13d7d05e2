"""An order says when, how many and who: no "soon", "several" or "as needed".

Two people on two watches read "soon" as five minutes and as tomorrow. Where a number, a time or a
role belongs, it is written. Quoted law, quoted words and messages are left alone.

Bad:
    kind: playbook
    never: [Wait for several reports]

Good:
    kind: playbook
    never: [Wait for a third report]
"""

import re
from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.texts import spots, words
from watchbill.where import Address

ID = "wording/vague-word"
LEVEL = Level.WARNING
ADVICE = {
    "several": "say how many",
    "a few": "say how many",
    "etc": "name all, or say what decides",
    "as needed": "say what decides, or who",
    "as necessary": "say what decides, or who",
    "if necessary": "say what decides, or who",
    "appropriate": "say what decides, or who",
    "regularly": "say how often",
    "periodically": "say how often",
    "frequently": "say how often",
}
STEMS = (
    *("soon", "asap", "quickly", "promptly", "shortly", "timely", "several", "a few", "etc."),
    *("necessary", "as needed", "appropriate", "regularly", "periodically", "frequently"),
)
# Put together where a text has one of these.
VAGUE = (
    r"(?i)\b(?:as soon as possible|(?<!as )soon(?! as)|asap|quickly|promptly|shortly|timely|several"
    r"|a few|etc(?=\.)|(?:as|if) necessary|as needed|(?:as|if|where|when) appropriate"
    r"|regularly|periodically|frequently)\b"
)
QUOTED = r"\"[^\"\n]*\"|`[^`\n]*`|\[\[[^\]\n]*\]\]"


def check(book: Book) -> Iterator[Hit]:
    """Every order in a guide, its titles too."""
    for document in book.every():
        said = words(document)
        if not said.prose:
            continue
        low = f"{said.prose}\n{said.titles}".lower()
        if not any(map(low.__contains__, STEMS)) or not re.search(VAGUE, low):
            continue
        for spot in spots(document):
            if spot.group == "other":
                continue
            for found in re.finditer(VAGUE, re.sub(QUOTED, "", spot.text)):
                yield Hit(
                    Address(document.key, spot.path),
                    f"`{found[0]}` can mean anything",
                    _advice(found[0].lower()),
                    found[0],
                )


def _advice(word: str) -> str:
    known = ADVICE.get(word) or ADVICE.get(word.rsplit(maxsplit=1)[-1])
    return known or "write the time: `within 30 minutes`, `at the end of the shift`"
