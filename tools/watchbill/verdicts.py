"""What the rules said of a book and what that rests on, as plain data that is kept from run to run."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from watchbill.model.book import CARD

_FEW = 20
_NONE: frozenset[str] = frozenset()


class Verdicts(NamedTuple):
    """What the rules said of a book.

    `own` gives the state of each judged document, by key: a verdict rests on its own document, which is not
    said again below. `numbers` gives each a number for as long as there is a verdict on it: a third of a book
    may rest on one name, and a number is written shorter than a key. `states` gives the state of each other
    thing that was read for a verdict; `rests` the numbers of the documents whose verdict rests on it, each
    between spaces; `found` the findings on a document, where there are any. `whole` is what the rules about
    the whole book saw, what they read aside, and their hits.
    """

    own: dict[str, str]
    numbers: dict[str, str]
    states: dict[str, str]
    rests: dict[str, str]
    found: dict[str, list[Any]]
    whole: list[Any]

    def resting(self, names: Iterable[str]) -> frozenset[str]:
        """The documents whose verdict rests on one of these."""
        asked = frozenset(names)
        wanted = {number for name in asked for number in self.rests.get(name, "").split()}
        return frozenset(
            key for key, number in self.numbers.items() if number in wanted or key in asked
        )

    def rested_anew(
        self, lost: frozenset[str], reads: Mapping[str, set[str]]
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Numbers and rests without the verdicts on the lost, and with what was read for new ones.

        `reads` gives by key what was read for a new verdict.
        """
        numbers = {key: number for key, number in self.numbers.items() if key not in lost}
        last = max(map(int, self.numbers.values()), default=0)
        fresh = [key for key in reads if key not in self.numbers]
        numbers.update((key, self.numbers[key]) for key in reads if key in self.numbers)
        numbers.update((key, str(last + place)) for place, key in enumerate(sorted(fresh), 1))
        gone = frozenset(self.numbers[key] for key in lost if key in self.numbers)
        return numbers, _rests(self.rests, gone, _turned(numbers, reads))


NO_VERDICTS = Verdicts({}, {}, {}, {}, {}, [])


def _turned(numbers: Mapping[str, str], reads: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """By what was read, the numbers of those who read it; of a document's own text and card nothing is said."""
    found: dict[str, set[str]] = {}
    for key, names in reads.items():
        for name in names - {key, key + CARD}:
            found.setdefault(name, set()).add(numbers[key])
    return found


def _rests(
    kept: Mapping[str, str], gone: frozenset[str], anew: Mapping[str, set[str]]
) -> dict[str, str]:
    rests = dict(kept)
    few = [(number, f" {number} ") for number in gone] if len(gone) < _FEW else []
    for name, resting in kept.items() if gone else ():
        # Of few that are gone hardly any name has heard, and most rest again on what they did.
        out = [number for number, word in few if word in resting] if few else gone
        if out and not anew.get(name, _NONE).issuperset(out):
            left = [number for number in resting.split() if number not in gone]
            rests[name] = f" {' '.join(left)} "
    for name, more in anew.items():
        resting = rests.get(name, " ")
        if len(more) >= _FEW or any(f" {number} " not in resting for number in more):
            rests[name] = f" {' '.join(sorted({*resting.split(), *more}))} "
    return {name: resting for name, resting in sorted(rests.items()) if not resting.isspace()}
