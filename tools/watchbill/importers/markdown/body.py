"""The text of a source in its four sections, the rest under its own titles."""

from watchbill.importers.markdown.blocks import Text, fenced
from watchbill.importers.markdown.emit import Emit
from watchbill.importers.markdown.front import Front
from watchbill.importers.markdown.outline import (
    ABOUT,
    BEFORE,
    CHECK,
    FAILS,
    OTHER,
    STEP,
    STEPS,
    Outline,
    Part,
)
from watchbill.importers.markdown.steps import Made, Steps
from watchbill.load.markdown import slug

# A draft may have these; once the runbook is set to active, lint asks for them.
_MISSING = {
    BEFORE: "TODO: the original does not say what must be true before the first step.",
    CHECK: "TODO: the original does not say how to know that it worked.",
    FAILS: "TODO: the original does not say what to do instead, and whom to call.",
}
_NO_STEPS = "TODO: the original has no steps."
ALSO = "Also in the original"


class Body:
    """The Markdown below the header of one runbook. `anchors` has the id of a step by its heading's anchor."""

    def __init__(self, text: Text, emit: Emit, found: Outline) -> None:
        self.emit = emit
        self.anchors: dict[str, str] = {}
        self._lines = text.lines
        self._found = found
        self._ledger = emit.ledger
        self._steps = Steps(text.lines, emit)
        self._texts: dict[str, list[str]] = {BEFORE: [], CHECK: [], FAILS: []}
        self._lead: list[str] = []
        self._rest: list[tuple[str, str]] = []
        self._intro = ""
        self._made: list[Made] = []
        # Our headings that the source has word for word.
        self._same: set[str] = set()

    def whole(self, title: str, front: Front) -> str:
        """The Markdown below the header."""
        self._sort(title)
        if not self._made:
            self._made.append(Made(self._ledger.ours(title), self._ledger.ours(_NO_STEPS), 0))
        parts = ["\n\n".join(self._lead)]
        parts += [
            self._section(BEFORE),
            self._all_steps(),
            self._section(CHECK),
            self._section(FAILS),
        ]
        names = {name.casefold() for name in (*self._texts, STEPS, ALSO)}
        parts += [f"## {self._apart(one, names)}\n\n{text}" for one, text in self._rest]
        self._unseen()
        if front.lines:
            said = f"; {front.fault}" if front.fault else ""
            self._ledger.tell(1, "", f"the front matter stands under {ALSO}{said}")
            self.emit.also.insert(0, "\n".join(fenced(front.lines, front.language)))
        if self.emit.also:
            parts.append(f"## {self._ledger.ours(ALSO)}\n\n" + "\n\n".join(self.emit.also))
        return "\n\n".join(part for part in parts if part) + "\n"

    @property
    def steps(self) -> int:
        """How many steps there are, once the whole is made."""
        return len(self._made)

    def _unseen(self) -> None:
        """Lines of the source that its readers do not see, as the second definition of a link."""
        seen = {at for one in self._found.blocks for at in range(one.start, one.end)}
        left = [line for at, line in enumerate(self._lines) if at not in seen and line.strip()]
        if left:
            self.emit.also.append("\n".join(fenced(left)))

    def _sort(self, title: str) -> None:
        """Every part of the source into its place."""
        begun = self._in_lead(title)
        many = sum(part.role == STEPS for part in self._found.parts) > 1
        for part in self._found.parts:
            if part.role == STEPS:
                self._take(part, title, many=many)
            elif part.role == STEP:
                self._made.append(self._steps.single(part))
                self._anchor(part.title, self._made[-1].title)
            elif part.role in self._texts:
                self._texts[part.role].append(self._under(part))
            elif begun:
                self._rest.append(self._other(part))
            else:
                text = self.emit.text(self._lines, part.blocks, 4)
                self._lead.append(f"### {part.title}\n\n{text}".rstrip())
            begun = begun or part.role not in (ABOUT, OTHER)

    def _in_lead(self, title: str) -> bool:
        """What stands above the first section; whether the steps are there."""
        lead, parts = self._found.lead, self._found.parts
        none = not any(part.role in (STEPS, STEP) for part in parts)
        if none and (any(one.kind == "ordered" for one in lead) or (lead and not parts)):
            intro, self._made = self._steps.of(Part("", 0, lead[0].start, tuple(lead)))
            self._lead += [intro] if intro else []
            self._named(title)
            return True
        self._lead += [self.emit.text(self._lines, lead, 3)] if lead else []
        return False

    def _named(self, title: str) -> None:
        """A step without a title of its own gets that of the whole."""
        if self._made and not self._made[-1].title:
            self._made[-1] = self._made[-1]._replace(title=self._ledger.ours(title))

    def _take(self, part: Part, title: str, *, many: bool) -> None:
        """A section of steps; its title stays in sight where there are several of them."""
        intro, steps = self._steps.of(part)
        if not steps[0].title and not part.generic:
            steps = [self._steps.single(part)]
        elif many and not part.generic:
            head = "\n\n".join(one for one in (f"**{part.title}**", intro, steps[0].body) if one)
            steps[0], intro = steps[0]._replace(body=head), ""
        elif not self._is_ours(part, STEPS):
            self._ledger.tell(self.emit.first + part.line, part.title, f"is now {STEPS}")
        if intro and self._made:
            steps[0] = steps[0]._replace(body=f"{intro}\n\n{steps[0].body}".rstrip())
        else:
            self._intro = self._intro or intro
        self._made += steps
        self._named(title)
        self._anchor(part.title, steps[0].title or title)
        for step in steps:
            self._anchor(step.title, step.title)

    def _under(self, part: Part) -> str:
        """A part below one of our headings: its own title stays as a line, unless it says the same."""
        text = self.emit.text(self._lines, part.blocks, 4)
        if self._is_ours(part, part.role):
            return text
        return f"### {part.title}\n\n{text}".rstrip()

    def _is_ours(self, part: Part, role: str) -> bool:
        """Whether a title of the source is our heading word for word, which it then is, once."""
        if part.title.casefold() != role.casefold() or role in self._same:
            return False
        self._same.add(role)
        return True

    def _head(self, role: str) -> str:
        return f"## {role if role in self._same else self._ledger.ours(role)}"

    def _other(self, part: Part) -> tuple[str, str]:
        """A part that keeps its own title."""
        one = self._steps.single(part)
        return one.title, one.body or self._ledger.ours("TODO: nothing stands here.")

    def _section(self, role: str) -> str:
        texts = [text for text in self._texts[role] if text]
        body = "\n\n".join(texts) if texts else self._ledger.ours(_MISSING[role])
        return f"{self._head(role)}\n\n{body}"

    def _all_steps(self) -> str:
        names: set[str] = set()
        parts = [self._head(STEPS), self._intro]
        for step in self._made:
            title = self._apart(step.title, names)
            parts += [f"### {title}", step.body]
        return "\n\n".join(part for part in parts if part)

    def _apart(self, title: str, names: set[str]) -> str:
        """The title, with a number behind it where it stands already."""
        found, count = title, 1
        while found.casefold() in names:
            count += 1
            found = f"{title} ({count})"
        if count > 1:
            self._ledger.ours(str(count))
        names.add(found.casefold())
        return found

    def _anchor(self, heading: str, title: str) -> None:
        self.anchors.setdefault(anchor_of(heading), slug(title))


def anchor_of(title: str) -> str:
    """The anchor that a Markdown host gives a heading."""
    kept = "".join(one for one in title.strip().lower() if one.isalnum() or one in " -_")
    return kept.replace(" ", "-")
