"""What a plain scalar means: the YAML 1.2 core types, less every form that another reader takes otherwise."""

import re
from typing import Any, NamedTuple

_INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})$")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}$")
_NUMBER_START = frozenset("-+.0123456789")
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_BOOL = {"true": True, "false": False}
_YES_NO = frozenset(
    form
    for word in ("y", "n", "yes", "no", "on", "off", "true", "false")
    for form in (word, word.title(), word.upper())
) - {"true", "false"}
_ODD_NUMBER = re.compile(
    r"""[-+]?(?:
        0[0-9_]+ | 0[xob][0-9a-fA-F_]+ | [0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)? | [0-9]{19,}
      | [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)? | [0-9][0-9_]*\.[0-9_]+ | \.[0-9][0-9_]*
      | (?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+
      | \.(?:inf|Inf|INF|nan|NaN|NAN) | [0-9]+\. | \.[0-9]+ | [0-9]+\.[0-9]{18,}
    )$ | \+[0-9]+(?:\.[0-9]+)?$""",
    re.VERBOSE,
)


class Odd(NamedTuple):
    """A scalar that is refused: the rule, what is wrong, how to mend it."""

    rule: str
    message: str
    mend: str


def resolve(value: str) -> Any:
    """The value of a plain scalar (str, int, float, bool), or Odd where readers of YAML disagree about it."""
    if value in _BOOL:
        return _BOOL[value]
    if value in _NULL:
        return Odd(
            "yaml/empty-value", "nothing is written here", "write the value, or leave the field out"
        )
    if value in _YES_NO:
        return Odd(
            "yaml/ambiguous-scalar",
            f"`{value}` is a truth value to some readers of YAML and text to others",
            f'write true or false, or quote it: "{value}"',
        )
    if value[0] in _NUMBER_START:
        if _INT.match(value):
            return int(value)
        if _FLOAT.match(value):
            return float(value)
        if _ODD_NUMBER.match(value):
            return Odd(
                "yaml/ambiguous-scalar",
                f"`{value[:40]}` is read as different numbers by different readers of YAML",
                f'quote it: "{value[:40]}"',
            )
    elif value in ("<<", "="):
        return Odd(
            "yaml/merge-key",
            f"`{value}` merges one mapping into another, which is not used here",
            "write the fields out",
        )
    return value


class Memo(dict[str, Any]):
    """Remembers what each distinct scalar means; a book repeats few words often."""

    def __missing__(self, value: str) -> Any:
        if len(self) > 50_000:
            self.clear()
        found = resolve(value)
        if len(value) <= 200:
            self[value] = found
        return found


MEANING = Memo()
