"""The blanks that a message fills in before it is sent, by the place where they stand."""

import re

from watchbill.model.base import Document
from watchbill.model.message import Message

# `{{x}}` and `${x}` are no blanks.
_BLANK = re.compile(r"(?<![{$])\{([^{}\n]*)\}(?!\})")


def blanks(document: Document | None) -> frozenset[str]:
    """The names of the blanks in the subject and the body of a message."""
    if not isinstance(document, Message):
        return frozenset()
    return frozenset(_BLANK.findall(f"{document.subject or ''}\n{document.body}"))
