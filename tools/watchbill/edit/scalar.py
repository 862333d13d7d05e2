"""A value as YAML text, in the one form that every reader of YAML takes alike."""

import json
import re
from typing import Any

from watchbill.load.scalars import MEANING

_SAFE = re.compile(r"[A-Za-z0-9_(/.+<$][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")
_UNSAFE = re.compile(r": |:$| #|\s$|^[.]{3}|^[0-9.]+:")
_IN_FLOW = re.compile(r"[\[\]{},]|:$|^-$")


def scalar(value: Any, *, flow: bool = False) -> str:
    """One value on one line: plain where that is safe, else in double quotes. `flow` is inside `[]` or `{}`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return value if is_plain(value, flow=flow) else quoted(value)


def is_plain(value: str, *, flow: bool = False) -> bool:
    """Whether a text means itself without quotes."""
    if not _SAFE.fullmatch(value) or _UNSAFE.search(value) or not isinstance(MEANING[value], str):
        return False
    return not (flow and _IN_FLOW.search(value))


def quoted(value: str) -> str:
    """A text in double quotes."""
    return _ODD.sub(_escaped, json.dumps(value, ensure_ascii=False))


_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
