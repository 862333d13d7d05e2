"""Lines without spaces at their ends, at most one blank line in a row, one line end at the end."""

import re

from watchbill.edit.blocks import Source

_CODE = re.compile(r"^ {0,3}(```+|~~~+)")
_BREAK = re.compile(r"\S {2,}$")
_INDENTED = re.compile(r"^(?: {4}|\t)")


def tidy(text: Source) -> str:
    """A YAML text with its lines tidied; lines inside a value stay as they are."""
    done: list[str] = []
    last = len(text.lines) - 1
    for number, line in enumerate(text.lines):
        if number in text.kept or (number == last and not line):
            done.append(line)
        elif line.strip() or (done and done[-1].strip()):
            done.append(line.rstrip(" "))
    return "\n".join(done)


def bare(text: Source) -> str:
    """A YAML text without the marks of a document's beginning and end (`---`, `...`), its blank lines empty.

    Spaces on a blank line would become part of a block of text behind which a field carries them.
    """
    marks = ("---", "...")
    lines = enumerate(text.lines)
    return "\n".join(
        "" if text.blank(number) else line
        for number, line in lines
        if number in text.kept or line.rstrip() not in marks
    )


def ended(text: str) -> str:
    """A text with one line end at its end."""
    return text.rstrip("\n") + "\n" if text.strip("\n") else ""


def tidy_markdown(body: str) -> str:
    """A Markdown text with its lines tidied. Code stays as it is, and so does a break of two spaces."""
    done: list[str] = []
    fence = ""
    lines = body.split("\n")
    for number, line in enumerate(lines):
        code = _CODE.match(line)
        if fence or code or _INDENTED.match(line):
            done.append(line if line.strip() or fence else "")
            if code and (not fence or line.strip().startswith(fence)):
                fence = "" if fence else code[1]
            continue
        follows = number + 1 < len(lines) and lines[number + 1].strip()
        plain = line.rstrip(" ")
        if plain or not done or done[-1] or _within_code(lines, number):
            done.append(f"{plain}  " if follows and _BREAK.search(line) else plain)
    return ended("\n".join(done))


def _within_code(lines: list[str], number: int) -> bool:
    """Whether a blank line parts two lines of indented code."""
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    below = next((line for line in lines[number:] if line.strip()), "")
    return bool(_INDENTED.match(above) and _INDENTED.match(below))
