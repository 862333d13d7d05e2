"""Safe fixes of findings, by rule: an edit that makes the finding go and changes nothing else.

Safe is what leaves no choice: a spelling that every reader takes alike, the id that a document itself
says it was replaced by or renamed to. What is only probably meant is left to the author.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from watchbill.edit.case import Case
from watchbill.edit.edits import Edit, apply
from watchbill.edit.renaming import moved, replaced
from watchbill.edit.spelling import by_date, composed, unambiguous
from watchbill.finding import Finding
from watchbill.load.folder import read_bytes
from watchbill.load.loaded import Loaded
from watchbill.load.text import decode

FIXES: dict[str, Callable[[Case], Iterable[Edit]]] = {
    "calendar/holidays-unsorted": by_date,
    "file/not-nfc": composed,
    "references/deprecated": replaced,
    "references/unknown": moved,
    "yaml/ambiguous-scalar": unambiguous,
}


class Fixed(NamedTuple):
    """A file to be written anew: its name, where it is, its text, and the findings that are mended."""

    file: str
    path: Path
    text: str
    findings: tuple[Finding, ...]


def fix_all(loaded: Loaded, findings: Iterable[Finding]) -> tuple[Fixed, ...]:
    """What the safe fixes make of the files of these findings, by file. Nothing is written.

    Of two edits that overlap the first is made; run again for the rest.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.rule in FIXES:
            by_file.setdefault(finding.place.file, []).append(finding)
    made = (_fix_file(loaded, file, found) for file, found in sorted(by_file.items()))
    return tuple(fixed for fixed in made if fixed is not None)


def _fix_file(loaded: Loaded, file: str, findings: list[Finding]) -> Fixed | None:
    path = path_of(loaded, file)
    try:
        raw = read_bytes(path.parent, path.name)
    except OSError:
        return None
    text, _ = decode(raw, tabs=True)
    edits: list[Edit] = []
    mended = []
    for finding in findings:
        found = fix(Case(finding, text, loaded.book))
        edits += found
        if found:
            mended.append(finding)
    new = apply(text, edits)
    if new == text:
        return None
    ends = "\r\n" if b"\r\n" in raw else "\n"
    return Fixed(file, path, new.replace("\n", ends), tuple(mended))


def path_of(loaded: Loaded, file: str) -> Path:
    """Where a file lies that findings and cards name by its name in the book."""
    roots = sorted(loaded.roots, key=lambda root: len(root.prefix), reverse=True)
    root = next(root for root in roots if file.startswith(root.prefix))
    return root.path / file[len(root.prefix) :]


def fix(case: Case) -> list[Edit]:
    """The edits that mend a finding; none where that takes a choice."""
    maker = FIXES.get(case.finding.rule)
    return list(maker(case)) if maker else []
