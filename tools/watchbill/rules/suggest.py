"""Proposes the name that was probably meant."""

from collections.abc import Iterable

from watchbill.load.validate import close


def suggest(written: str, known: Iterable[str], otherwise: str) -> str:
    """`did you mean ...?` where a known name is near to what was written, else the other advice."""
    meant = close(written, sorted(known))
    return f"did you mean `{meant}`?" if meant else otherwise
