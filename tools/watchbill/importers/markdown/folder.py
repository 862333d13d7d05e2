"""A folder of Markdown runbooks as runbooks of the book: texts, pictures, the list, and what is wrong."""

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from watchbill.importers.markdown.front import Front, front_of
from watchbill.importers.markdown.outline import BEFORE, CHECK, FAILS, STEPS
from watchbill.importers.markdown.reach import Known, Reach
from watchbill.importers.markdown.runbook import Head, Imported, runbook, title_of
from watchbill.importers.told import Told, Wrong
from watchbill.load.document import read_document
from watchbill.load.folder import skipped
from watchbill.load.markdown import slug
from watchbill.load.text import MOST_BYTES, decode, shown, unseen_at
from watchbill.model.runbook import Runbook

_SUFFIXES = (".md", ".markdown")
_MOST_FILES = 5_000
_INDEX = ("readme", "index", "_index")
# Letters that are more than a plain one with a mark on it.
_SPELT = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "œ": "oe"})


class Wish(NamedTuple):
    """What the imported runbooks get. `owners` are the teams and partners of the book, `taken` its runbooks by id.

    `owner` is for those that name none of these themselves; `audience` may be "".
    """

    folder: Path
    owner: str
    audience: str
    owners: Collection[str]
    taken: Mapping[str, str]


class Source(NamedTuple):
    """A file of the folder: its path there, the id that it gets, its lines, its front matter."""

    path: str
    id: str
    lines: tuple[str, ...]
    front: Front


class Harvest(NamedTuple):
    """What came of a folder. `texts` are by id; `pictures` have a file of the folder by the name that the copy gets."""

    texts: dict[str, str]
    pictures: dict[str, Path]
    told: tuple[Told, ...]
    wrong: tuple[Wrong, ...]


def harvest(wish: Wish) -> Harvest:
    """Reads the folder. Where anything is wrong, nothing of it should be written."""
    told: list[Told] = []
    wrong: list[Wrong] = []
    sources = list(_sources(wish, told, wrong))
    wrong += _twice(sources, wish)
    known = {one.path: Known(one.id, title_of(one.lines, one.front, one.id)) for one in sources}
    anchors: dict[str, dict[str, str]] = {}
    for source in sources:
        # The first time only for the names of the steps, which links from other files may need.
        anchors[source.id] = _made(wish, source, Reach(wish.folder, source.path, known, {})).anchors
    texts: dict[str, str] = {}
    pictures: dict[str, Path] = {}
    for source in sources:
        reach = Reach(wish.folder, source.path, known, anchors)
        made = _made(wish, source, reach)
        wrong += _faults(source, made)
        told += made.told
        texts[made.id] = made.text
        pictures |= reach.pictures
    return Harvest(texts, pictures, tuple(told), tuple(sorted(wrong)))


def _made(wish: Wish, source: Source, reach: Reach) -> Imported:
    named = slug(source.front.owner)
    head = Head(source.id, named if named in wish.owners else wish.owner, wish.audience)
    return runbook(source.path, source.lines, source.front, head, reach.find)


def _sources(wish: Wish, told: list[Told], wrong: list[Wrong]) -> Iterator[Source]:
    paths = _files(wish.folder, told)
    ids = _ids([path for path in paths if not _is_index(path, paths)])
    for path in paths:
        if path not in ids:
            told.append(Told(path, 0, "", "is the index of its folder, and is not imported"))
            continue
        try:
            raw = (wish.folder / path).read_bytes()
        except OSError as error:
            wrong.append(Wrong(path, 0, f"it cannot be read: {error.strerror or error}"))
            continue
        text = _text(path, raw, told, wrong)
        if not text.strip():
            told += [Told(path, 0, "", "is empty, and is not imported")] if not raw.strip() else []
            continue
        lines = text.split("\n")
        front = front_of(lines)
        if front.kind == "runbook":
            wrong.append(Wrong(path, 1, "it is a runbook of this form already", "copy it as it is"))
            continue
        if not wish.owner and slug(front.owner) not in wish.owners:
            wrong.append(Wrong(path, 1, "it names no team of the book", "say --owner"))
        yield Source(path, ids[path], tuple(lines), front)


def _files(folder: Path, told: list[Told]) -> list[str]:
    """The Markdown files below a folder, in order; links and hidden folders are not followed."""
    found = []
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not skipped(one))
        for name in sorted(files):
            path = (Path(top) / name).relative_to(folder).as_posix()
            if not name.lower().endswith(_SUFFIXES) or name.startswith("."):
                continue
            if (folder / path).is_symlink():
                told.append(Told(path, 0, "", "is a link of the file system, and is not followed"))
            else:
                found.append(path)
    return sorted(found)[:_MOST_FILES]


def _text(path: str, raw: bytes, told: list[Told], wrong: list[Wrong]) -> str:
    """The text of a file with nothing in it that a reader cannot see; "" where it cannot be read."""
    if len(raw) > MOST_BYTES:
        wrong.append(Wrong(path, 0, f"it has more than {MOST_BYTES:,} bytes", "split it"))
        return ""
    text, faults = decode(raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n"), tabs=True)
    if not text:
        wrong += [Wrong(path, one.span.line + 1, one.message, one.mend) for one in faults]
    text = unicodedata.normalize("NFC", text.replace("\r", "\n"))
    hidden = unseen_at(text.replace("\n", " ").replace("\t", " "))
    for at in sorted(hidden):
        line = text.count("\n", 0, at) + 1
        told.append(
            Told(path, line, "", f"a hidden character (U+{ord(text[at]):04X}) is taken out")
        )
    return "".join(one for at, one in enumerate(text) if at not in hidden)


def _is_index(path: str, paths: Sequence[str]) -> bool:
    """Whether a file only leads to others: it is named so, and is not alone in its folder."""
    name = PurePosixPath(path)
    beside = (one for one in paths if one != path and PurePosixPath(one).parent == name.parent)
    return name.stem.lower() in _INDEX and (len(name.parts) == 1 or any(beside))


def _ids(paths: Sequence[str]) -> dict[str, str]:
    """The id of each file: its name, with its folder's in front where several have it; "" where that gives none."""
    ids = {path: _id(PurePosixPath(path), 0) for path in paths}
    many = {id for id, count in Counter(ids.values()).items() if count > 1}
    return {path: _id(PurePosixPath(path), 1) if id in many else id for path, id in ids.items()}


def _id(name: PurePosixPath, folders: int) -> str:
    stem = name.parent if name.stem.lower() in _INDEX else name.with_suffix("")
    spelt = "-".join(stem.parts[-1 - folders :]).translate(_SPELT)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", plain)
    return slug(parted) if re.search(r"[A-Za-z0-9]", parted) else ""


def _twice(sources: list[Source], wish: Wish) -> Iterator[Wrong]:
    seen: dict[str, str] = {}
    for one in sources:
        if not one.id:
            yield Wrong(one.path, 0, "its name gives no id", "name it in letters from a to z")
        elif one.id in seen:
            message = f"the id `{one.id}` is that of {shown(seen[one.id], 200)} too"
            yield Wrong(one.path, 0, message, "rename one of them")
        elif one.id in wish.taken:
            message = f"the book has a runbook `{one.id}`: {wish.taken[one.id]}"
            yield Wrong(one.path, 0, message, "rename one of them")
        seen.setdefault(one.id, one.path)


def _faults(source: Source, made: Imported) -> Iterator[Wrong]:
    """What must not happen: a word that would be lost, a text that does not read back."""
    if not source.id:
        return
    if made.lost:
        words = ", ".join(made.lost[:10])
        yield Wrong(source.path, 0, f"words would be lost: {shown(words, 300)}", "report it")
    outcome = read_document(made.text.encode(), f"{made.id}.md")
    for fault in outcome.faults[:3]:
        yield Wrong(source.path, 0, f"it makes no runbook: {fault.message}", fault.mend)
    found = outcome.document
    if isinstance(found, Runbook):
        whole = all(found.section(one) for one in (BEFORE, STEPS, CHECK, FAILS))
        if not whole or len(found.body.steps) != made.steps:
            mend = "end each block of code where it begins"
            yield Wrong(source.path, 0, "its headings do not read back as they were", mend)
