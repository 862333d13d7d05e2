"""What a change does to the files that are written for other systems."""

from watchbill.diff.books import Books
from watchbill.exporters import exporters
from watchbill.exporters.effect import effect
from watchbill.exporters.protocol import Settings
from watchbill.load.pair import Pair
from watchbill.report.changes import Comparison, Placed
from watchbill.timeline.zones import tz_version


def carried(pair: Pair, found: Comparison) -> Comparison:
    """The comparison, and what the change does to the files of every exporter.

    These lie nowhere in the book: they are told at the place of what weighs most.
    """
    books = Books(pair.before.book, pair.after.book)
    first, *others = (root.prefix for root in pair.after.roots)
    settings = Settings(root=first, elsewhere=tuple(others), tz=tz_version())
    old, new = (found.placed[0].old, found.placed[0].new) if found.placed else (None, None)
    more = [
        Placed(change, old, new)
        for exporter in exporters()
        for change in effect(exporter, books, settings)
    ]
    placed = sorted((*found.placed, *more), key=lambda one: one.change.order)
    return found._replace(placed=tuple(placed))
