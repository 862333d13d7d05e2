"""YAML text to data with the place of every key and value, and every fault of form: the careful reader.

`compose` reads what is faultless quickly; this one is asked where something is, or what is wrong.
"""

import unicodedata
from typing import Any, NamedTuple

import yaml
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
    StreamEndEvent,
)

from watchbill.load.compose import MOST_DEPTH, MOST_NODES, MOST_SCALAR, EventParser
from watchbill.load.fault import START, Fault, Span
from watchbill.load.scalars import MEANING, Odd

Path = tuple[str | int, ...]


class Spot(NamedTuple):
    """Where a value stands, and its key where it has one."""

    value: Span
    key: Span | None
    style: str


class Examined(NamedTuple):
    """The data as far as it could be read, the spots of its values by path, and the faults of form."""

    data: Any
    spots: dict[Path, Spot]
    faults: list[Fault]


class _Frame:
    """A mapping or list that is being read."""

    def __init__(self, holder: Any, path: Path, start: Any, key: Span | None) -> None:
        self.holder = holder
        self.path = path
        self.start = start
        self.key = key
        self.name: str | None = None
        self.name_span: Span | None = None
        self.folded: dict[str, str] = {}


class _Stop(Exception):
    """Reading on would be of no use."""


def _span(start: Any, end: Any) -> Span:
    return Span(start.line, start.column, end.line, end.column)


def examine(text: str) -> Examined:
    """Reads the text as far as it goes. Never raises for what the text says."""
    reader = _Reader()
    try:
        parser = EventParser(text)
        while True:
            event = parser.get_event()
            if event is None or isinstance(event, StreamEndEvent):
                break
            reader.take(event)
    except _Stop:
        pass
    except yaml.MarkedYAMLError as error:
        reader.faults.append(_syntax(error))
    except yaml.YAMLError as error:
        reader.faults.append(Fault("yaml/syntax", START, str(error).split("\n")[0]))
    return Examined(
        reader.root,
        reader.spots,
        sorted(set(reader.faults), key=lambda fault: (fault.span, fault.rule)),
    )


def _syntax(error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    span = Span(mark.line, mark.column, mark.line, mark.column + 1) if mark else START
    message = (error.problem or "this is not YAML").replace("block mapping", "the fields above")
    return Fault(
        "yaml/syntax",
        span,
        f"this is not YAML: {message}",
        "look at the indentation, the colons and the quotes of this line and the one above",
    )


class _Reader:
    """Takes events one by one; keeps the data, the spots and the faults."""

    def __init__(self) -> None:
        self.root: Any = None
        self.spots: dict[Path, Spot] = {}
        self.faults: list[Fault] = []
        self.stack: list[_Frame] = []
        self.documents = 0
        self.nodes = 0

    def fault(self, rule: str, span: Span, message: str, mend: str = "") -> None:
        self.faults.append(Fault(rule, span, message, mend))

    def take(self, event: Event) -> None:
        span = _span(event.start_mark, event.end_mark)
        if isinstance(event, ScalarEvent):
            self.node(span)
            self.marks(event, span)
            self.scalar(event, span)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self.node(span)
            self.marks(event, span)
            self.open(event, span)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            frame = self.stack.pop()
            whole = _span(frame.start, event.end_mark)
            self.spots[frame.path] = Spot(whole, frame.key, "")
        elif isinstance(event, AliasEvent):
            self.fault(
                "yaml/alias",
                span,
                "an alias (`*`) repeats something from elsewhere",
                "write it out here",
            )
            self.place("", span, "")
        elif isinstance(event, DocumentStartEvent):
            self.document(event, span)
        elif isinstance(event, DocumentEndEvent):
            return

    def document(self, event: DocumentStartEvent, span: Span) -> None:
        self.documents += 1
        if self.documents > 1:
            self.fault(
                "yaml/second-document",
                span,
                "a second document begins here",
                "give each document a file of its own",
            )
            raise _Stop
        if event.version or event.tags:
            self.fault(
                "yaml/directive",
                Span(0, 0, 0, 1),
                "a `%` directive",
                "delete it; the language is fixed",
            )

    def node(self, span: Span) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.fault(
                "yaml/too-many-nodes",
                span,
                f"more than {MOST_NODES:,} values in one document",
                "split it",
            )
            raise _Stop

    def marks(self, event: Any, span: Span) -> None:
        if event.anchor:
            self.fault(
                "yaml/anchor",
                span,
                f"an anchor (`&{event.anchor[:40]}`)",
                "delete it, and write out what it was for",
            )
        if event.tag:
            self.fault(
                "yaml/tag",
                span,
                f"a tag (`{event.tag[:60]}`)",
                "delete it; the field's type is fixed by the language",
            )

    def open(self, event: Any, span: Span) -> None:
        if len(self.stack) >= MOST_DEPTH:
            self.fault("yaml/too-deep", span, f"nested more than {MOST_DEPTH} deep", "flatten it")
            raise _Stop
        holder: Any = {} if isinstance(event, MappingStartEvent) else []
        parent = self.stack[-1] if self.stack else None
        if parent is not None and isinstance(parent.holder, dict) and parent.name is None:
            self.fault(
                "yaml/complex-key",
                span,
                "a list or mapping stands where a field's name belongs",
                "write the name as plain text",
            )
            raise _Stop
        key = parent.name_span if parent else None
        path = self.place(holder, span, "")
        self.stack.append(_Frame(holder, path, event.start_mark, key))

    def scalar(self, event: ScalarEvent, span: Span) -> None:
        value: Any = event.value
        style = event.style or ""
        if len(value) > MOST_SCALAR:
            self.fault(
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
                self.odd(meaning, value, span, naming, top)
            else:
                value = meaning
        if naming and top is not None:
            self.name(top, value, span)
        else:
            self.place(value, span, style)

    def odd(self, meaning: Odd, value: str, span: Span, naming: bool, top: _Frame | None) -> None:
        if meaning.rule == "yaml/merge-key" and not naming:
            return
        if (
            meaning.rule == "yaml/empty-value"
            and not naming
            and top is not None
            and top.name_span
            and not value
        ):
            self.fault(
                meaning.rule, top.name_span, f"nothing is written after `{top.name}:`", meaning.mend
            )
        else:
            self.fault(meaning.rule, span, meaning.message, meaning.mend)

    def name(self, frame: _Frame, value: Any, span: Span) -> None:
        if not isinstance(value, str):
            self.fault(
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
            self.fault(
                "yaml/duplicate-key",
                span,
                f"`{value}` is written a second time here{other}",
                "keep one; without this check the last would silently win",
            )
        frame.folded.setdefault(folded, value)
        frame.name, frame.name_span = value, span

    def place(self, value: Any, span: Span, style: str) -> Path:
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
