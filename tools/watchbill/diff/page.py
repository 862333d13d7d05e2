"""A kind's docstring as its page: what changed, why a reviewer cares, and an example before and after."""

import inspect
import re
import textwrap
from typing import NamedTuple

_PARTS = re.compile(r"^(Before|After):\n((?:    .*\n|\n)+)", re.MULTILINE)
_DIRECTION = re.compile(r"^Direction: ([a-z]+)(?:, backwards ([a-z]+))?$", re.MULTILINE)


class Page(NamedTuple):
    """What changed in one sentence, why it matters, and an example as YAML with its direction.

    `backwards` is the direction of the same change made the other way round.
    """

    law: str
    why: str
    before: str
    after: str
    direction: str
    backwards: str


def parse(doc: str) -> Page:
    """The page in a docstring. Raises ValueError where a part is missing."""
    text = inspect.cleandoc(doc) + "\n"
    found = {name: textwrap.dedent(body).strip("\n") + "\n" for name, body in _PARTS.findall(text)}
    direction = _DIRECTION.search(text)
    head = _PARTS.split(text, maxsplit=1)[0].strip()
    law, _, why = head.partition("\n\n")
    if not found.keys() >= {"Before", "After"} or not law or not direction:
        raise ValueError(
            "a kind's docstring has what changed, why, `Before:`, `After:`, `Direction:`"
        )
    flipped = {"weaker": "stronger", "stronger": "weaker"}
    here = direction[1]
    back = direction[2] or flipped.get(here, here)
    return Page(" ".join(law.split()), why.strip(), found["Before"], found["After"], here, back)
