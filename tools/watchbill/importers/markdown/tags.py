"""Small parts of raw HTML and of lines: attributes, and the space between what was two words."""

import re


def apart(text: str, found: re.Match[str], made: str) -> str:
    """What stands for a piece, with a space where it would run into the word before or after it."""
    before = text[found.start() - 1 : found.start()] if found.start() else ""
    after = text[found.end() : found.end() + 1]
    if made == found[0] or not made:
        return made or (" " if before.isalnum() and after.isalnum() else "")
    left = " " if before.isalnum() and made[0].isalnum() else ""
    right = " " if after.isalnum() and made[-1].isalnum() else ""
    return f"{left}{made}{right}"


def attribute(tag: str, name: str) -> str:
    """The value of an attribute of a tag; "" where it has none of that name."""
    found = re.search(rf"(?i)\b{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", tag)
    return next((one for one in found.groups() if one is not None), "") if found else ""


def less(tag: str, words: str) -> str:
    """A tag without the words of it that stay."""
    return tag.replace(words, "", 1) if words else tag
