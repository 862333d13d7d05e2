"""Bytes to text: size, encoding, and characters that a reader cannot see."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from watchbill.load.fault import START, Fault, Span

MOST_BYTES = 1 << 20
MOST_OF_A_KIND = 20
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"
# Characters that reorder or hide text: directions, spaces and letters without width, joiners behind
# ASCII (a family emoji and Persian need them, and only behind their own kind), tags, selectors.
_HIDDEN_SET = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_CONTROL_SET = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
# Put together when they are first asked for: nearly every text is told to be plain without them.
_CONTROL = f"[{_CONTROL_SET}]|\r(?!\n)"
_HIDDEN = f"[{_HIDDEN_SET}]|(?<![^\x00-\x7f])[\u200c\u200d]"
_TAB = "\t"
_UNSEEN = f"[{_CONTROL_SET}\t\r\ud800-\udfff]|{_HIDDEN}"
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def decode(raw: bytes, *, tabs: bool = False) -> tuple[str, list[Fault]]:
    """The text of a file, its line ends made one newline. A text that breaks a law comes with its faults.

    `tabs` allows tab characters (the Markdown part of a runbook may show them in code).
    """
    if len(raw) > MOST_BYTES:
        return "", [
            Fault(
                "file/too-large",
                START,
                f"the file has more than {MOST_BYTES:,} bytes, which is the most that is read",
                "split it",
            )
        ]
    if raw.startswith(_UTF16) or (len(raw[:4]) > 0 and raw[:4].count(0) * 2 >= len(raw[:4])):
        return "", [_not_utf8(START, "this looks like UTF-16 or UTF-32")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1)
        span = Span(line, column, line, column + 1)
        return "", [_not_utf8(span, f"byte 0x{raw[error.start]:02x} is not UTF-8")]
    if not raw.translate(None, _PLAIN):
        return text, []
    text = text.replace("\r\n", "\n")
    return text, [*_hidden(text), *([] if tabs else tabs_in(text))]


def _not_utf8(span: Span, message: str) -> Fault:
    return Fault("file/not-utf8", span, message, "save the file as UTF-8")


def _hidden(text: str) -> Iterator[Fault]:
    yield from _each(text, _CONTROL, "file/control-character", "a control character", "delete it")
    if text.isascii():
        return
    yield from _each(
        text,
        _HIDDEN,
        "file/hidden-character",
        "a character that reorders or hides text",
        "delete it; it can make a reviewer read another text than the tools do",
    )
    if not unicodedata.is_normalized("NFC", text):
        for number, line in enumerate(text.split("\n")):
            if not unicodedata.is_normalized("NFC", line):
                yield not_nfc(Span(number, 0, number, len(line)))
                break


def not_nfc(span: Span) -> Fault:
    """The fault of a text in decomposed form."""
    message = "characters in decomposed form: two spellings of one word would differ"
    return Fault("file/not-nfc", span, message, "run `watchbill fmt`")


def tabs_in(text: str, lines: int = 0) -> list[Fault]:
    """The tabs of a text that begins so many lines below the top of its file."""
    return list(_each(text, _TAB, "yaml/tab", "a tab", "write spaces", lines))


def _each(
    text: str, pattern: str, rule: str, what: str, mend: str, lines: int = 0
) -> Iterator[Fault]:
    """The first places of a pattern; the last of them says how many more there are."""
    places = re.finditer(pattern, text)
    for number, found in enumerate(islice(places, MOST_OF_A_KIND), 1):
        line = text.count("\n", 0, found.start()) + lines
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1)
        message = f"{what} (U+{ord(found[0][0]):04X})"
        more = sum(1 for _ in places) if number == MOST_OF_A_KIND else 0
        if more:
            message += f", and {more:,} more below"
        yield Fault(rule, Span(line, column, line, column + 1), message, mend)


def unseen(value: str) -> str:
    """The first character of a value that must not be in it, "" where there is none.

    An escape in double quotes can bring in what the bytes of the file do not show.
    """
    found = re.search(_UNSEEN, value)
    return found[0] if found else ""


def unseen_at(text: str) -> frozenset[int]:
    """The positions of what must not be in a text."""
    return frozenset(found.start() for found in re.finditer(_UNSEEN, text))


def is_nfc(value: str) -> bool:
    """Whether a value is in composed form."""
    return value.isascii() or unicodedata.is_normalized("NFC", value)


def folded(name: str) -> str:
    """A name without case and Unicode form: two that fold to one are one to some reader."""
    if name.isascii():
        return name.lower()
    once = unicodedata.normalize("NFKC", name).casefold()
    return unicodedata.normalize("NFKC", once).casefold()


def shown(value: object, most: int = 60) -> str:
    """A value as a message may show it: short, on one line, nothing in it that a reader cannot see."""
    text = str(value)
    cut = text if len(text) <= most else text[: most - 3] + "..."
    return re.sub(_UNSEEN, _escaped, cut).replace("\n", "\\n")


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )
