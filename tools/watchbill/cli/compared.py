"""What the commands about a change share: two books loaded, compared and proven."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import watchbill
from watchbill.cli.head import head_time
from watchbill.diff.books import Books
from watchbill.diff.change import Change
from watchbill.diff.compare import compare
from watchbill.diff.remembered import Remembered
from watchbill.finding import Hit, Level
from watchbill.load.cache import Cache, cache_folder
from watchbill.load.git import commit_of, time_of
from watchbill.load.loaded import Loaded
from watchbill.load.pair import Pair, folders, load_folders, load_pair
from watchbill.model.states import States
from watchbill.report.changes import Comparison, Placed
from watchbill.rules.provable import provable
from watchbill.timeline.zones import tz_version
from watchbill.where import Address, Place


def load_both(
    base: str, head: str, root: str, extra: Sequence[str], at: datetime | None, *, cached: bool
) -> Pair:
    """The two books that the words of a comparison name. Raises CannotRun."""
    if folders(base, head):
        return load_folders(base, head, now=at or head_time(head))
    now = at or (time_of(root, commit_of(root, head)) if head else head_time(root))
    pair = load_pair(root, base, head, extra, now=now, cached=cached)
    if pair.after.kept.changed:
        pair.after.cache.write(pair.after.kept.with_rows())
    return pair


def broken(pair: Pair) -> str:
    """Why the books cannot be compared; "" where both can be read as a whole."""
    for name, loaded in zip(pair.names, (pair.before, pair.after), strict=True):
        faults = [one for one in loaded.findings if one.level is Level.ERROR]
        if faults:
            more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
            return f"{name} has files that cannot be read: {faults[0].place}: {faults[0].message}{more}"
    return ""


def proven(pair: Pair, root: str, *, cached: bool) -> Comparison:
    """The comparison with all proofs; what was proven is kept for the next run."""
    cache = Cache(cache_folder() if cached else None, f"profiles\n{Path(root).resolve()}")
    remembered = Remembered(cache.read().get("profiles", {}), provable)
    found = comparison(pair, remembered)
    if remembered.fresh:
        cache.write({"profiles": remembered.table})
    return found


def comparison(pair: Pair, remembered: Remembered | None) -> Comparison:
    """The comparison of two loaded books, with the place of every change; without proofs where none are wanted."""
    books = Books(pair.before.book, pair.after.book)
    profiles = None
    if remembered is not None:
        first, second = (
            partial(remembered.profile, one.book, States(one.book, one.digests, tz_version()))
            for one in (pair.before, pair.after)
        )
        profiles = (first, second)
    found = compare(books, set(touched(pair)), profiles)
    return Comparison(
        *pair.names,
        tuple(_placed(pair, change) for change in found.changes),
        found.unchanged,
        len(pair.after.book.keys),
        f"watchbill {watchbill.__version__}",
        tz_version(),
    )


def touched(pair: Pair) -> frozenset[str]:
    """The keys of the documents whose files differ, in either book."""
    return frozenset(
        key
        for loaded in (pair.before, pair.after)
        for key, state in loaded.digests.items()
        if any(row.partition(" ")[2] in pair.files for row in state.split("\n"))
    )


def _placed(pair: Pair, change: Change) -> Placed:
    return Placed(change, _place(pair.before, change.old), _place(pair.after, change.new))


def _place(loaded: Loaded, address: Address | None) -> Place | None:
    return loaded.places.place(Hit(address, "")) if address is not None else None
