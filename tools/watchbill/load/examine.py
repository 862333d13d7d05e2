"""YAML text to data with the place of every key and value, and every fault of form: the careful reader.

`compose` reads what is faultless quickly; this one is asked where something is, or what is wrong.
"""

from typing import Any, NamedTuple

import yaml
from yaml.events import (
    StreamEndEvent,
)

from watchbill.load.compose import EventParser
from watchbill.load.events import EventReader, Path, Spot, Stop
from watchbill.load.fault import START, Fault, Span


class Examined(NamedTuple):
    """The data as far as it could be read, the spots of its values by path, and the faults of form."""

    data: Any
    spots: dict[Path, Spot]
    faults: list[Fault]


def examine(text: str) -> Examined:
    """Reads the text as far as it goes. Never raises for what the text says."""
    reader = EventReader()
    try:
        parser = EventParser(text)
        while True:
            event = parser.get_event()
            if event is None or isinstance(event, StreamEndEvent):
                break
            reader.take(event)
    except Stop:
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
