"""A severity as a badge."""

from watchbill.pages.markup import Html, h


def badge(severity: str) -> Html:
    """The badge; its letters say what its colour says."""
    return h("span", severity, class_=f"wb-sev wb-{severity.lower()}")
