"""Parts of a template that are there only under a condition.

A line that ends in `#? us-tida` is there where `us-tida` holds. A line that is nothing but `#? us-tida`
begins a part that ends at `#?end` or at the next such line. Several words, joined by commas: any of
them; `not` in front: none of them.
"""

import re
from collections.abc import Collection, Iterator

_MARK = re.compile(r"^(.*?) ?#\? ([a-z0-9, -]+)$")
_END = "#?end"


def kept(text: str, holds: Collection[str]) -> str:
    """The text without the parts whose condition does not hold, and without the marks."""
    return "".join(f"{line}\n" for line in _kept(text, holds))


def _kept(text: str, holds: Collection[str]) -> Iterator[str]:
    open_ = True
    for line in text.splitlines():
        found = _MARK.match(line)
        if line == _END:
            open_ = True
        elif found is None:
            if open_:
                yield line
        elif not found[1]:
            open_ = _true(found[2], holds)
        elif open_ and _true(found[2], holds):
            yield found[1]


def _true(condition: str, holds: Collection[str]) -> bool:
    words = condition.removeprefix("not ").split(", ")
    return any(word in holds for word in words) is not condition.startswith("not ")
