"""YAML text to data in one pass over libyaml's events, quick: any fault sends the text to `examine`.

The events come one at a time and nothing recurses, so neither deep nesting nor an alias bomb can hurt.
"""

from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from watchbill.load.fault import Irregular
from watchbill.load.scalars import MEANING, Odd
from watchbill.load.text import folded, is_nfc, unseen

MOST_DEPTH = 32
MOST_NODES = 20_000
MOST_SCALAR = 65_536
# A text of this length cannot hold more than MOST_NODES values, nor one longer than MOST_SCALAR.
SHORT = MOST_NODES // 2
# Field names that were found to be distinct, whatever their case and form: mappings repeat few of them.
DISTINCT: set[tuple[str, ...]] = set()
MOST_DISTINCT = 10_000

if getattr(yaml, "__with_libyaml__", False):
    from yaml._yaml import CParser

    EventParser: Any = CParser
else:
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class PureParser(Reader, Scanner, Parser):
        """The parser of pure Python: the same events, some twenty times slower."""

        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            Parser.__init__(self)

    EventParser = PureParser


_END = object()


def compose(text: str) -> Any:
    """The data of a faultless text (dicts, lists, str, int, float, bool). Raises Irregular for any other."""
    try:
        escapes = "\\" in text
        # In a short text without their signs there can be no anchor, no tag, no long or many values.
        careful = len(text) > SHORT or "&" in text or "!" in text
        wide = escapes or not text.isascii()
        return _compose(EventParser(text).get_event, escapes, wide, careful)
    except yaml.YAMLError:
        raise Irregular from None


def _compose(get: Any, escapes: bool, wide: bool, careful: bool) -> Any:  # noqa: C901, PLR0912, PLR0915 - one loop is twice as fast as its parts
    get()
    head = get()
    if head.__class__ is not DocumentStartEvent or head.version or head.tags:
        raise Irregular
    stack: list[Any] = []
    push, pop = stack.append, stack.pop
    holder: Any = None
    key: Any = None
    in_map = False
    nodes = 0
    while True:
        event = get()
        kind = event.__class__
        if kind is ScalarEvent:
            nodes += 1
            value = event.value
            if careful and (
                event.anchor or event.tag or len(value) > MOST_SCALAR or nodes > MOST_NODES
            ):
                raise Irregular
            if not event.style:
                value = MEANING[value]
                if value.__class__ is Odd:
                    raise Irregular
            elif escapes and event.style == '"' and (unseen(value) or not is_nfc(value)):
                raise Irregular
            if in_map and key is None:
                if value.__class__ is not str or value in holder:
                    raise Irregular
                key = value
                continue
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            nodes += 1
            if (
                event.anchor
                or event.tag
                or len(stack) >= MOST_DEPTH
                or nodes > MOST_NODES
                or (in_map and key is None)
            ):
                raise Irregular
            push((holder, key, in_map))
            in_map = kind is MappingStartEvent
            holder = {} if in_map else []
            key = None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = holder
            if in_map and len(value) > 1 and (names := tuple(value)) not in DISTINCT:
                fold = folded if wide else str.lower
                if len({fold(name) for name in names}) != len(names):
                    raise Irregular
                if len(DISTINCT) < MOST_DISTINCT:
                    DISTINCT.add(names)
            holder, key, in_map = pop()
        elif kind is AliasEvent:
            raise Irregular
        else:
            raise Irregular
        if in_map:
            holder[key] = value
            key = None
        elif holder is not None:
            holder.append(value)
        else:
            break
    get()
    if get().__class__ is not StreamEndEvent:
        raise Irregular
    return value
