"""Takes the events of a YAML text one by one: data, spots and faults of form."""

import unicodedata
from typing import Any, NamedTuple

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from watchbill.load.compose import MOST_DEPTH, MOST_NODES, MOST_SCALAR
from watchbill.load.fault import Fault, Span
from watchbill.load.scalars import MEANING, Odd

Path = tuple[str | int, ...]


class Spot(NamedTuple):
    """Where a value stands, and its key where it has one."""

    value: Span
    key: Span | None
    style: str


class Frame:
    """A mapping or list that is being read."""

    def __init__(self, holder: Any, path: Path, start: Any, key: Span | None) -> None:
        self.holder = holder
        self.path = path
        self.start = start
        self.key = key
        self.name: str | None = None
        self.name_span: Span | None = None
        self.folded: dict[str, str] = {}


class Stop(Exception):
    """Reading on would be of no use."""


def span_of(start: Any, end: Any) -> Span:
    """The span between two of libyaml's marks."""
    return Span(start.line, start.column, end.line, end.column)


class EventReader:
    """Takes events one by one; keeps the data, the spots and the faults."""

    def __init__(self) -> None:
        self.root: Any = None
        self.spots: dict[Path, Spot] = {}
        self.faults: list[Fault] = []
        self.stack: list[Frame] = []
        self.documents = 0
        self.nodes = 0

    def _fault(self, rule: str, span: Span, message: str, mend: str = "") -> None:
        self.faults.append(Fault(rule, span, message, mend))

    def take(self, event: Event) -> None:
        """Takes the next event. Raises Stop where reading on would be of no use."""
        span = span_of(event.start_mark, event.end_mark)
        if isinstance(event, ScalarEvent):
            self._node(span)
            self._marks(event, span)
            self._scalar(event, span)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._node(span)
            self._marks(event, span)
            self._open(event, span)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            frame = self.stack.pop()
            whole = span_of(frame.start, event.end_mark)
            self.spots[frame.path] = Spot(whole, frame.key, "")
        elif isinstance(event, AliasEvent):
            self._fault(
                "yaml/alias",
                span,
                "an alias (`*`) repeats something from elsewhere",
                "write it out here",
            )
            self._place("", span, "")
        elif isinstance(event, DocumentStartEvent):
            self._document(event, span)
        elif isinstance(event, DocumentEndEvent):
            return

    def _document(self, event: DocumentStartEvent, span: Span) -> None:
        self.documents += 1
        if self.documents > 1:
            self._fault(
                "yaml/second-document",
                span,
                "a second document begins here",
                "give each document a file of its own",
            )
            raise Stop
        if event.version or event.tags:
            self._fault(
                "yaml/directive",
                Span(0, 0, 0, 1),
                "a `%` directive",
                "delete it; the language is fixed",
            )

    def _node(self, span: Span) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._fault(
                "yaml/too-many-nodes",
                span,
                f"more than {MOST_NODES:,} values in one document",
                "split it",
            )
            raise Stop

    def _marks(self, event: Any, span: Span) -> None:
        if event.anchor:
            self._fault(
                "yaml/anchor",
                span,
                f"an anchor (`&{event.anchor[:40]}`)",
                "delete it, and write out what it was for",
            )
        if event.tag:
            self._fault(
                "yaml/tag",
                span,
                f"a tag (`{event.tag[:60]}`)",
                "delete it; the field's type is fixed by the language",
            )

    def _open(self, event: Any, span: Span) -> None:
        if len(self.stack) >= MOST_DEPTH:
            self._fault("yaml/too-deep", span, f"nested more than {MOST_DEPTH} deep", "flatten it")
            raise Stop
        holder: Any = {} if isinstance(event, MappingStartEvent) else []
        parent = self.stack[-1] if self.stack else None
        if parent is not None and isinstance(parent.holder, dict) and parent.name is None:
            self._fault(
                "yaml/complex-key",
                span,
                "a list or mapping stands where a field's name belongs",
                "write the name as plain text",
            )
            raise Stop
        key = parent.name_span if parent else None
        path = self._place(holder, span, "")
        self.stack.append(Frame(holder, path, event.start_mark, key))

    def _scalar(self, event: ScalarEvent, span: Span) -> None:
        value: Any = event.value
        style = event.style or ""
        if len(value) > MOST_SCALAR:
            self._fault(
                "yaml/scalar-too-long",
                span,
                f"a text of {len(value):,} characters; at most {MOST_SCALAR:,} are read",
                "split it",
            )
            value = ""
        top = self.stack[-1] if self.stack else None
        naming = top is not None and isinstance(top.holder, dict) and top.name is None
        if not style and not event.tag:
            meaning = MEANING[value]
            if isinstance(meaning, Odd):
                self._odd(meaning, value, span, naming, top)
            else:
                value = meaning
        if naming and top is not None:
            self._name(top, value, span)
        else:
            self._place(value, span, style)

    def _odd(self, meaning: Odd, value: str, span: Span, naming: bool, top: Frame | None) -> None:
        if meaning.rule == "yaml/merge-key" and not naming:
            return
        if (
            meaning.rule == "yaml/empty-value"
            and not naming
            and top is not None
            and top.name_span
            and not value
        ):
            self._fault(
                meaning.rule, top.name_span, f"nothing is written after `{top.name}:`", meaning.mend
            )
        else:
            self._fault(meaning.rule, span, meaning.message, meaning.mend)

    def _name(self, frame: Frame, value: Any, span: Span) -> None:
        if not isinstance(value, str):
            self._fault(
                "yaml/ambiguous-scalar",
                span,
                f"the field name `{value}` is not text",
                f'quote it: "{value}"',
            )
            value = str(value)
        folded = unicodedata.normalize("NFKC", value).casefold()
        if folded in frame.folded:
            first = frame.folded[folded]
            other = "" if first == value else f" (as `{first}`)"
            self._fault(
                "yaml/duplicate-key",
                span,
                f"`{value}` is written a second time here{other}",
                "keep one; without this check the last would silently win",
            )
        frame.folded.setdefault(folded, value)
        frame.name, frame.name_span = value, span

    def _place(self, value: Any, span: Span, style: str) -> Path:
        if not self.stack:
            self.root = value
            self.spots[()] = Spot(span, None, style)
            return ()
        frame = self.stack[-1]
        if isinstance(frame.holder, dict):
            name = frame.name if frame.name is not None else ""
            path = (*frame.path, name)
            frame.holder[name] = value
            self.spots[path] = Spot(span, frame.name_span, style)
            frame.name = None
            return path
        path = (*frame.path, len(frame.holder))
        frame.holder.append(value)
        self.spots[path] = Spot(span, None, style)
        return path
