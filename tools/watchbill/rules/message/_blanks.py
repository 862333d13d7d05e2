"""The blanks in the text of a message."""

import re

_BLANK = re.compile(r"(?<![{$])\{([^{}\n]*)\}(?!\})")


def blanks(text: str) -> list[str]:
    """The names between single braces, in order; `{{x}}` and `${x}` are not blanks."""
    return _BLANK.findall(text) if "{" in text else []
