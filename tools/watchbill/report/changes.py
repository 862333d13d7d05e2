"""A comparison as text: what changed in meaning, what a reviewer must see first in front."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from watchbill.diff.change import Change, Direction, Weight
from watchbill.diff.reviews import Approvals
from watchbill.diff.uncovered import Lost
from watchbill.finding import Finding, Level
from watchbill.load.text import shown
from watchbill.report.around import agreed, agreement, cover_lost, lost_lines, plural, radius, waits
from watchbill.where import Place

_COLOURS = {
    Direction.WEAKER: "31",
    Direction.UNKNOWN: "33",
    Direction.STRONGER: "32",
    Direction.NEUTRAL: "36",
}
_MOST_NAMED = 6
# The verdict where there is nothing to tell.
NOTHING = "nothing changed in meaning"


class Placed(NamedTuple):
    """A change with its places in the files before and after; None where it is not there."""

    change: Change
    old: Place | None
    new: Place | None

    @property
    def place(self) -> Place:
        """Where a reader of the later state finds it, or found it."""
        return self.new or self.old or Place("")


class Comparison(NamedTuple):
    """What was compared with what, and all that came of it.

    `unchanged` are the documents that were written anew and say what they said. `tool` is the name and version
    of the tool, `tz` the version of the tz database. `totals` gives how many documents of each kind there are in
    the two books, `lost` the cover that is lost, and `approvals` who must agree; None where nobody asked.
    """

    base: str
    head: str
    placed: tuple[Placed, ...]
    unchanged: tuple[str, ...]
    documents: int
    tool: str
    tz: str
    totals: Mapping[str, int] = MappingProxyType({})
    lost: tuple[Lost, ...] = ()
    approvals: Approvals | None = None


def counts(found: Comparison) -> dict[str, int]:
    """How many changes there are of each direction, none left out."""
    number = Counter(one.change.direction for one in found.placed)
    return {direction.value: number[direction] for direction in Direction}


def headline(found: Comparison) -> str:
    """The verdict in one line: how many changes of each direction, the cover that is lost, the agreement."""
    if not found.placed:
        return NOTHING
    number = counts(found)
    parts = [plural(number["weaker"], "commitment") + " weakened"] if number["weaker"] else []
    if number["unknown"]:
        parts.append(f"{number['unknown']:,} to be read by a person")
    if number["stronger"]:
        many = (
            f"{number['stronger']:,}"
            if number["weaker"]
            else plural(number["stronger"], "commitment")
        )
        parts.append(f"{many} strengthened")
    if number["neutral"]:
        parts.append(f"{number['neutral']:,} without weight")
    return " · ".join(
        filter(None, (", ".join(parts), cover_lost(found.lost), agreement(found.approvals)))
    )


def around(found: Comparison) -> Iterator[tuple[str, str]]:
    """What stands around the changes, each with its title: agreement, lost cover, how far it reaches."""
    approvals = found.approvals
    if approvals is not None and approvals.standings:
        if approvals.missing:
            yield "Cannot merge yet:", ", ".join(waits(approvals))
        elif approvals.emergency:
            yield "Goes in as an emergency:", agreed(approvals)
        else:
            yield "All have agreed:", agreed(approvals)
    for line in lost_lines(found.lost):
        yield "Coverage lost", line
    reach = radius((one.change for one in found.placed), found.totals)
    if reach:
        yield "Blast radius", reach


def brief(name: str) -> str:
    """A revision as people say it."""
    return name[:12] if len(name) == 40 and all(one in "0123456789abcdef" for one in name) else name


def values(change: Change) -> str:
    """What it was and what it is: `15m → 1h`."""
    if not change.before and not change.after:
        return ""
    return f"{change.before or 'nothing'} → {change.after or 'nothing'}"


def feels(change: Change) -> str:
    """Who feels it: how many documents rest on it, and the first of them."""
    if not change.affects:
        return ""
    named = ", ".join(change.affects[:_MOST_NAMED])
    more = len(change.affects) - _MOST_NAMED
    return f"{len(change.affects)}: {named}" + (f" and {more} more" if more > 0 else "")


def text(found: Comparison, *, colour: bool = False) -> str:
    """Every change with its place; then who must agree, what cover is lost, and what is unchanged in meaning."""
    lines = [f"{brief(found.base)} → {brief(found.head)}: {headline(found)}", ""]
    for one in found.placed:
        lines.extend([*_one(one, colour), ""])
    for title, words in around(found):
        lines.extend([f"{title.removesuffix(':')}: {_line(words)}", ""])
    if found.unchanged:
        lines.extend([f"Unchanged in meaning: {', '.join(found.unchanged)}", ""])
    return "\n".join(lines[:-1]) + "\n"


def _one(placed: Placed, colour: bool) -> Iterator[str]:
    change = placed.change
    word = change.direction.value.upper()
    if colour:
        word = f"\x1b[1;{_COLOURS[change.direction]}m{word}\x1b[0m"
    yield f"{word} {change.weight.value}: {_line(change.subject)}: {_line(change.what)} [{change.kind}]"
    if values(change):
        yield f"  {_line(values(change))}"
    if change.example:
        yield f"  {_line(change.example)}"
    if change.affects:
        yield f"  felt by {_line(feels(change))}"
    if placed.place.file:
        yield f"  {placed.place}"


def _line(words: str) -> str:
    return shown(words, len(words))


def as_findings(found: Comparison) -> tuple[Finding, ...]:
    """The changes as findings, for what shows findings: what is weaker or unknown is a warning, never an error."""
    return tuple(_finding(one) for one in found.placed)


def _finding(placed: Placed) -> Finding:
    change = placed.change
    loud = change.direction in (Direction.WEAKER, Direction.UNKNOWN)
    level = Level.WARNING if loud and change.weight is not Weight.INFO else Level.NOTE
    head = f"{change.direction.value}, {change.weight.value}: {change.what}"
    message = "; ".join(filter(None, (head, values(change), change.example)))
    return Finding(placed.place, change.kind, level, message, "", change.subject, ())


def laws_of(kinds: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each kind's page in one sentence, by its name; what is proven has no page of its own kind."""
    proven = {
        "proof/later": "A clock is met later, or earlier, than before.",
        "proof/late": "A clock that was in time at its worst is late, or the other way round.",
        "proof/unproven": "A playbook can be proven in one state only.",
        "settings/reviewers": "Who speaks for a team when a change is agreed to changed.",
    }
    carried = {
        "export/file": "A file that another system reads differs.",
        "export/loss": "What another system cannot be told, and people must do, differs.",
    }
    law = {
        "law/unread": "A law is held to say otherwise, and nobody says that its source was read again."
    }
    return {**proven, **carried, **law, **dict(kinds)}
