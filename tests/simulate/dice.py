"""Throws that come out the same for the same name, on every machine and with every version of Python."""

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")


class Dice:
    """Chances drawn one after the other; `random()` is the one source that Python promises to keep."""

    def __init__(self, name: str) -> None:
        self._random = Random(name)

    def number(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self._random.random() * (most - least + 1))

    def one(self, of: Sequence[T]) -> T:
        return of[self.number(0, len(of) - 1)]

    def often(self, times: int, of: int) -> bool:
        """True so many times of so many."""
        return self.number(1, of) <= times

    def rarely(self, *of: Any) -> Any:
        """One of these, or mostly None."""
        return self.one((None, None, None, *of))

    def some(self, of: Sequence[T], most: int = 1, least: int = 0) -> list[T]:
        """Different ones of these, in any order."""
        left = list(of)
        count = self.number(least, min(most, len(left)))
        return [left.pop(self.number(0, len(left) - 1)) for _ in range(count)]


def filled(**fields: Any) -> dict[str, Any]:
    """The fields that say anything."""
    return {name: value for name, value in fields.items() if value not in (None, [], {}, "")}
