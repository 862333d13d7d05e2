"""Who speaks for a team on GitHub, as the settings of the two books name them: whoever is named there may agree."""

from collections.abc import Iterator, Mapping

from watchbill.diff.books import Books
from watchbill.diff.change import Change, Direction, How, Weight
from watchbill.model.book import Book
from watchbill.where import Address

KIND = "settings/reviewers"
_NOBODY = "nobody"

Table = Mapping[str, tuple[str, ...]]


def speakers(books: Books, before: Table, after: Table) -> Iterator[Change]:
    """A change of each team and partner whose users are others; which users are better no program can tell.

    Names differ as GitHub tells them apart. A name that no document of either book has speaks for nobody.
    """
    for team in sorted(before.keys() | after.keys()):
        old, new = (_users(table.get(team, ())) for table in (before, after))
        keys = [_key(book, team) for book in books]
        key = keys[1] or keys[0]
        if old == new or not key:
            continue
        yield Change(
            KIND,
            How.CHANGED,
            Direction.UNKNOWN,
            Weight.CRITICAL,
            key,
            "who speaks for it when a change is agreed to",
            ", ".join(old) or _NOBODY,
            ", ".join(new) or _NOBODY,
            old=Address(keys[0]) if keys[0] else None,
            new=Address(keys[1]) if keys[1] else None,
        )


def spoke(change: Change) -> str:
    """The team of such a change, where somebody spoke for it before; else ""."""
    team = change.subject.partition(":")[2]
    return team if change.kind == KIND and change.before != _NOBODY else ""


def _users(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({one.lower() for one in names}))


def _key(book: Book, team: str) -> str:
    return next((key for key in (f"team:{team}", f"partner:{team}") if book.find(key)), "")
