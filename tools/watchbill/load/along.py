"""The book at many commits of one line: a file that stays as it is is read once, and is the very same document."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from watchbill.load.cache import Cache
from watchbill.load.config import Config, config_of
from watchbill.load.git import Tree
from watchbill.load.join import Record
from watchbill.load.library import Library, loaded
from watchbill.load.loaded import Loaded
from watchbill.load.roots import Root, open_roots
from watchbill.model.base import Document

_NONE = Cache(None, "")
_FAR = 2**62
_SETTINGS = ("watchbill.toml", "pyproject.toml")


class Copy(NamedTuple):
    """One content of one file: under which settings it was read, its name, and its object in Git."""

    audience: tuple[str, ...]
    name: str
    object: str


class Stand:
    """The book as one commit has it."""

    def __init__(self, library: Library, tree: Tree) -> None:
        self._library = library
        self.tree = tree

    @property
    def commit(self) -> str:
        """The full name of the commit."""
        return self.tree.commit

    def loaded(self, now: datetime) -> Loaded:
        """The book, judged as at an instant."""
        return loaded(self._library, _NONE, now)


class Along:
    """Reads one folder at any number of commits. Names of files are as they are inside the folder."""

    def __init__(self, root: str) -> None:
        (one,) = open_roots([root])
        self._name = root
        self._root = one._replace(prefix="")
        self._records: dict[Copy, Record] = {}
        self._documents: dict[Copy, Document] = {}
        self._configs: dict[tuple[str, ...], Config] = {}

    def tree(self, commit: str) -> Tree:
        """The files of the folder at a commit. Raises CannotRun."""
        return Tree(self._name, commit)

    def content(self, tree: Tree) -> object:
        """What changes with the content of a commit, and with hardly anything else.

        Raises CannotRun where its settings cannot be read.
        """
        config = self._config(tree)
        below = tuple(f"{folder}/" for folder in config.content) or ("",)
        return config, {path: blob for path, blob in tree.blobs.items() if path.startswith(below)}

    def at(self, tree: Tree) -> Stand:
        """The book at a commit. Raises CannotRun where its settings cannot be read."""
        root = self._root._replace(config=self._config(tree), source=tree)
        library = _Shelf(root, tree, self._records, self._documents)
        library.read_all()
        library.put_back()
        return Stand(library, tree)

    def _config(self, tree: Tree) -> Config:
        """The settings at a commit, read once for each state that they had."""
        blobs = (tree.blobs.get(name) for name in _SETTINGS)
        state = tuple(blob.object if blob else "" for blob in blobs)
        if state not in self._configs:
            self._configs[state] = config_of(tree.settings, f"{self._name} at {tree.commit[:12]}")
        return self._configs[state]


class _Shelf(Library):
    """The library of one commit, which takes from the others what they have read."""

    def __init__(
        self,
        root: Root,
        tree: Tree,
        records: dict[Copy, Record],
        documents: dict[Copy, Document],
    ) -> None:
        super().__init__([root], _Taken(root, records), forget=True)
        self._tree = tree
        self._shared = records
        self._read = documents

    def put_back(self) -> None:
        """Leaves what was read here to the others."""
        for name, document in self.documents.items():
            self._read.setdefault(self._copy(name), document)
        for name in self.files:
            self._shared.setdefault(self._copy(name), self.records[name])

    def fetch(self, name: str) -> Document | None:
        """The document of a file."""
        copy = self._copy(name)
        if copy not in self._read:
            found = super().fetch(name)
            if found is None:
                return None
            self._read[copy] = found
        return self._read[copy]

    def _copy(self, name: str) -> Copy:
        blob = self._tree.blobs[name]
        return Copy(self.roots[0].config.repository_audience, name, blob.object)


class _Taken:
    """What is known of a file by its object, whichever commit has it."""

    settled = _FAR

    def __init__(self, root: Root, records: Mapping[Copy, Record]) -> None:
        self.rows: list[str] = []
        self.table: dict[str, Any] = {}
        self._audience = root.config.repository_audience
        self._records = records

    def unchanged(self, name: str, stamp: str) -> tuple[str, Record] | None:
        """The record of a file that some commit has had like this."""
        record = self._records.get(Copy(self._audience, name, stamp))
        return ("", record) if record else None

    def find(self, _: str) -> Record | None:
        """Nothing: what is new is read."""
        return None
