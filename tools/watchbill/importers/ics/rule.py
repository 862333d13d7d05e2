"""The turns behind a list of days and people: how long one is, who comes after whom, and how often it is broken."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

# Lengths of turns in days, the likelier first: of rules that fit alike the first is taken.
_LENGTHS = (7, 1, 14, 28, 2, 3, 4, 5, 6, 21)
_MOST_MEMBERS = 30


class Rule(NamedTuple):
    """Members in order of their turns of so many days from a day on.

    `broken` counts how often somebody else stood in, `away` on how many of the days, of so many turns that were seen.
    """

    days: int
    anchor: date
    members: tuple[str, ...]
    broken: int
    away: int
    turns: int


def rule_of(found: Sequence[tuple[date, str]]) -> Rule | None:
    """The rule that says the list best, seen at least twice around; None where none holds in three turns of four."""
    best: Rule | None = None
    for length in _LENGTHS:
        for offset in range(length):
            most = cost(best)[0] if best else _MOST_MEMBERS
            for rule in _tried(found, length, found[0][0] - timedelta(days=offset), most):
                holds = 4 * rule.broken <= rule.turns and 4 * rule.away <= len(found)
                if holds and (best is None or cost(rule) < cost(best)):
                    best = rule
    return best


def cost(rule: Rule) -> tuple[int, int]:
    """What it takes to say the list by a rule: its members, and each day on which it is broken; then the shorter."""
    return rule.broken + len(rule.members), rule.days * len(rule.members)


def _tried(
    found: Sequence[tuple[date, str]], length: int, anchor: date, most: int
) -> Iterator[Rule]:
    """The rules of this length from this day on, one for each number of members, up to `most`, that is seen twice."""
    numbers = [(day - anchor).days // length for day, _ in found]
    whole = numbers[-1] + 1
    for period in range(1, min(most, whole // 2) + 1):
        places = [number % period for number in numbers]
        chosen = _chosen(places, found)
        broken = _breaks(places, found, chosen)
        # A turn in which no window lies is nobody's: whoever had the one before may have it.
        order: list[str] = []
        for place in range(period):
            order.append(chosen.get(place, order[-1] if order else found[0][1]))
        yield Rule(length, anchor, tuple(order), *broken, whole)


def _chosen(places: Sequence[int], found: Sequence[tuple[date, str]]) -> dict[int, str]:
    """Whoever is most often in each place; of equals the first by name, so that nothing depends on a table's order."""
    counts: dict[int, Counter[str]] = {}
    for place, (_, member) in zip(places, found, strict=True):
        counts.setdefault(place, Counter())[member] += 1
    return {
        place: min(members, key=lambda one: (-members[one], one))
        for place, members in counts.items()
    }


def _breaks(
    places: Sequence[int], found: Sequence[tuple[date, str]], chosen: dict[int, str]
) -> tuple[int, int]:
    """How often somebody begins to stand in, and on how many days somebody does."""
    count, away, other = 0, 0, ""
    for place, (_, member) in zip(places, found, strict=True):
        stands_in = member if member != chosen[place] else ""
        count += bool(stands_in) and stands_in != other
        away += bool(stands_in)
        other = stands_in
    return count, away


def most_frequent(found: Sequence[tuple[date, str]]) -> Rule:
    """No rule: always the one who is on most of the days."""
    counts = Counter(member for _, member in found)
    member = min(counts, key=lambda one: (-counts[one], one))
    return Rule(7, found[0][0], (member,), 0, len(found) - counts[member], len(found))
