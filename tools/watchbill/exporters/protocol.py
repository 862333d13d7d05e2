"""What an exporter is: a module with a name, one line on what it writes, and `wanted`."""

from typing import NamedTuple, Protocol, runtime_checkable

from watchbill.model.book import Book


class File(NamedTuple):
    """A file to be written: its name below the target's folder, its text, its home in the repository.

    `home` is set where the file is committed: the repository's copy is what counts.
    """

    name: str
    text: str
    home: str = ""


class Wanted(NamedTuple):
    """What a target should hold, and in words what it cannot say."""

    files: tuple[File, ...]
    losses: tuple[str, ...]


class Settings(NamedTuple):
    """What an export needs besides the book.

    `pager_url` is where Alertmanager posts pages; `root` and `elsewhere` are the prefixes of file names
    in the first root and in those that joined it; `tz` is the version of the tz database. Calendars hold
    the instants [since, until) (None: 90 days from the day of the book's instant on), in `local` time or
    in `utc`.
    """

    pager_url: str = "http://127.0.0.1:9099"
    root: str = ""
    elsewhere: tuple[str, ...] = ()
    tz: str = "unknown"
    since: int | None = None
    until: int | None = None
    clock: str = "local"


@runtime_checkable
class Exporter(Protocol):
    """One target. `wanted` is pure: the same book and settings give the same bytes."""

    NAME: str
    WHAT: str

    def wanted(self, book: Book, settings: Settings, /) -> Wanted:
        """The files of this target, by name, and its losses."""
