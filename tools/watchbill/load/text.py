"""Bytes to text: size, encoding, and characters that a reader cannot see."""

import re
import unicodedata
from collections.abc import Iterator

from watchbill.load.fault import START, Fault, Span

MOST_BYTES = 1 << 20
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\r(?!\n)")
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\U000e0000-\U000e007f]")
_TAB = re.compile("\t")


def decode(raw: bytes, *, tabs: bool = False) -> tuple[str, list[Fault]]:
    """The text of a file, its line ends made one newline. A text that breaks a law comes with its faults.

    `tabs` allows tab characters (the Markdown part of a runbook may show them in code).
    """
    if len(raw) > MOST_BYTES:
        return "", [
            Fault(
                "file/too-large",
                START,
                f"the file has {len(raw):,} bytes; at most {MOST_BYTES:,} are read",
                "split it",
            )
        ]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1)
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return "", [
            Fault(
                "file/not-utf8",
                Span(line, column, line, column + 1),
                message,
                "save the file as UTF-8",
            )
        ]
    if not raw.translate(None, _PLAIN):
        return text, []
    text = text.replace("\r\n", "\n")
    return text, list(_hidden(text, tabs))


def _hidden(text: str, tabs: bool) -> Iterator[Fault]:
    for found in _CONTROL.finditer(text):
        yield _at(text, found, "file/control-character", "a control character", "delete it")
    for found in _HIDDEN.finditer(text):
        name = "a character that reorders or hides text"
        yield _at(
            text,
            found,
            "file/hidden-character",
            name,
            "delete it; it can make a reviewer read another text than the tools do",
        )
    if not tabs:
        for found in _TAB.finditer(text):
            yield _at(text, found, "yaml/tab", "a tab", "write spaces")
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        for number, line in enumerate(text.split("\n")):
            if not unicodedata.is_normalized("NFC", line):
                message = "characters in decomposed form: two spellings of one word would differ"
                yield Fault(
                    "file/not-nfc",
                    Span(number, 0, number, len(line)),
                    message,
                    "run `watchbill fmt`",
                )
                break


def _at(text: str, found: re.Match[str], rule: str, what: str, mend: str) -> Fault:
    line = text.count("\n", 0, found.start())
    column = found.start() - (text.rfind("\n", 0, found.start()) + 1)
    return Fault(
        rule, Span(line, column, line, column + 1), f"{what} (U+{ord(found[0][0]):04X})", mend
    )
