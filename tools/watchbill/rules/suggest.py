"""Proposes the name that was probably meant."""

import difflib
from collections.abc import Iterable


def suggest(written: str, known: Iterable[str], otherwise: str) -> str:
    """`did you mean ...?` where a known name is near to what was written, else the other advice."""
    close = difflib.get_close_matches(written, sorted(known), 1, 0.6)
    return f"did you mean `{close[0]}`?" if close else otherwise
