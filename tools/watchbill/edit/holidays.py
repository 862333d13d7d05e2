"""The dated holidays of a calendar: a new document of them, or the list of an existing one replaced."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from watchbill.edit.blocks import Block, Entry, Source, blocks, source
from watchbill.edit.dump import dump
from watchbill.edit.edits import Edit, apply
from watchbill.edit.modeline import modeline
from watchbill.edit.scalar import is_plain, quoted, scalar
from watchbill.load.examine import examine
from watchbill.load.fault import Span


class Dated(NamedTuple):
    """A holiday: its date, its name, and whether the date is an estimate."""

    day: date
    name: str
    estimated: bool = False


class Taken(NamedTuple):
    """Holidays with what a calendar says of them: the years covered and the source, in words."""

    covers: str
    source: str
    holidays: tuple[Dated, ...]


def row(one: Dated) -> str:
    """A holiday as one line of a list, without its dash."""
    plain = is_plain(one.name, flow=True) and not set(one.name) & set("';")
    name = one.name if plain else quoted(one.name)
    return f"{{date: {one.day}, name: {name}{', estimated: true' if one.estimated else ''}}}"


def document(head: Mapping[str, Any], taken: Taken, schema: str) -> str:
    """A new calendar: `head` are its fields up to the hours, in order."""
    lines = [*([modeline(schema)] if schema else []), dump(dict(head)).rstrip("\n")]
    lines += [f"covers: {scalar(taken.covers)}", f"source: {scalar(taken.source)}", "holidays:"]
    return "\n".join([*lines, *(f"  - {row(one)}" for one in taken.holidays)]) + "\n"


def replaced(text: str, taken: Taken) -> str:
    """A calendar's text with other holidays, years and source; everything else and comments stay.

    A comment stays with the day below it, or goes to the next where that is gone. A date that was marked
    as estimated, and is the same, stays so: a person may know what the library does not.
    """
    where = examine(text)
    now = source(text, where)
    root = blocks(now)
    entries = {entry.name: entry for entry in root.entries} if root else {}
    edits = [
        Edit(where.spots[(name,)].value, scalar(value))
        for name, value in (("covers", taken.covers), ("source", taken.source))
        if (name,) in where.spots
    ]
    field = entries.get("holidays")
    if field is None:
        return apply(text, edits).rstrip("\n") + "\n" + _list(taken.holidays)
    start, end = field.line, field.end
    while end > start + 1 and (now.blank(end - 1) or now.comment(end - 1)):
        end -= 1
    head = now.lines[start] if field.inner else "holidays:"
    new = [head, *_rows(now, field.inner, taken.holidays)]
    edits.append(Edit(Span(start, 0, end - 1, len(now.lines[end - 1])), "\n".join(new)))
    return apply(text, edits)


def _list(holidays: Iterable[Dated]) -> str:
    return "".join(f"{line}\n" for line in ("holidays:", *(f"  - {row(one)}" for one in holidays)))


def _rows(now: Source, old: Block | None, holidays: Sequence[Dated]) -> Iterator[str]:
    entries = [(_dated(old.data[int(one.name)]), one) for one in old.entries] if old else []
    known = {dated.day: (dated, entry) for dated, entry in entries}
    left = list(entries)
    for one in holidays:
        while left and left[0][0].day < one.day:
            yield from _comments(now, left.pop(0)[1])
        dated, entry = known.get(one.day, (None, None))
        if entry is None or dated is None:
            yield f"  - {row(one)}"
            continue
        left = [pair for pair in left if pair[1] is not entry]
        kept = one._replace(estimated=one.estimated or (dated.estimated and dated.name == one.name))
        yield from _comments(now, entry)
        if kept == dated:
            yield from now.lines[entry.line : _last(now, entry)]
        else:
            yield f"  - {row(kept)}{_tail(now, entry, int(entry.name))}"
    for _, entry in left:
        yield from _comments(now, entry)


def _dated(data: Any) -> Dated:
    return Dated(
        date.fromisoformat(str(data["date"])),
        str(data["name"]),
        data.get("estimated") in (True, "true"),
    )


def _comments(now: Source, entry: Entry) -> list[str]:
    """The comments and blank lines above an entry."""
    return now.lines[entry.start : entry.line]


def _last(now: Source, entry: Entry) -> int:
    """The line behind the last one of an entry's own."""
    end = entry.end
    while end > entry.line + 1 and (now.blank(end - 1) or now.comment(end - 1)):
        end -= 1
    return end


def _tail(now: Source, entry: Entry, number: int) -> str:
    """The comment behind an entry on its line."""
    spot = now.where.spots[("holidays", number)]
    rest = now.lines[spot.value.end_line][spot.value.end_column :]
    return rest if spot.value.end_line < entry.end and rest.lstrip().startswith("#") else ""
