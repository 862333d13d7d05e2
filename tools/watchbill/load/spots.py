"""Where the values of a text stand."""

from typing import Any, NamedTuple

from watchbill.load.fault import Fault, Span

Path = tuple[str | int, ...]


def span_of(start: Any, end: Any) -> Span:
    """The span between two of libyaml's marks."""
    return Span(start.line, start.column, end.line, end.column)


class Spot(NamedTuple):
    """Where a value stands, and its key where it has one."""

    value: Span
    key: Span | None
    style: str


class Examined(NamedTuple):
    """The data as far as it could be read, the spots of its values by path, and the faults of form.

    `firsts` are the names of the first field of each mapping.
    """

    data: Any
    spots: dict[Path, Spot]
    firsts: dict[Path, Span]
    faults: list[Fault]


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
