"""Lots drawn from a seed: the same on every machine, and each by its own name."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


class Lots:
    """Draws by name. A lot depends on the seed and its name only, so a new one moves no other."""

    def __init__(self, seed: int, of: str) -> None:
        self._head = f"watchbill drill\n{seed}\n{of}"

    def number(self, name: str, below: int) -> int:
        """A whole number from 0 to `below` - 1."""
        digest = sha256(f"{self._head}\n{name}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % below

    def pick(self, name: str, options: Sequence[T]) -> T:
        """One of the options; there is at least one."""
        return options[self.number(name, len(options))]
