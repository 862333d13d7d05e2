"""Where something is: an Address in the content, a Place in a file."""

from typing import NamedTuple


class Address(NamedTuple):
    """A spot in the content, whatever file it is kept in.

    `document` is `kind:id` (`playbook:csae-apparent`); `path` leads down from the top of that
    document by keys and list positions (from 0): `("steps", 2, "takes")`.
    """

    document: str
    path: tuple[str | int, ...] = ()

    def at(self, *more: str | int) -> "Address":
        """The address further down."""
        return Address(self.document, self.path + more)

    def __str__(self) -> str:
        return self.document + "".join(
            f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path
        )


class Place(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, in characters; the end is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
