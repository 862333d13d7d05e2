"""Two states of a book, loaded so that what is the same in both is read once."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from watchbill.load.cache import Cache
from watchbill.load.config import config_of
from watchbill.load.git import Tree, commit_of, differing
from watchbill.load.join import Record
from watchbill.load.library import Library, library_of, loaded
from watchbill.load.loaded import Loaded
from watchbill.load.roots import Root, open_roots
from watchbill.load.rows import Known
from watchbill.model.base import Document
from watchbill.model.book import EPOCH

_FAR = 2**62
_NONE = Cache(None, "")


class Pair(NamedTuple):
    """A book before and after a change.

    `names` says what was compared, in full; `files` are the files that differ, by their names in the book.
    """

    before: Loaded
    after: Loaded
    names: tuple[str, str]
    files: frozenset[str]


class _Beside:
    """What the other library has read, for the files that are the same in both."""

    settled = _FAR

    def __init__(self, other: Library, differs: frozenset[str]) -> None:
        self.rows: list[str] = []
        self.table: dict[str, Any] = {}
        self._other = other
        self._differs = differs

    def unchanged(self, name: str, _: str) -> tuple[str, Record] | None:
        """The record of a file that does not differ."""
        record = None if name in self._differs else self._other.records.get(name)
        return ("", record) if record else None

    def find(self, _: str) -> Record | None:
        """Nothing: what differs is read."""
        return None


class _Second(Library):
    """The library of the other state: a document that does not differ is the very same object."""

    def __init__(self, roots: Sequence[Root], other: Library, differs: frozenset[str]) -> None:
        super().__init__(roots, _Beside(other, differs), forget=True)
        self._other = other
        self._differs = differs

    def fetch(self, name: str) -> Document | None:
        """The document of a file."""
        if name in self._differs or name not in self._other.files:
            return super().fetch(name)
        return self._other.fetch(name)


def load_pair(
    root: str,
    base: str,
    head: str = "",
    extra: Sequence[str] = (),
    *,
    now: datetime = EPOCH,
    cached: bool = True,
) -> Pair:
    """The book of a folder at two revisions; without `head`, as it lies there now.

    Further roots are read as they lie there, on both sides. Raises CannotRun where either cannot be read.
    """
    first = commit_of(root, base)
    roots = open_roots([root, *extra])
    old = Tree(root, first)
    if head:
        second = commit_of(root, head)
        new = Tree(root, second)
        files = _unlike(old, new)
        after = Library((_at(roots[0], new), *roots[1:]), Known({}), forget=True)
        after.read_all()
        cache = _NONE
    else:
        second, files = "the working tree", differing(root, first)
        after, cache = library_of(roots, cached=cached)
    differs = frozenset(roots[0].prefix + path for path in files)
    then = _at(roots[0], old)
    if then.config.repository_audience != after.roots[0].config.repository_audience:
        # Every card says who reads its repository.
        differs |= after.records.keys()
    before = _Second((then, *roots[1:]), after, differs)
    before.read_all()
    names = (first, second)
    return Pair(
        loaded(before, _NONE, now),
        loaded(after, cache, now),
        names,
        _content(before, after, differs),
    )


def _content(before: Library, after: Library, differs: frozenset[str]) -> frozenset[str]:
    """The files of the book among those that differ."""
    return differs & (before.records.keys() | after.records.keys())


def load_at(root: str, commit: str, extra: Sequence[str] = (), *, now: datetime = EPOCH) -> Loaded:
    """The book of a folder as one commit has it; further roots as they lie there. Raises CannotRun."""
    roots = open_roots([root, *extra])
    library = Library((_at(roots[0], Tree(root, commit)), *roots[1:]), Known({}), forget=True)
    library.read_all()
    return loaded(library, _NONE, now)


def load_folders(one: str, other: str, *, now: datetime = EPOCH) -> Pair:
    """The books of two folders, their files by their names inside. Raises CannotRun."""
    found = []
    for name in (one, other):
        (root,) = open_roots([name])
        library = Library([root._replace(prefix="")], Known({}), forget=True)
        library.read_all()
        found.append(library)
    old, new = (_digests(library) for library in found)
    files = frozenset(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    before, after = (loaded(library, _NONE, now) for library in found)
    return Pair(before, after, (one, other), files)


def _digests(library: Library) -> dict[str, str]:
    """The hash of each file; of what cannot be read, its faults."""
    return {name: one.digest or str(one.faults) for name, one in library.records.items()}


def _at(root: Root, tree: Tree) -> Root:
    """A root as a commit has it, with the settings that it had then."""
    config = config_of(tree.settings, f"{root.name} at {tree.commit[:12]}")
    return root._replace(config=config, source=tree)


def _unlike(old: Tree, new: Tree) -> frozenset[str]:
    """The paths whose content or mode differs between two commits."""
    every = old.blobs.keys() | new.blobs.keys()
    return frozenset(path for path in every if old.blobs.get(path) != new.blobs.get(path))


def folders(base: str, head: str) -> bool:
    """Whether the words of a comparison name two folders rather than revisions."""
    return bool(base and head) and Path(base).is_dir() and Path(head).is_dir()
