"""What a change of the book does to the files that other systems read."""

from collections import Counter
from collections.abc import Iterator

from watchbill.diff.books import Books
from watchbill.diff.change import Change, Direction, How, Weight
from watchbill.exporters.protocol import Exporter, Settings, Wanted
from watchbill.load.text import shown

FILE, LOSS = "export/file", "export/loss"
_WIDE = 160


def effect(exporter: Exporter, books: Books, settings: Settings) -> Iterator[Change]:
    """Every file of a target that differs, and every thing that it can no longer carry, or can again.

    It is a consequence of what is told elsewhere, so it is neither weaker nor stronger by itself; what is lost,
    people must set or do by hand.
    """
    old, new = (exporter.wanted(book, settings) for book in books)
    subject = f"export:{exporter.NAME}"
    yield from _losses(subject, old, new)
    before, after = ({file.name: file.text for file in one.files} for one in (old, new))
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield _file(subject, name, before.get(name), after.get(name))


def _losses(subject: str, old: Wanted, new: Wanted) -> Iterator[Change]:
    """What is lost now and was not, or the other way round; two that begin alike are one that changed."""
    gone = {_begin(words): words for words in old.losses if words not in new.losses}
    come = {_begin(words): words for words in new.losses if words not in old.losses}
    for begin in dict.fromkeys((*come, *gone)):
        before, after = gone.get(begin, ""), come.get(begin, "")
        yield Change(
            LOSS,
            How.ADDED if not before else How.REMOVED if not after else How.CHANGED,
            Direction.NEUTRAL,
            Weight.MINOR,
            subject,
            "what it cannot be told, and people must set or do",
            shown(before, _WIDE),
            shown(after, _WIDE),
        )


def _begin(words: str) -> str:
    """What a loss is about, as far as its first colon."""
    return words.partition(":")[0]


def _file(subject: str, name: str, before: str | None, after: str | None) -> Change:
    how = How.ADDED if before is None else How.REMOVED if after is None else How.CHANGED
    lines = [(text or "").splitlines() for text in (before, after)]
    gone, come = _differing(*lines)
    return Change(
        FILE,
        how,
        Direction.NEUTRAL,
        Weight.INFO,
        subject,
        name,
        f"{len(lines[0])} lines" if before is not None else "",
        f"{len(lines[1])} lines, {len(come)} of them new and {len(gone)} gone"
        if after is not None
        else "",
        "; ".join(
            f"{words} `{shown(found[0].strip(), _WIDE)}`"
            for words, found in (("first gone", gone), ("first new", come))
            if found
        ),
    )


def _differing(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """The lines that are gone and the lines that are new, in order; a line that only moved is neither."""
    old, new = Counter(before), Counter(after)
    return list((old - new).elements()), list((new - old).elements())
