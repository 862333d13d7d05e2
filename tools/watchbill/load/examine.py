"""YAML text to data with the place of every key and value, and every fault of form: the careful reader.

`compose` reads what is faultless quickly; this one is asked where something is, or what is wrong.
"""

import yaml
from yaml.events import StreamEndEvent

from watchbill.load.compose import EventParser
from watchbill.load.events import EventReader, Stop
from watchbill.load.fault import START, Fault, Span
from watchbill.load.spots import Examined
from watchbill.load.text import shown

_DIRECTIVES = ("directive", "incompatible YAML document")
_ONE = "give each document a file of its own"
# What libyaml says, in words for a lead.
_SAID = {
    "did not find expected key": "this line does not continue the fields above",
    "did not find expected '-' indicator": "this line does not continue the list above",
    "did not find expected ',' or ']'": "a list in brackets has no end, or lacks a comma",
    "did not find expected ',' or '}'": "a mapping in braces has no end, or lacks a comma",
    "found unexpected end of stream": "the text ends inside quotes",
    "could not find expected ':'": "a field's name without its colon",
    "mapping values are not allowed in this context": "a second `: ` on one line; quote the text",
    "found character that cannot start any token": "no value begins with this character; quote it",
    "found unknown escape character": "after a backslash in double quotes comes no such letter",
    "found invalid Unicode character escape code": "an escape that is no character",
    "block sequence entries are not allowed in this context": "a list begins on a line of its own",
}


def examine(text: str) -> Examined:
    """Reads the text as far as it goes. Never raises for what the text says."""
    reader = EventReader("\\" in text)
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
        broken = _syntax(error, text)
        reader.faults = [one for one in reader.faults if one.rule != "yaml/empty-value"] + [broken]
    except yaml.YAMLError as error:
        message = f"this is not YAML: {shown(str(error).split(chr(10))[0], 200)}"
        reader.faults.append(Fault("yaml/syntax", START, message, "look at the first lines"))
    return Examined(
        reader.root,
        reader.spots,
        reader.firsts,
        _settled(reader.faults, text),
    )


def _syntax(error: yaml.MarkedYAMLError, text: str) -> Fault:
    span = _where(error, text)
    problem = shown(error.problem or "", 200)
    if any(word in problem for word in _DIRECTIVES):
        return Fault("yaml/directive", span, "a `%` directive", "delete it; the language is fixed")
    if "<document start>" in problem:
        return Fault("yaml/second-document", span, "text behind the end of the document", _ONE)
    return Fault(
        "yaml/syntax",
        span,
        "this is not YAML" + (f": {_SAID.get(problem, problem)}" if problem else ""),
        "look at the indentation, the colons and the quotes of this line and the one above",
    )


def _settled(faults: list[Fault], text: str) -> list[Fault]:
    """The faults in order, each once; one behind the end of the text stands at its last line."""
    lines = text.split("\n")
    last = len(lines) - 1
    end = Span(last, len(lines[last]), last, len(lines[last]) + 1)
    kept = {fault if fault.span.line <= last else fault._replace(span=end) for fault in faults}
    return sorted(kept, key=lambda fault: (fault.span, fault.rule))


def _where(error: yaml.MarkedYAMLError, text: str) -> Span:
    """Where the problem shows; where that is the end of the text, what was begun and never ended."""
    mark = error.problem_mark
    lines = text.split("\n")
    last = len(lines) - 1 if lines[-1] else max(0, len(lines) - 2)
    begun = error.context_mark
    late = mark is None or mark.line > last or (error.problem or "").startswith("could not find")
    if begun is not None and late:
        mark = begun
    if mark is None:
        return START
    if mark.line > last:
        column = max(0, len(lines[last]) - 1)
        return Span(last, column, last, column + 1)
    return Span(mark.line, mark.column, mark.line, mark.column + 1)
