"""A fault in one text, before anybody knows which document it is."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text; lines and columns from 0, in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Fault(NamedTuple):
    """What is wrong in a text, by the name of the law that it breaks."""

    rule: str
    span: Span
    message: str
    mend: str = ""


class Irregular(Exception):
    """The text needs a more careful reader: something in it is not as it should be, or not plain."""


START = Span(0, 0, 0, 1)
