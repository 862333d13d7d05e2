"""A section of the source as steps: by its headings, by the items of its lists, or as one step."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from watchbill.importers.markdown.blocks import Block, item_lines, numbered, parse
from watchbill.importers.markdown.emit import Emit
from watchbill.importers.markdown.ledger import words
from watchbill.importers.markdown.outline import Part, cut

_MOST = 90
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)| ?\(?\[\[[^\[\]]*\]\]\)?")
_BOLD = re.compile(
    r"(?<!\w)(?:\*\*|__|~~)|(?:\*\*|__|~~)(?!\w)|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|(?<!\\)\\(?=[^\w\s])"
)
_END = re.compile(r"[.;:](?=\s)|\s[-\u2013\u2014](?=\s)")
_TASK = re.compile(r"\[([ xX])\][ \t]+")


class Made(NamedTuple):
    """A step: its title, and its text. `line` is where the source has it, from 1."""

    title: str
    body: str
    line: int


class Steps:
    """Makes steps of the parts of one file."""

    def __init__(self, lines: Sequence[str], emit: Emit) -> None:
        self._lines = lines
        self._emit = emit

    def of(self, part: Part) -> tuple[str, list[Made]]:
        """What stands above the first step, and the steps: one without a title where nothing parts them."""
        blocks = part.blocks
        depth = next((one.depth for one in blocks if one.kind == "heading"), 0)
        if depth:
            lead, parts = cut(blocks, depth)
            return self._emit.text(self._lines, lead, 4), [self.single(one) for one in parts]
        lists = [one for one in blocks if one.kind == "ordered"]
        if not lists:
            bullets = [one for one in blocks if one.kind == "bullet"]
            lists = bullets if sum(len(one.items) for one in bullets) > 1 else []
        if lists:
            return self._listed(blocks, lists)
        text = self._emit.text(self._lines, blocks, 4)
        return "", [Made("", text, self._emit.first + part.line)]

    def single(self, part: Part) -> Made:
        """A part that is one step, with all that stands below it."""
        title, whole = plain(part.title)
        body = self._emit.text(self._lines, part.blocks, 4)
        if whole:
            self._emit.ledger.ours(title)
            body = f"{part.title}\n\n{body}" if body else part.title
        return Made(title, body, self._emit.first + part.line)

    def _listed(self, blocks: Sequence[Block], lists: Sequence[Block]) -> tuple[str, list[Made]]:
        """The items of lists as steps. What stands between goes to the step before it where the count goes on."""
        first = blocks.index(lists[0])
        lead = self._emit.text(self._lines, blocks[:first], 4)
        steps: list[Made] = []
        between: list[Block] = []
        for block in blocks[first:]:
            if block not in lists:
                between.append(block)
                continue
            goes_on = block.kind == "ordered" and numbered(self._lines[block.start : block.end]) > 1
            text = self._emit.text(self._lines, between, 4)
            items = list(self._items(block))
            if steps and goes_on:
                steps[-1] = _longer(steps[-1], text)
            elif items and text:
                items[0] = items[0]._replace(body=f"{text}\n\n{items[0].body}".rstrip())
            steps += items
            between = []
        steps[-1] = _longer(steps[-1], self._emit.text(self._lines, between, 4))
        return lead, steps

    def _items(self, block: Block) -> Iterator[Made]:
        marks = []
        for number, (start, end) in enumerate(block.items, 1):
            mark, lines = item_lines(self._lines[start:end])
            marks.append(mark)
            yield self._item(lines, number, self._emit.first + start)
        if block.kind == "ordered":
            now = "the numbers of the list are those of the steps"
            self._emit.ledger.tell(self._emit.line(block), " ".join(marks), now)

    def _item(self, lines: list[str], number: int, line: int) -> Made:
        task = _TASK.match(lines[0])
        if task:
            lines = [lines[0][task.end() :], *lines[1:]]
            self._emit.ledger.tell(line, task[1], "a box to tick is a step")
        found = parse(lines)
        inner = Emit(self._emit.ledger, line)
        first, rest = found.blocks[:1], found.blocks[1:]
        if not first or first[0].kind not in ("paragraph", "heading"):
            title = self._emit.ledger.ours(f"Step {number}")
            text = inner.text(lines, found.blocks, 4)
        else:
            title, text = self._headed(lines, first[0])
            more = inner.text(lines, rest, 4)
            text = "\n\n".join(one for one in (text, more) if one)
        self._emit.also += inner.also
        return Made(title, text, line)

    def _headed(self, lines: list[str], block: Block) -> tuple[str, str]:
        """The title of an item from its first paragraph, and what of that stays in its text."""
        if block.kind == "heading":
            written = block.title
        else:
            written = "\n".join(line.strip() for line in lines[block.start : block.end])
        joined = " ".join(written.split())
        title, whole = plain(joined)
        if not whole and len(title) <= _MOST:
            return title, ""
        end = _END.search(joined, 8, _MOST)
        head, tail = (joined[: end.start()], joined[end.end() :]) if end else ("", "")
        title, unclear = plain(head) if head else (title, True)
        if not unclear and head.count("`") % 2 == 0 and tail.strip():
            return title, tail.strip()
        return self._emit.ledger.ours(_short(title)), written


def plain(title: str) -> tuple[str, bool]:
    """A heading as words, without marks, and whether it said more than these (an address, another document)."""
    linked = bool(_LINK.search(title))
    marked = _LINK.sub(lambda found: found[1] or "", title)
    bare = _BOLD.sub("", marked)
    # A mark inside a word stays, as two words would become one.
    said = bare if words(bare) == words(marked) else marked
    said = " ".join(said.split()).rstrip(":").strip()
    said = said[:-1] if said.endswith(".") and not said.endswith("..") else said
    return (said or "Untitled")[:300], linked or not said or len(said) > 300


def _short(title: str) -> str:
    """The first words of a title that is too long for one line."""
    if len(title) <= _MOST:
        return title
    cut_off = title[:_MOST].rsplit(" ", 1)[0].rstrip(" ,.;:")
    return f"{cut_off} ...".replace("`", "") if cut_off.count("`") % 2 else f"{cut_off} ..."


def _longer(step: Made, text: str) -> Made:
    return step._replace(body=f"{step.body}\n\n{text}".strip("\n")) if text else step
