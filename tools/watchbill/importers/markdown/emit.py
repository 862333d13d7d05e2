"""Blocks of a source written as blocks of our prose: headings below ours, code that ends, HTML as code."""

import re
from collections.abc import Sequence

from watchbill.importers.markdown.blocks import Block, closed, ended, fenced, without_closing
from watchbill.importers.markdown.ledger import Ledger, words

_COMMENT = re.compile(r"\s*(?:<!--.*?-->\s*)+", re.DOTALL)
_FOLD = re.compile(r"(?i)</?details[^<>]*>")
_HEAD = re.compile(r"(?i)<summary[^<>]*>\s*(.*?)\s*</summary>", re.DOTALL)
_MOST_DEPTH = 6
_FENCE = re.compile(r"[ \t]*:::")


class Emit:
    """Writes blocks of one file. What has no place among them is gathered in `also`."""

    def __init__(self, ledger: Ledger, first: int) -> None:
        self.ledger = ledger
        self.first = first
        self.also: list[str] = []

    def text(self, lines: Sequence[str], blocks: Sequence[Block], floor: int) -> str:
        """The blocks as text, a blank line between them. No heading is above `floor` marks."""
        depths = [one.depth for one in blocks if one.kind == "heading"]
        base = min(depths, default=0)
        made = (self._block(lines, one, floor, base) for one in blocks)
        return "\n\n".join("\n".join(one) for one in made if one)

    def _block(self, lines: Sequence[str], block: Block, floor: int, base: int) -> list[str]:
        own = list(lines[block.start : block.end])
        if block.kind == "heading":
            depth = min(_MOST_DEPTH, floor + block.depth - base)
            return [f"{'#' * depth} {without_closing(block.title) or self.ledger.ours('Untitled')}"]
        if block.kind == "fence":
            return self._code(
                closed([line.expandtabs(4) if _FENCE.match(line) else line for line in own]), block
            )
        if block.kind == "indented":
            code = [re.sub(r"^(?: {1,4}|\t)", "", line) for line in own]
            return self._code(fenced(code), block)
        if block.kind == "html":
            return self._html("\n".join(own), block)
        return ended(own)

    def _code(self, lines: list[str], block: Block) -> list[str]:
        """A code block; one with a line `:::` stands in a quotation, as it would hide the text that follows."""
        if not any(_FENCE.match(line) for line in lines):
            return lines
        self.ledger.tell(self.line(block), "", "code with `:::` stands in a quotation")
        return [f"> {line}".rstrip() for line in lines]

    def _html(self, text: str, block: Block) -> list[str]:
        line = self.line(block)
        if _COMMENT.fullmatch(text):
            self.ledger.tell(line, "", "a comment of the source stands under Also in the original")
            self.also.append("\n".join(self._code(fenced(text.strip().split("\n"), "html"), block)))
            return []
        plain = _HEAD.sub(r"**\1**", _FOLD.sub(" ", text)).strip()
        if not re.search(r"[<>\[\]]|^[ \t]*(?:#|:::|```|~~~)|\n[ \t]*\n", plain, re.MULTILINE):
            gone = " ".join(sorted((words(text) - words(plain)).elements()))
            self.ledger.tell(line, gone, "folded text is open")
            return plain.split("\n") if plain else []
        self.ledger.tell(line, "", "raw HTML is kept as code")
        return self._code(fenced(text.split("\n"), "html"), block)

    def line(self, block: Block) -> int:
        """The line of the source at which a block begins, from 1."""
        return self.first + block.start
