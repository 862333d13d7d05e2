"""Who answers first at every minute, as a proof knows it for all starts at once and the oracle finds one by one."""

import pytest

from tests.simulate.build import book, watch
from tests.simulate.oracle_pages import page, path_of
from tests.simulate.oracle_people import Crew
from tests.simulate.proving import people_over
from tests.simulate.random_books import drawn
from tests.timeline.build import at
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.simulate.matrix import Case
from watchbill.simulate.proof import when
from watchbill.simulate.proof.pages import answers, taken
from watchbill.timeline.spans import Span

MIDNIGHT = at("2026-12-02T00:00") // 60
Heard = set[tuple[int, tuple[tuple[str, int], ...]]]


def proven(of: Book, playbook: Playbook, starts: range, silent: int) -> dict[int, Heard]:
    """By minute when a page is answered and who is there from when on, on each path, as it is proven."""
    people, found = people_over(of, starts), dict[int, Heard]()
    case = Case(playbook.id, playbook.harm or "", playbook.default_severity)
    for one in taken(of, people, case, (Span(people.start, people.end),)):
        for answered in answers(people, one, min(silent, len(one.path.levels) - 1)):
            for start, end in answered.starts:
                for minute in range(-(-start // 60), -(-end // 60)):
                    first = when.at(answered.at, minute * 60) // 60
                    ready = {
                        role: first if since is None else when.at(since, minute * 60) // 60
                        for role, since in answered.ready.items()
                    }
                    found.setdefault(minute, set()).add((first, told(first, ready)))
    return found


def tried(of: Book, playbook: Playbook, starts: range, silent: int) -> dict[int, Heard]:
    """The same by trying each minute."""
    crew, found = Crew(of, starts), dict[int, Heard]()
    for minute in starts:
        for region in of.regions():
            path = path_of(of, playbook, region, minute)
            if path:
                heard = page(path, minute, silent, crew)
                ready = {role: int(since) for role, since in heard.ready}
                first = int(heard.at)
                found.setdefault(minute, set()).add((first, told(first, ready)))
    return found


def told(first: int, ready: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """Whoever is there before the page is answered is there when work begins."""
    return tuple(sorted((role, max(first, since)) for role, since in ready.items()))


def matrix(*levels: str) -> str:
    rows = "".join(f"      - {{{level}}}\n" for level in levels)
    path = f"  main:\n    title: Path\n    decides: analyst\n    levels:\n{rows}"
    return f"kind: escalation\npaths:\n{path}matrix:\n  - {{path: main}}\n"


DAY = watch("watch", ("06:00-18:00", "a"), answers="40m")
SHIFTS = watch("watch", ("06:00-14:00", "a"), ("15:30-23:00", "b"), answers="5m")
COUNSEL = watch("legal-watch", ("09:00-17:00", "c"), answers="15m")
SLOW = watch("legal-watch", ("22:00-07:00", "c"), answers="2h")
QUICK = watch("legal-watch", ("05:30-07:00", "c"), answers="0m")
BOTH = "after: 0m, page: [analyst, counsel]"
FIRST, THEN = "after: 0m, page: [analyst]", "after: 25m, page: [counsel]"


LATER = "after: 25m, page: [analyst, counsel]"
TOLD = "after: 0m, page: [counsel], tell: [analyst]"


@pytest.mark.parametrize(
    ("rotas", "levels", "silent"),
    [
        ((DAY, COUNSEL), (FIRST, THEN), 0),
        ((DAY, SLOW), (FIRST, THEN), 0),
        ((DAY, SLOW), (FIRST, THEN), 1),
        ((DAY, SLOW), (BOTH,), 0),
        ((DAY, QUICK), (BOTH,), 0),
        ((DAY, QUICK), (FIRST, LATER), 1),
        ((SHIFTS, SLOW), (BOTH, THEN), 1),
        ((SHIFTS, QUICK), (FIRST, LATER), 0),
        ((SHIFTS, COUNSEL), (FIRST,), 0),
        ((SHIFTS, COUNSEL), (TOLD, "after: 1h, page: [analyst]"), 0),
    ],
)
def test_levels_that_overtake_one_another(rotas, levels, silent):
    of = book(*rotas, matrix(*levels))
    playbook = of.get(Playbook, "fraud-ring")
    assert playbook
    case = of, playbook, range(MIDNIGHT, MIDNIGHT + 1440), silent
    assert proven(*case) == tried(*case)


@pytest.mark.parametrize("style", ["plain", "all"])
@pytest.mark.parametrize("number", [4, 6, 25, 26, 27, 28])
def test_books_by_chance(style, number):
    of, playbook, starts = drawn(style, number)
    case = of, playbook, range(starts.start, starts.start + 1500)
    for silent in (0, 99):
        assert proven(*case, silent) == tried(*case, silent)


TWO = """\
kind: organization
regions:
  - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Dublin}
  - {id: amer, title: Americas, hub: Austin, timezone: America/Chicago}
  - {id: apac, title: Asia, hub: Singapore, timezone: Asia/Singapore}
"""
LEVELS = "    decides: analyst\n    levels: [{after: 0m, page: [analyst]}]\n"
PATHS = f"kind: escalation\npaths:\n  one:\n    title: One\n{LEVELS}  two:\n    title: Two\n{LEVELS}matrix:\n"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["path: one"], {"one": ("emea", "amer", "apac")}),
        (["path: one, region: [amer]", "path: two"], {"one": ("amer",), "two": ("emea", "apac")}),
        # A row whose path or hours are not there is passed over.
        (["path: gone", "path: two"], {"two": ("emea", "amer", "apac")}),
        (["path: one, hours: gone", "path: two"], {"two": ("emea", "amer", "apac")}),
    ],
)
def test_a_path_is_told_with_the_regions_whose_cases_take_it(rows, found):
    of = book(TWO, PATHS + "".join(f"  - {{{row}}}\n" for row in rows))
    who = people_over(of, range(MIDNIGHT, MIDNIGHT + 60))
    case = Case("fraud-ring", "fraud", "P1")
    paths = taken(of, who, case, (Span(who.start, who.end),))
    assert {one.name: one.regions for one in paths} == found
