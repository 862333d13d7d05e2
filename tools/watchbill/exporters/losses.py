"""What a target cannot say, as a page beside its files."""

from collections.abc import Sequence

from watchbill.exporters.protocol import File


def losses_file(target: str, losses: Sequence[str]) -> File:
    """LOSSES.md of a target."""
    body = "".join(f"- {loss}\n" for loss in losses) or "Nothing: it says all that the book says.\n"
    return File(
        "LOSSES.md",
        f"# What the export to {target} cannot say\n\n"
        "The book promises this; the files beside this page do not carry it. It must be done elsewhere.\n\n"
        + body,
    )
