"""The records of all files joined: which document each holds, and where two of them clash."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from watchbill.finding import Finding, Level
from watchbill.load.fault import START, Fault
from watchbill.load.places import Places
from watchbill.model.card import Card, Sealed
from watchbill.model.kinds import KINDS
from watchbill.where import Address, Place


class Record(NamedTuple):
    """What one file holds: its hash, its card or the key it would have had, and its faults.

    A card that is remembered is sealed until somebody asks for it.
    """

    digest: str
    key: str
    card: Card | Sealed | None
    faults: tuple[Fault, ...]


class Joined(NamedTuple):
    """Cards and file names by key, the keys of what could not be read, states by key, and findings."""

    cards: dict[str, Card | Sealed]
    names: dict[str, str]
    broken: frozenset[str]
    digests: dict[str, str]
    findings: tuple[Finding, ...]


def finding(name: str, fault: Fault, key: str) -> Finding:
    """A fault of form as a finding in its file."""
    span = fault.span
    place = Place(name, span.line + 1, span.column + 1, span.end_line + 1, span.end_column + 1)
    known = "" if key.startswith("?") else key
    return Finding(place, fault.rule, Level.ERROR, fault.message, fault.mend, known)


def join(records: Mapping[str, Record], read: Callable[[str], tuple[str, bytes] | None]) -> Joined:
    """Joins the records by file name. Of two documents of one key the first stands, the other is a finding."""
    cards: dict[str, Card | Sealed] = {}
    names: dict[str, str] = {}
    states: dict[str, list[str]] = {}
    broken: set[str] = set()
    findings = [
        finding(name, fault, one.key) for name, one in records.items() for fault in one.faults
    ]
    findings.extend(_twins(records))
    for name, record in records.items():
        key = record.key
        if record.card is None:
            for lost in _may_be(key, name):
                broken.add(lost)
                states.setdefault(lost, []).append(f"broken:{record.digest} {name}")
        elif key in cards:
            findings.append(_second(name, key, names[key], read))
        else:
            cards[key], names[key] = record.card, name
            # A verdict holds places, so it stands for these bytes in this file.
            states.setdefault(key, []).append(f"{record.digest} {name}")
    digests = {key: "\n".join(rows) for key, rows in states.items()}
    return Joined(cards, names, frozenset(broken), digests, tuple(findings))


def _may_be(key: str, name: str) -> tuple[str, ...]:
    """The keys that a document which could not be read may have.

    Its id may be what is wrong, so what goes by the file's name is meant too; where its kind is not
    known, any kind.
    """
    kind, _, id = key.partition(":")
    kinds = tuple(KINDS) if kind == "?" else (kind,)
    ids = sorted({id, PurePosixPath(name).stem})
    return tuple(f"{one}:{other}" for one in kinds for other in ids) if key else ()


def _twins(records: Mapping[str, Record]) -> Iterator[Finding]:
    """Files whose names differ by the case of letters only."""
    folded: dict[str, str] = {}
    for name, record in records.items():
        first = folded.setdefault(name.casefold(), name)
        if first != name:
            message = f"differs from {first} by the case of letters only"
            mend = "rename one: some systems hold them for one file"
            yield finding(name, Fault("file/same-name", START, message, mend), record.key)


def _second(
    name: str, key: str, first: str, read: Callable[[str], tuple[str, bytes] | None]
) -> Finding:
    place = Places(lambda _: read(name)).at(Address(key, ("id",)))
    message = f"`{key}` is already in {first}"
    mend = "rename one of the two"
    return Finding(place, "document/duplicate-id", Level.ERROR, message, mend, key, ("id",))
