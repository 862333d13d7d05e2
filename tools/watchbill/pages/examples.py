"""What the pages of the reference share: a line of prose, and an example of YAML."""

from watchbill.model.prose import Link
from watchbill.pages import prose
from watchbill.pages.markup import Html, h


def no_link(_: Link) -> None:
    """The reference speaks of documents that nobody has."""
    return


def line(source: str) -> Html:
    """Prose on one line."""
    return prose.render_line(" ".join(source.split()), no_link)


def code(source: str, label: str) -> Html:
    """An example as it is written."""
    inner = h("code", source.strip("\n"))
    return h(
        "pre", inner, class_="wb-code", tabindex=0, role="region", aria_label=f"{label} example"
    )
