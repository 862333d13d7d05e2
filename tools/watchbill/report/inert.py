"""Words of anybody as Markdown in which nothing means anything."""

from watchbill.load.text import shown
from watchbill.report.trace_markdown import escape

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
