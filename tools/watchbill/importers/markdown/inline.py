"""What stands inside lines: links, pictures, raw HTML and brackets, in words that our prose has.

Every rewriting keeps the number of lines, so that a place in the result is a place in the source.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from watchbill.importers.markdown.blocks import Text
from watchbill.importers.markdown.ledger import Ledger

_LABEL = r"\[(?P<{0}>(?:[^\[\]\\]|\\.|\[[^\[\]]*\](?:\([^()\s]*\))?)*)\]"
_DEST = r"\([ \t\n]*(?:<(?P<angle>[^<>\n]*)>|(?P<dest>[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*))"
_NAME = r"(?:[ \t\n]+(?P<name>\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t\n]*\)"
_PIECE = re.compile(
    r"(?P<escape>\\[^\w\s])"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).){1,4000}?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<comment><!--.{0,20000}?-->)"
    r"|(?P<auto><[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>)"
    r"|<a\s(?P<attributes>[^<>]*)>(?P<inside>[^<>]{0,4000})</a>"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{0,4000})?/?>)"
    r"|(?P<wiki>\[\[(?P<page>[^\[\]\n]{0,140})\]\])"
    rf"|(?P<picture>!)?{_LABEL.format('label')}(?:{_DEST}{_NAME}|\[(?P<ref>[^\[\]]*)\])?",
    re.DOTALL,
)
_MARKS = {
    **dict.fromkeys(("b", "strong"), "**"),
    **dict.fromkeys(("i", "em"), "*"),
    **dict.fromkeys(("code", "kbd", "tt", "samp"), "`"),
}
_HTTPS = re.compile(r"https://[^\s/\\@?#]+(?:[/?#][^\s\\]*)?", re.ASCII)
_FENCE = re.compile(r"^([ \t]*(?:[-*+>][ \t]*)*):::", re.MULTILINE)


class Target(NamedTuple):
    """Where a relative address leads: the words that stand for it in the text, the target's title, and what is told."""

    text: str
    title: str
    said: str


Find = Callable[[str, bool], Target | None]
"""An address of the source (and whether it is of a picture) to its target; None where it is none of the import's."""


def rewritten(text: Text, ledger: Ledger, find: Find, first: int) -> list[str]:
    """The lines of a text with everything inside them rewritten; code and raw HTML blocks are left alone.

    `first` is the line of the source at which the text begins, from 1.
    """
    lines = list(text.lines)
    used: set[str] = set()
    defined = {at for _, start, end in text.links.values() for at in range(start, end)}
    kept, start = text.kept | defined, 0
    while start < len(lines):
        end = start
        while end < len(lines) and end not in kept:
            end += 1
        if end > start:
            piece = _Inline(ledger, text.links, find, first + start, used)
            lines[start:end] = piece.all("\n".join(lines[start:end])).split("\n")
        start = end + 1
    for label, (address, start, end) in text.links.items():
        where = _Defined(label, address, label in used, first + start)
        lines[start:end] = _gone(lines[start:end], where, ledger)
    return lines


class _Defined(NamedTuple):
    label: str
    address: str
    used: bool
    line: int


def _gone(lines: list[str], one: _Defined, ledger: Ledger) -> list[str]:
    """The lines of a link's definition: footnotes stay as text, all else stands where it is used."""
    if one.label.startswith("^"):
        return [re.sub(r"^([\s>]*)\[", r"\1\\[", lines[0]), *lines[1:]]
    text = "\n".join(lines)
    if one.used:
        now = f"is a link to {one.address} where it is used"
        ledger.tell(one.line, text.replace(one.address, "", 1).strip(), now)
    else:
        ledger.tell(one.line, text, "is a link that nothing uses")
    return [""] * len(lines)


class _Inline:
    def __init__(
        self,
        ledger: Ledger,
        links: Mapping[str, tuple[str, int, int]],
        find: Find,
        first: int,
        used: set[str],
    ) -> None:
        self._ledger = ledger
        self._links = links
        self._find = find
        self._line = first
        self._used = used

    def all(self, text: str) -> str:
        """The text with every piece rewritten."""
        begun = self._line
        parts, at = [], 0
        for found in _PIECE.finditer(text):
            parts.append(text[at : found.start()])
            self._line = begun + text.count("\n", 0, found.start())
            made = _apart(text, found, self._piece(found))
            # A line more or less would move all that follows.
            missing = found[0].count("\n") - made.count("\n")
            parts.append(made + "\n" * max(0, missing))
            at = found.end()
        self._line = begun
        whole = "".join((*parts, text[at:]))
        return _FENCE.sub(r"\1\\:::", whole)

    def _piece(self, found: re.Match[str]) -> str:
        if found["escape"] or found["code"] or found["auto"]:
            return found[0]
        if found["comment"]:
            self._ledger.tell(self._line, "", "a comment of the source is shown to readers")
            return found[0]
        if found["attributes"] is not None:
            return self._anchor(found)
        if found["tag"]:
            return self._tag(found["tag"])
        if found["wiki"]:
            return self._wiki(found)
        return self._link(found)

    def _tag(self, tag: str) -> str:
        name = re.sub(r"[^a-z0-9]", "", tag.lower().split()[0].strip("</>"))
        mark = _MARKS.get(name)
        if mark is not None:
            self._ledger.tell(self._line, tag, f"is now `{mark}`" if mark != "`" else "is now code")
            return mark
        if name == "br":
            self._ledger.tell(self._line, tag, "is now a stroke")
            return " / "
        if name == "img":
            return self._image_tag(tag)
        self._ledger.tell(self._line, "", f"raw HTML ({name}) is shown as it is written")
        return tag

    def _image_tag(self, tag: str) -> str:
        source, words = _attribute(tag, "src"), _attribute(tag, "alt")
        self._ledger.tell(self._line, _less(_less(tag, words), source), "is a picture")
        return self._picture(words, source)

    def _anchor(self, found: re.Match[str]) -> str:
        address, inside = _attribute(found["attributes"], "href"), found["inside"]
        gone = f"<a {_less(found['attributes'], address)}></a>"
        self._ledger.tell(self._line, gone, "is a link" if address else "names a place")
        return self._to(inside, address) if address else inside

    def _wiki(self, found: re.Match[str]) -> str:
        page, _, label = found["page"].partition("|")
        target = self._find(page.strip(), False)
        if target is not None:
            self._ledger.tell(self._line, page, target.said)
            return self._joined(label.strip(), target)
        self._ledger.tell(self._line, "", "brackets that lead nowhere are shown as they are")
        return found[0].replace("[[", "[\\[")

    def _link(self, found: re.Match[str]) -> str:
        label, dest = (
            found["label"],
            found["angle"] if found["angle"] is not None else found["dest"],
        )
        if dest is None:
            ref = found["ref"] or label
            wanted = " ".join(ref.split()).casefold()
            known = self._links.get(wanted)
            if known is None or ref.startswith("^"):
                inner = label if found["picture"] else self.all(label)
                return found[0].replace(label, inner, 1)
            dest = known[0]
            self._used.add(wanted)
            if found["ref"]:
                self._ledger.tell(self._line, found["ref"], "is the link that it names")
        if found["name"]:
            self._ledger.tell(self._line, found["name"], "was the title of a link")
        if found["picture"]:
            return self._picture(label, dest)
        return self._to(self.all(label), dest)

    def _picture(self, label: str, dest: str) -> str:
        if _HTTPS.fullmatch(dest):
            self._ledger.tell(
                self._line, "", f"a picture of another site is now a link to it: {dest}"
            )
            return f"[{label or self._ledger.ours('picture')}]({dest})"
        target = self._find(dest, True)
        if target is None:
            self._ledger.tell(
                self._line, "", f"the picture {dest} is not in the folder; its name is kept"
            )
            return f"{label} (`{dest}`)".strip()
        self._ledger.tell(self._line, dest, target.said)
        return f"{label} ({self._ledger.ours(target.text)})".strip()

    def _to(self, label: str, dest: str) -> str:
        if _HTTPS.fullmatch(dest):
            return f"[{label}]({dest})"
        target = self._find(dest, False)
        if target is not None:
            self._ledger.tell(self._line, dest, target.said)
            return self._joined(label, target)
        if not dest:
            return label
        self._ledger.tell(
            self._line, "", f"the site has no link to {dest}; the address stands in the text"
        )
        if label == dest:
            self._ledger.tell(self._line, label, "stands there once")
            return f"`{dest}`"
        return f"{label} (`{dest}`)"

    def _joined(self, label: str, target: Target) -> str:
        """A link of ours: it shows the title of its target, so a label that says the same goes."""
        link = self._ledger.ours(target.text)
        if not label or not link:
            return label or link
        if " ".join(label.split()).casefold() == target.title.casefold():
            self._ledger.tell(self._line, label, "is what the link shows")
            return link
        return f"{label} ({link})"


def _apart(text: str, found: re.Match[str], made: str) -> str:
    """What stands for a piece, with a space where it would run into the word before or after it."""
    before = text[found.start() - 1 : found.start()] if found.start() else ""
    after = text[found.end() : found.end() + 1]
    if made == found[0] or not made:
        return made or (" " if before.isalnum() and after.isalnum() else "")
    left = " " if before.isalnum() and made[0].isalnum() else ""
    right = " " if after.isalnum() and made[-1].isalnum() else ""
    return f"{left}{made}{right}"


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"(?i)\b{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", tag)
    return next((one for one in found.groups() if one is not None), "") if found else ""


def _less(tag: str, words: str) -> str:
    """A tag without the words of it that stay."""
    return tag.replace(words, "", 1) if words else tag
