"""What an import could not take over as it stood: where it was, what it was, and what became of it."""

from typing import NamedTuple

from watchbill.load.text import shown


class Told(NamedTuple):
    """One entry of the list. `was` is the source's own text, as far as it is gone; `now` says what became of it.

    `line` counts from 1; 0 where there is no line to name.
    """

    file: str
    line: int
    was: str
    now: str

    def __str__(self) -> str:
        place = f"{shown(self.file, 200)}:{self.line}" if self.line else shown(self.file, 200)
        was = f" `{shown(' '.join(self.was.split()), 200)}`" if self.was.strip() else ""
        return f"{place}:{was} {shown(self.now, 500)}"


class Wrong(NamedTuple):
    """Why a source is not imported, and how to mend it."""

    file: str
    line: int
    message: str
    mend: str = ""

    def __str__(self) -> str:
        place = f"{shown(self.file, 200)}:{self.line}" if self.line else shown(self.file, 200)
        said = f"{self.message}{f'; {self.mend}' if self.mend else ''}"
        return f"{place}: {shown(said, 500)}"
