"""Runs one rule over the smallest book with an example laid over it."""

from importlib import import_module
from textwrap import dedent

from tests import smallest


def hits(rule: str, overlay: str = "") -> list[str]:
    """Each hit as `address: message`, with its word in brackets where it has one."""
    check = import_module("watchbill.rules." + rule.replace("/", ".").replace("-", "_")).check
    text = dedent(overlay).strip("\n") + "\n"
    documents = smallest.overlaid(text) if overlay else smallest.data()
    found = check(smallest.book(documents))
    return [f"{hit.at}: {hit.message}" + (f" [{hit.word}]" if hit.word else "") for hit in found]
