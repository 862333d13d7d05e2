"""Words of anybody as Markdown in which nothing means anything."""

from watchbill.load.text import shown
from watchbill.report.trace_markdown import escape

# GitHub refuses a body of more than 65,536 characters as a whole; this is some way below, in UTF-16 units and bytes.
BUDGET = 60_000
_INERT = (
    ("\\@", "@<!-- -->"),
    ("\\#", "#<!-- -->"),
    ("://", ":\\/\\/"),
    ("www.", "www\\."),
)


def inert(words: str) -> str:
    """Words in which nothing means anything: no link, no mention, no HTML, nothing hidden.

    GitHub looks for mentions and issues in the text that was rendered, where a backslash is gone: only another
    node behind the sign stops it.
    """
    plain = escape(shown(words, len(words)))
    for sign, still in _INERT:
        plain = plain.replace(sign, still)
    return plain


def quoted(words: str) -> str:
    """A text of several lines as a quotation, each line of it inert and on its own."""
    return "\n".join(f"> {inert(line)}  ".rstrip() for line in words.split("\n"))


def size(words: str) -> int:
    """What a text counts against the budget."""
    return max(
        len(words.encode("utf-16-le", "replace")) // 2, len(words.encode("utf-8", "replace"))
    )
