"""The parts of a source by their headings, and which part of a runbook of ours each of them is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from watchbill.importers.markdown.blocks import Block

BEFORE, STEPS, STEP, CHECK, FAILS, ABOUT, OTHER = (
    "Before you start", "Steps", "a step", "Check", "If it fails", "about", "other",
)  # fmt: skip
# What a section is, by how its title begins; the first that fits.
_TITLES = {
    CHECK: (
        *("check(?:s|list)?$", "verif", "validat", "confirm", "post-?checks?", "success criteria"),
        *("how (?:do you|to) (?:know|verify)", "test(?:ing|s)?$"),
    ),
    FAILS: (
        *("if (?:it|this|that|the|something) ", "on failure", "fall-?back", "roll-?(?:ing )?back"),
        *("back-?out", "revert", "escalat", "when to escalate", "who to (?:call|contact)"),
        *("contacts?$", "troubleshoot"),
    ),
    BEFORE: (
        *("before (?:you|start)", "pre-?req", "pre-?cond", "pre-?flight", "pre-?check"),
        *("requirement", "required ", "access", "permission", "preparation", "tools"),
        *("what you(?: will)? need", "you(?: will)? need"),
    ),
    ABOUT: (
        *("overview", "summary", "about", "background", "intro", "purpose", "scope", "context"),
        *("description", "meaning", "impact", "alert", "symptom", "reference", "links?$"),
        *("see also", "further", "related", "appendix", "glossary", "notes?$", "history"),
        *("change ?log", "owner", "metadata", "faq", "definition", "architecture", "dashboard"),
        *("severity", "useful", "table of contents", "contents$"),
    ),
    STEPS: (
        *(r"steps?\b", "procedure", "instruction", "mitigat", "resol", "remediat", "solution"),
        *("fix", r"actions?\b", "process", "runbook", "playbook", "how to", "respon", "recover"),
        *("restor", "diagnos", "investigat", "triage", "debug", "execut", "implement"),
        *("what to do", "tasks?$", "workflow"),
    ),
}
_STEP = re.compile(r"(?i)(?:step\s*[0-9]+|[0-9]+[.)])\W*\w")
_GENERIC = re.compile(
    r"(?i)(?:the )?(?:steps?|procedures?|instructions?|runbook|playbook|process|actions?)"
)


class Part(NamedTuple):
    """A heading with the blocks below it. `line` counts from 0; `role` is what it becomes."""

    title: str
    depth: int
    line: int
    blocks: tuple[Block, ...]
    role: str = OTHER

    @property
    def generic(self) -> bool:
        """Whether the title says no more than that steps follow."""
        return bool(_GENERIC.fullmatch(bare(self.title)))


class Outline(NamedTuple):
    """The source's own title ("" for none) with its line, what stands above the first section, sections, all blocks."""

    title: str
    line: int
    lead: tuple[Block, ...]
    parts: tuple[Part, ...]
    blocks: tuple[Block, ...]


def outline(blocks: Sequence[Block], *, titled: bool) -> Outline:
    """The outline of a text. `titled` says that its title is known from elsewhere."""
    heads = [one for one in blocks if one.kind == "heading"]
    title = heads[0] if heads and heads[0].depth == 1 else None
    many = sum(one.depth == 1 for one in heads) > 1
    if title and many and (titled or _role(title.title) != OTHER):
        title = None
    rest = [one for one in blocks if one is not title]
    depth = next((one.depth for one in rest if one.kind == "heading"), 0)
    lead, parts = cut(rest, depth)
    ranked = tuple(part._replace(role=_role(part.title)) for part in parts)
    if title is None:
        return Outline("", 0, lead, _settled(lead, ranked), tuple(blocks))
    return Outline(title.title, title.start, lead, _settled(lead, ranked), tuple(blocks))


def cut(blocks: Sequence[Block], depth: int) -> tuple[tuple[Block, ...], tuple[Part, ...]]:
    """Blocks cut at headings of this depth or above: what comes before the first, and the parts."""
    heads = [at for at, one in enumerate(blocks) if one.kind == "heading" and one.depth <= depth]
    ends = [*heads[1:], len(blocks)][: len(heads)]
    parts = tuple(
        Part(blocks[at].title, blocks[at].depth, blocks[at].start, tuple(blocks[at + 1 : end]))
        for at, end in zip(heads, ends, strict=True)
    )
    return tuple(blocks[: heads[0] if heads else len(blocks)]), parts


def bare(title: str) -> str:
    """A title without numbers, signs and marks around it."""
    return re.sub(r"^[\W\d_]+|[\W_]+$", "", title).casefold()


def _role(title: str) -> str:
    if _STEP.match(title):
        return STEP
    name = bare(title)
    return next((role for role, words in _TITLES.items() if re.match("|".join(words), name)), OTHER)


def _settled(lead: Sequence[Block], parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts, some of them the steps: if no title says so, a list of numbers does, else all that is left."""
    numbered = [part for part in parts if part.role == STEP]
    if len(numbered) == 1:
        alone = numbered[0]._replace(role=_role(bare(numbered[0].title)))
        parts = tuple(alone if part.role == STEP else part for part in parts)
    if any(part.role in (STEPS, STEP) for part in parts):
        return parts
    if any(one.kind == "ordered" for one in lead):
        return parts
    listed = next((part for part in parts if part.role == OTHER and _lists(part)), None)
    if listed:
        return tuple(part._replace(role=STEPS) if part is listed else part for part in parts)
    return tuple(part._replace(role=STEP) if part.role == OTHER else part for part in parts)


def _lists(part: Part) -> bool:
    return any(one.kind == "ordered" for one in part.blocks)
