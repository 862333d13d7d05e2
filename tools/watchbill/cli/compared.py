"""What the commands about a change share: two books loaded, compared and proven."""

import importlib
import json
from collections import Counter
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import watchbill
from watchbill.cli.head import head_time
from watchbill.diff.approvals import needed
from watchbill.diff.books import Books
from watchbill.diff.change import Change
from watchbill.diff.compare import compare
from watchbill.diff.remembered import Remembered
from watchbill.diff.reviews import NOTHING_SAID, Reviews, approvals, read
from watchbill.diff.speakers import speakers
from watchbill.diff.uncovered import uncovered
from watchbill.errors import CannotRun
from watchbill.finding import Hit, Level
from watchbill.load.cache import Cache, cache_folder
from watchbill.load.git import commit_of, time_of
from watchbill.load.loaded import Loaded
from watchbill.load.merge import merged
from watchbill.load.pair import Pair, folders, load_folders, load_pair
from watchbill.load.text import shown
from watchbill.model.states import States
from watchbill.report.changes import Comparison, Placed
from watchbill.rules.provable import provable
from watchbill.timeline.zones import tz_version
from watchbill.where import Address, Place


class Wanted(NamedTuple):
    """What is compared: two revisions or folders, the roots, and the instant that is judged at.

    With `merged` the head is what merging it into the base would make; with `exports` it is also told what becomes
    of the files for other systems.
    """

    base: str
    head: str
    root: str
    extra: tuple[str, ...] = ()
    at: datetime | None = None
    cached: bool = True
    merged: bool = False
    exports: bool = False


def load_both(wanted: Wanted) -> Pair:
    """The two books that the words of a comparison name. Raises CannotRun."""
    base, head, root, extra, at, cached = wanted[:6]
    if wanted.merged:
        return _load_merged(wanted)
    if folders(base, head):
        return load_folders(base, head, now=at or head_time(head))
    now = at or (time_of(root, commit_of(root, head)) if head else head_time(root))
    pair = load_pair(root, base, head, extra, now=now, cached=cached)
    if pair.after.kept.changed:
        pair.after.cache.write(pair.after.kept.with_rows())
    return pair


def _load_merged(wanted: Wanted) -> Pair:
    """The base and what merging the head into it would make, judged at the time of the base.

    The time of the head is its author's own say. Raises CannotRun.
    """
    root = wanted.root
    base, head = commit_of(root, wanted.base), commit_of(root, wanted.head or "HEAD")
    after = merged(root, base, head)
    now = wanted.at or time_of(root, base)
    pair = load_pair(root, base, after, wanted.extra, now=now, cached=wanted.cached)
    return pair._replace(names=(base, head))


def compared(
    wanted: Wanted, said: Reviews = NOTHING_SAID, *, proof: bool = True
) -> Comparison | str:
    """The comparison, and how it stands with `said`; why there is none where files of either book cannot be read.

    Raises CannotRun where there is nothing to read at all.
    """
    pair = load_both(wanted)
    why = broken(pair)
    if why:
        return why
    found = comparison(pair, None, said) if not proof else proven(pair, wanted, said)
    if wanted.exports:
        # Loaded where it is asked for: exporters know many formats.
        found = importlib.import_module("watchbill.cli.carried").carried(pair, found)
    return found


def broken(pair: Pair) -> str:
    """Why the books cannot be compared; "" where both can be read as a whole."""
    for name, loaded in zip(pair.names, (pair.before, pair.after), strict=True):
        faults = [one for one in loaded.findings if one.level is Level.ERROR]
        if faults:
            more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
            why = shown(f"{faults[0].place}: {faults[0].message}", 1000)
            return f"{name} has files that cannot be read: {why}{more}"
    return ""


def proven(pair: Pair, wanted: Wanted, said: Reviews) -> Comparison:
    """The comparison with all proofs, and how it stands with `said`; what was proven is kept for the next run."""
    folder = cache_folder() if wanted.cached else None
    cache = Cache(folder, f"profiles\n{Path(wanted.root).resolve()}")
    remembered = Remembered(cache.read().get("profiles", {}), provable)
    found = comparison(pair, remembered, said)
    if remembered.fresh:
        cache.write({"profiles": remembered.table})
    return found


def comparison(
    pair: Pair, remembered: Remembered | None, said: Reviews = NOTHING_SAID
) -> Comparison:
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
    tables = (dict(one.config.reviewers) for one in (pair.before, pair.after))
    changes = sorted([*found.changes, *speakers(books, *tables)], key=lambda one: one.order)
    return Comparison(
        *pair.names,
        tuple(_placed(pair, change) for change in changes),
        found.unchanged,
        len(pair.after.book.keys),
        f"watchbill {watchbill.__version__}",
        tz_version(),
        _totals(books),
        uncovered(books, changes),
        # What is not proven is not known, and with it who must agree.
        approvals(books.before, needed(books, changes), said) if remembered else None,
    )


def _totals(books: Books) -> dict[str, int]:
    """How many documents of each kind there are in the two books."""
    every = {*books.before.keys, *books.after.keys}
    return dict(Counter(key.partition(":")[0] for key in sorted(every)))


def read_reviews(path: str | None) -> Reviews:
    """The reviews in a JSON file; nothing where none is named. Raises CannotRun where they cannot be read."""
    if path is None:
        return NOTHING_SAID
    try:
        return read(json.loads(Path(path).read_text("utf-8")))
    except (OSError, ValueError, RecursionError) as error:
        raise CannotRun(f"{path} cannot be read as reviews: {error}") from None


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
