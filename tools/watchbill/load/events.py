"""Takes the events of a YAML text one by one: data, spots and faults of form."""

import unicodedata
from typing import Any

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
from watchbill.load.spots import Frame, Path, Spot, span_of
from watchbill.load.text import folded, is_nfc, not_nfc, shown, unseen

MOST_FAULTS = 100


class Stop(Exception):
    """Reading on would be of no use."""


class EventReader:
    """Takes events one by one; keeps the data, the spots and the faults."""

    def __init__(self, escapes: bool) -> None:
        # Whether the text has a backslash: what it shows by itself is looked at elsewhere.
        self.escapes = escapes
        self.root: Any = None
        self.spots: dict[Path, Spot] = {}
        self.firsts: dict[Path, Span] = {}
        self.faults: list[Fault] = []
        self.stack: list[Frame] = []
        self.documents = 0
        self.nodes = 0

    def _fault(self, rule: str, span: Span, message: str, mend: str = "") -> None:
        if span[:2] == span[2:]:
            span = span._replace(end_column=span.end_column + 1)
        if len(self.faults) + 1 >= MOST_FAULTS:
            self.faults.append(Fault(rule, span, f"{message}; reading stopped here", mend))
            raise Stop
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
            self._node(span)
            self._alias(event, span)
        elif isinstance(event, DocumentStartEvent):
            self._document(event, span)
        elif isinstance(event, DocumentEndEvent):
            return

    def _alias(self, event: AliasEvent, span: Span) -> None:
        message = f"an alias (`*{shown(event.anchor, 40)}`) repeats something from elsewhere"
        self._fault("yaml/alias", span, message, "write it out here")
        top = self._naming()
        if top is not None:
            top.name, top.name_span = f"*{event.anchor}", span
        else:
            self._place("", span, "")

    def _naming(self) -> Frame | None:
        """The mapping in hand, where the name of a field comes next."""
        top = self.stack[-1] if self.stack else None
        wanted = top is not None and isinstance(top.holder, dict) and top.name is None
        return top if wanted else None

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
                f"an anchor (`&{shown(event.anchor, 40)}`)",
                "delete it, and write out what it was for",
            )
        if event.tag:
            self._fault(
                "yaml/tag",
                span,
                f"a tag (`{shown(event.tag)}`)",
                "delete it; the field's type is fixed by the language",
            )

    def _open(self, event: Any, span: Span) -> None:
        if len(self.stack) >= MOST_DEPTH:
            self._fault("yaml/too-deep", span, f"nested more than {MOST_DEPTH} deep", "flatten it")
            raise Stop
        holder: Any = {} if isinstance(event, MappingStartEvent) else []
        if self._naming():
            self._fault(
                "yaml/complex-key",
                span,
                "a list or mapping stands where a field's name belongs",
                "write the name as plain text",
            )
            raise Stop
        key = self.stack[-1].name_span if self.stack else None
        path = self._place(holder, span, "")
        self.stack.append(Frame(holder, path, event.start_mark, key))

    def _scalar(self, event: ScalarEvent, span: Span) -> None:
        value: Any = event.value
        style = event.style or ""
        top = self._naming()
        if len(value) > MOST_SCALAR:
            message = f"a text of {len(value):,} characters; at most {MOST_SCALAR:,} are read"
            self._fault("yaml/scalar-too-long", span, message, "split it")
            value = "..."
        elif not style and not event.tag:
            meaning = MEANING[value]
            if isinstance(meaning, Odd):
                self._odd(meaning, value, span, top)
            else:
                value = meaning
        elif self.escapes and style == '"':
            self._escapes(value, span)
        if top is not None:
            self._name(top, value, event.value, span)
        else:
            self._place(value, span, style)

    def _escapes(self, value: str, span: Span) -> None:
        """What an escape brings into a text in double quotes."""
        found = unseen(value)
        if found:
            hidden = unicodedata.category(found) not in ("Cc", "Cs", "Zl", "Zp", "Cn")
            kind = "hidden" if hidden else "control"
            what = "a character that reorders or hides text" if hidden else "a control character"
            message = f"an escape puts {what} here (U+{ord(found):04X})"
            self._fault(f"file/{kind}-character", span, message, "delete it")
        elif not is_nfc(value):
            self.faults.append(not_nfc(span))

    def _odd(self, meaning: Odd, value: str, span: Span, naming: Frame | None) -> None:
        rule, message, mend = meaning
        top = self.stack[-1] if self.stack else None
        if rule == "yaml/merge-key" and not naming:
            rule = "yaml/ambiguous-scalar"
            message = f"`{value}` has a meaning of its own to some readers of YAML"
            mend = f'quote it: "{value}"'
        elif rule == "yaml/empty-value" and not naming and not value and top and top.name_span:
            span, message = top.name_span, f"nothing is written after `{shown(top.name)}:`"
        elif rule == "yaml/empty-value" and value:
            message = f"`{value}` stands for nothing"
        self._fault(rule, span, message, mend)

    def _name(self, frame: Frame, value: Any, written: str, span: Span) -> None:
        if not isinstance(value, str):
            message = f"the field name `{shown(written)}` is not text"
            self._fault("yaml/ambiguous-scalar", span, message, f'quote it: "{shown(written)}"')
            value = written
        fold = folded(value)
        if fold in frame.folded:
            first = frame.folded[fold]
            other = "" if first == value else f" (as `{shown(first)}`)"
            self._fault(
                "yaml/duplicate-key",
                span,
                f"`{shown(value)}` is written a second time here{other}",
                "keep one; without this check the last would silently win",
            )
        frame.folded.setdefault(fold, value)
        frame.name, frame.name_span = value, span

    def _place(self, value: Any, span: Span, style: str) -> Path:
        if not self.stack:
            self.root = value
            self.spots[()] = Spot(span, None, style)
            return ()
        frame = self.stack[-1]
        step: str | int
        if isinstance(frame.holder, dict):
            step, key = frame.name or "", frame.name_span
            frame.holder[step], frame.name = value, None
        else:
            step, key = len(frame.holder), None
            frame.holder.append(value)
        path = (*frame.path, step)
        self.spots[path] = Spot(span, key, style)
        if key:
            self.firsts.setdefault(frame.path, key)
        return path
