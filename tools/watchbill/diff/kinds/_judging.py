"""Ways of judging that kinds of several subjects share: words with fences, readers, severities, dates, hours."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from watchbill.diff.books import Books, Twice
from watchbill.diff.change import Direction, How, Weight
from watchbill.diff.edits import Edit
from watchbill.diff.names import name_of
from watchbill.diff.said import said
from watchbill.diff.verdict import Verdict, unknown
from watchbill.model.book import Book
from watchbill.model.prose import BadFence, blocks
from watchbill.model.shape import shape_of
from watchbill.model.tiers import Tiers
from watchbill.model.types import Hours


def spot(edit: Edit, twice: Twice, what: str) -> str:
    """What changed, behind the names of what it lies in: "`block`: who does it"."""
    names = [f"`{one}`" for one in inside(edit, twice)]
    return f"{', '.join(names)}: {what}" if names else what


def inside(edit: Edit, twice: Twice) -> list[str]:
    """The names of the items of lists and tables that an edit lies in, the outermost first."""
    path, value = (edit.old or (), twice.before) if edit.new is None else (edit.new, twice.after)
    found: list[str] = []
    for number, part in enumerate(path, 1):
        if isinstance(value, BaseModel):
            value = getattr(value, shape_of(type(value)).fields[str(part)].attribute)
            continue
        table = isinstance(value, Mapping)
        value = value[part]  # type: ignore[index]
        if table:
            found.append(str(part))
        elif number < len(path):
            found.append(_name(value))
    return found


def _name(item: Any) -> str:
    name = name_of(item)
    return str(name[-1]) if isinstance(name, tuple) else str(name)


def text(edit: Edit, what: str, weight: Weight, *, kept: bool = False) -> Verdict | None:
    """Of words: what they say is for a reader; a fence that came or went says who may read them.

    `kept` words protect by being there at all.
    """
    before, after = (str(one or "").strip() for one in (edit.before, edit.after))
    if before == after or ("\n" not in before + after and before.split() == after.split()):
        return None
    fenced = _fences(before, after, what)
    if fenced is not None:
        return fenced
    if kept and not (before and after):
        return Verdict(Direction.STRONGER if after else Direction.WEAKER, weight, what)
    return excerpts(unknown(what, weight), before, after)


# How much of what is the same stands before the first difference in a long text.
_LEAD = 40


def excerpts(verdict: Verdict, before: str, after: str) -> Verdict:
    """The verdict on a long text that changed, shown from a little before the first difference on."""
    before, after = (" ".join(one.split()) for one in (before, after))
    pairs = enumerate(zip(before, after, strict=False))
    lead = next((place for place, (old, new) in pairs if old != new), min(len(before), len(after)))
    start = before.rfind(" ", 0, max(lead - _LEAD, 0)) + 1
    if not start:
        return verdict
    return verdict._replace(before=said(f"… {before[start:]}"), after=said(f"… {after[start:]}"))


def _fences(before: str, after: str, what: str) -> Verdict | None:
    """Of a line that is in both texts: whether it was opened to more readers, or closed."""
    try:
        old, new = _readers(before), _readers(after)
    except BadFence:
        return unknown(f"{what}: a fence that does not pair up", Weight.CRITICAL)
    moved = {(old[line], new[line]) for line in old.keys() & new.keys() if old[line] != new[line]}
    if not moved:
        lost = bool(before and after) and {*old.values()} != {*new.values()}
        return (
            unknown(f"{what}: the tiers that some of it is for", Weight.CRITICAL) if lost else None
        )
    if all(not audience for _, audience in moved):
        what = f"{what}: what a fence kept from lower readers is open"
        return Verdict(Direction.WEAKER, Weight.CRITICAL, what)
    if all(not audience for audience, _ in moved):
        what = f"{what}: a fence now keeps some of it from lower readers"
        return Verdict(Direction.STRONGER, Weight.CRITICAL, what)
    return unknown(f"{what}: who may read some of it", Weight.CRITICAL)


def _readers(words: str) -> dict[str, str]:
    """The audience that each line is fenced to, "" for none."""
    return {
        line.strip(): block.audience
        for block in blocks(words)
        for line in block.text.splitlines()
        if line.strip()
    }


def readers(what: str, weight: Weight, books: Books, tiers: tuple[str, str]) -> Verdict | None:
    """Of the least tier that may read something: a lower one opens it to more readers."""
    before, after = tiers
    if before == after:
        return None
    now, then = _who(books.after, after), _who(books.before, before)
    came, went = ", ".join(sorted(now - then)), ", ".join(sorted(then - now))
    parts = [f"now also {came}"] * bool(came) + [f"no longer {went}"] * bool(went)
    what = f"{what} ({', '.join(parts)})" if parts else what
    found = {_tier(book.tiers(), before, after) for book in books} - {None}
    (direction,) = found if len(found) == 1 else {Direction.UNKNOWN}
    return Verdict(direction or Direction.UNKNOWN, weight, what)


def _who(book: Book, tier: str) -> set[str]:
    """The tiers whose readers may see what is for a tier."""
    tiers = book.tiers()
    return {one for one in book.audiences() if tiers.may_read(one, tier)}


def _tier(tiers: Tiers, before: str, after: str) -> Direction | None:
    """Weaker where the later tier lies below the earlier; None where the order does not know them."""
    if not tiers.readable(before) or not tiers.readable(after):
        return None
    lower, higher = tiers.may_read(before, after), tiers.may_read(after, before)
    if lower is higher:
        return Direction.NEUTRAL if lower else Direction.UNKNOWN
    return Direction.WEAKER if lower else Direction.STRONGER


def decided(edit: Edit, books: Books) -> bool:
    """Whether counsel says, in both books, that the condition which came or went holds."""
    test = edit.after or edit.before
    switches = [book.switches().get(test.fact) for book in books]
    return all(one is not None and one.value is test.value for one in switches)


def severity(edit: Edit, what: str, weight: Weight) -> Verdict:
    """Of a severity: `P0` is the worst, and a higher number takes a case less seriously."""
    if edit.how is not How.CHANGED:
        return unknown(what, weight)
    lower = int(edit.after[1:]) > int(edit.before[1:])
    return Verdict(Direction.WEAKER if lower else Direction.STRONGER, weight, what)


def later(edit: Edit, what: str, weight: Weight, *, to: Direction, back: Direction) -> Verdict:
    """Of a day: `to` is the direction of a later one and of none, `back` that of an earlier one and of a first."""
    moved = _day(edit.after, date.max) > _day(edit.before, date.max)
    return Verdict(to if moved else back, weight, what)


def _day(value: Any, none: date) -> date:
    return value if isinstance(value, date) else none


def count(edit: Edit, what: str, weight: Weight) -> Verdict | None:
    """Of a number of what protects: fewer is weaker, and none at all counts as 0."""
    before, after = edit.before or 0, edit.after or 0
    if before == after:
        return None
    return Verdict(Direction.WEAKER if after < before else Direction.STRONGER, weight, what)


def window(edit: Edit, what: str, weight: Weight, *, more: Direction) -> Verdict:
    """Of hours on the wall: `more` is the direction of hours that hold the earlier ones and others."""
    before, after = _minutes(edit.before), _minutes(edit.after)
    if before < after:
        return Verdict(more, weight, what)
    return Verdict(more.mirrored, weight, what) if after < before else unknown(what, weight)


def _minutes(hours: Hours) -> frozenset[int]:
    end = hours.end + 1440 if hours.overnight else hours.end
    return frozenset(minute % 1440 for minute in range(hours.start, end))
