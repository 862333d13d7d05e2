"""People of another system as role handles of ours: no name and no address comes into the book."""

import re
from collections.abc import Iterable, Mapping

from watchbill.errors import CannotRun
from watchbill.load.fault import Irregular
from watchbill.load.reader import data_of
from watchbill.load.text import decode, shown
from watchbill.model.types import ID_PATTERN


class Handles:
    """Each person by what the other system calls them, and the handle they get: a given one, or the next in line."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self._given = dict(given)
        self.known: dict[str, str] = {}

    def of(self, person: str, schedule: str) -> str:
        """The handle of a person; a new one is named after the schedule that has them first."""
        if person not in self.known:
            self.known[person] = self._given.get(person) or self._next(schedule)
        return self.known[person]

    def all(self, people: Iterable[str], schedule: str) -> list[str]:
        """The handles of people, in their order."""
        return [self.of(one, schedule) for one in people]

    def _next(self, schedule: str) -> str:
        taken = {*self.known.values(), *self._given.values()}
        names = (f"{schedule[:58].rstrip('-')}-{number:02d}" for number in range(1, 10_000))
        return next(name for name in names if name not in taken)


def read_handles(raw: bytes, file: str) -> dict[str, str]:
    """A map of people to handles, in YAML. Raises CannotRun for anything else."""
    text, faults = decode(raw)
    if faults:
        raise CannotRun(f"{shown(file, 200)}: {faults[0].message}")
    try:
        data = data_of(text) if text.strip() else {}
    except (Irregular, RecursionError):
        raise CannotRun(f"{shown(file, 200)} is no plain YAML") from None
    if not isinstance(data, dict):
        raise CannotRun(f"{shown(file, 200)} is no map of people to handles")
    found: dict[str, str] = {}
    for person, handle in data.items():
        if not isinstance(handle, str) or not re.fullmatch(ID_PATTERN, handle) or len(handle) > 64:
            raise CannotRun(
                f"{shown(file, 200)}: `{shown(handle)}` is no handle: lower-case words joined by hyphens"
            )
        if handle in found.values():
            raise CannotRun(f"{shown(file, 200)}: two people have the handle `{handle}`")
        found[str(person)] = handle
    return found
