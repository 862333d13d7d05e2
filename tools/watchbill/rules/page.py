"""A rule's docstring as its page: the law, why, a Bad and a Good."""

import inspect
import re
import textwrap
from typing import NamedTuple

from watchbill.load.laws import LAWS
from watchbill.rules import all_rules

_PARTS = re.compile(r"^(Bad|Good):\n((?:    .*\n|\n)+)", re.MULTILINE)


class Page(NamedTuple):
    """The law in one sentence, the reason, and two examples as YAML."""

    law: str
    why: str
    bad: str
    good: str


def parse(doc: str) -> Page:
    """The page in a docstring. Raises ValueError where a part is missing."""
    text = inspect.cleandoc(doc) + "\n"
    found = {name: textwrap.dedent(body).strip("\n") + "\n" for name, body in _PARTS.findall(text)}
    head = _PARTS.split(text, maxsplit=1)[0].strip()
    law, _, why = head.partition("\n\n")
    if not found.keys() >= {"Bad", "Good"} or not law:
        raise ValueError("a rule's docstring has its law, why, `Bad:` and `Good:`")
    return Page(" ".join(law.split()), why.strip(), found["Bad"], found["Good"])


def laws() -> dict[str, str]:
    """Every rule's law in one sentence, the laws of form included."""
    own = {rule.id: parse(rule.doc).law for rule in all_rules()}
    return own | {name: law.text.partition(". ")[0] + "." for name, law in LAWS.items()}
