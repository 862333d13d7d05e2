"""A law that is held to say something else, though nobody says that it was read again."""

from collections.abc import Iterable, Iterator

from watchbill.diff.books import Twice
from watchbill.diff.change import Change, Direction, How, Weight
from watchbill.model.law import Obligation
from watchbill.where import Address

KIND = "law/unread"
# What is ours and not the law's: when it was read and by what, what we note, and what we hold beside it.
_OURS = frozenset(("checked-on", "not-with", "notes", "recheck-by", "source", "verification"))


def unread(twice: Twice, changes: Iterable[Change]) -> Iterator[Change]:
    """One change, where `changes` say that a law reads otherwise and its `checked_on` is what it was.

    (A day that was set back is told by itself.)
    """
    old, new = twice
    if not isinstance(old, Obligation) or not isinstance(new, Obligation):
        return
    if new.checked_on != old.checked_on:
        return
    said = sorted({one.what for one in changes if _of_the_law(one)})
    if said:
        yield Change(
            KIND,
            How.CHANGED,
            Direction.UNKNOWN,
            Weight.CRITICAL,
            new.key,
            f"held to say otherwise, and not read again: {', '.join(said)}",
            f"read on {old.checked_on}",
            f"read on {new.checked_on}",
            old=Address(old.key, ("checked_on",)),
            new=Address(new.key, ("checked_on",)),
        )


def _of_the_law(change: Change) -> bool:
    group, _, name = change.kind.partition("/")
    return group == "obligation" and name not in _OURS
