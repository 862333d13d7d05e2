"""The two sheets of a drill: what each says, and what the players' never does."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

from tests import smallest
from tests.support import ROOT
from tests.timeline.build import at
from watchbill.load.library import load
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.report.drill.cards import card
from watchbill.report.drill.facilitator import facilitator
from watchbill.report.drill.players import players
from watchbill.report.drill.review import AFTERWARDS, BEFORE, RUNNING
from watchbill.report.drill.watch import WATCH
from watchbill.report.drill.words import BANNER, Face, face
from watchbill.report.trace_markdown import escape
from watchbill.simulate.drill.case import Asked, Drill
from watchbill.simulate.drill.drill import drill

GOLDEN = Path(__file__).parent / "golden"
NOON = at("2026-12-02T12:00")
PLAYBOOKS = [path.stem for path in sorted((ROOT / "playbooks" / "incidents").glob("*/*.yaml"))]
SEEDS = range(31)
LONG = 12


@cache
def shipped() -> Book:
    return load([str(ROOT)], cached=False).book


@cache
def drawn(playbook: str, seed: int) -> Drill:
    return drill(shipped(), Asked(playbook, seed, since=NOON))


def kept(name: str, text: str) -> None:
    """Compares with the kept file; WATCHBILL_UPDATE_GOLDEN=1 writes it anew."""
    path = GOLDEN / name
    if os.environ.get("WATCHBILL_UPDATE_GOLDEN"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def plain(text: str) -> str:
    """Text without marks of Markdown, and with one blank for each run of them."""
    return " ".join(re.sub(r"[\\*>`]", "", text).split())


def lines(value: object) -> set[str]:
    """Every line of prose in a part of a document, long enough to tell it from others."""
    if isinstance(value, str):
        found = {" ".join(re.sub(r"[\\*>`]", "", one).split()) for one in value.splitlines()}
        return {one for one in found if len(one) > LONG and " " in one}
    if isinstance(value, dict):
        return set().union(*map(lines, value.values()))
    if isinstance(value, list | tuple):
        return set().union(*map(lines, value))
    return set()


@cache
def above(audience: str, playbook: str) -> frozenset[str]:
    """The lines that stand only in what readers of a tier may not see."""
    book, hidden, shown = shipped(), set(), set()
    readable = book.tiers().readable(audience)
    for key in book.keys:
        document = book.find(key)
        data = document.model_dump(mode="json")
        open_ = book.audience_of(document) in readable
        if open_ and isinstance(document, Playbook):
            for line in (data.pop("steps"), *data.pop("lines").values()):
                for step in line:
                    tier = step.get("audience")
                    (shown if not tier or tier in readable else hidden).update(lines(step))
        (shown if open_ else hidden).update(lines(data))
    read = "\n".join(sorted(shown))
    return frozenset(one for one in hidden if one not in read)


def test_both_sheets_of_the_smallest_book_are_as_kept() -> None:
    found = drill(smallest.book(), Asked("fraud-ring", 1, NOON))
    kept("drill-facilitator.md", facilitator(found))
    kept("drill-players.md", players(found))


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_the_players_read_no_answer_and_nothing_that_is_for_others(playbook: str) -> None:
    for seed in SEEDS:
        found = drawn(playbook, seed)
        sheet = players(found)
        flat = plain(sheet)
        told = [note.answer for note in found.steps] + [
            answer for one in found.seconds for _, answer in one.trace.answers
        ]
        leaks = [one for one in told if len(one) > 3 and plain(one) in flat]
        ours = (*WATCH.values(), *BEFORE, *RUNNING[:4], *AFTERWARDS)
        leaks += [one for one in ours if plain(one) in flat]
        leaks += [words for one in found.injects for words in one.rule if plain(words) in flat]
        handles = {page.member for page in found.trace.pages} | {n.member for n in found.steps}
        leaks += [one for one in handles if one and one in flat]
        leaks += [one for one in above(found.audience, playbook) if one in flat]
        assert leaks == [], (playbook, seed)
        assert "Expected" not in flat and "playbook:" not in flat


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_every_card_and_section_says_that_it_is_an_exercise(playbook: str) -> None:
    found = drawn(playbook, 2)
    sheet = players(found)
    pages = sheet.split("\n---\n")
    assert len(pages) == len(found.injects) + 2
    assert all(BANNER in page for page in pages)
    assert "Contact nobody outside this room" in pages[0]
    assert '**"No duff"**' in pages[0] and "Stop the exercise" in pages[0]
    sections = re.split(r"^## ", facilitator(found), flags=re.MULTILINE)
    assert len(sections) > 10
    assert all(BANNER in section for section in sections)


def test_the_facilitator_reads_each_card_with_its_time_and_what_is_expected() -> None:
    found = drawn("csae-apparent", 3)
    sheet, shown = facilitator(found), face(found.trace, found.zone)
    for number, inject in enumerate(found.injects, 1):
        title = card(found, inject, shown).title
        assert f"### Card {number}, {shown.whole(inject.at)}: {title}" in sheet
        assert WATCH[inject.kind] in sheet
        assert all(f"`[[{source}]]`" in sheet for source in inject.sources)
    for note in found.steps:
        assert f"**{shown.after(note.at)} to {shown.after(note.until)}** `{note.step}`" in sheet
    assert "It shows what readers of `internal`, `csae-restricted` may see" in sheet
    assert "--seed 3 --at " in sheet


def test_a_tier_below_reads_no_titles_that_it_may_not() -> None:
    """To readers of a tier to whom the vendors' pages are closed no site is named."""
    found = drill(shipped(), Asked("ncii-removal", 2, NOON))
    assert found.audience == "vendor-trained"
    sheet = players(found)
    assert "Out of order: a site of a vendor (the facilitator says which)." in sheet
    wide = drill(shipped(), Asked("ncii-removal", 2, NOON, audience="internal"))
    assert "a site of a vendor" not in players(wide)


def test_words_of_the_book_mean_nothing_to_markdown() -> None:
    wild = "Two <b>reports</b> | about *one* [payee](http://x.example)"
    documents = smallest.overlaid(f"kind: playbook\ntriggers: ['{wild}']\nnever: ['{wild}']")
    found = drill(smallest.book(documents), Asked("fraud-ring", 1, NOON))
    for sheet in (facilitator(found), players(found)):
        assert escape(wild) in sheet
        assert "<b>" not in sheet.replace(r"\<b\>", "")


@pytest.mark.parametrize(
    ("zone", "seconds", "after", "local"),
    [
        ("UTC", 0, "T+0", "12:00 UTC"),
        ("UTC", 90, "T+1m30s", "12:01:30 UTC"),
        ("Europe/Dublin", 15 * 60, "T+15", "12:15 Dublin, 12:15 UTC"),
        ("Asia/Singapore", 119 * 60, "T+119", "21:59 Singapore, 13:59 UTC"),
        ("Asia/Singapore", 5 * 3600, "T+5h", "Thu 3 Dec 01:00 Singapore, 17:00 UTC"),
        ("Europe/Dublin", 24 * 3600, "T+24h", "Thu 3 Dec 12:00 Dublin, 12:00 UTC"),
        ("UTC", 40 * 86400, "T+40d", "Mon 11 Jan 2027 12:00 UTC"),
    ],
)
def test_a_time_is_told_after_the_start_and_on_both_walls(
    zone: str, seconds: int, after: str, local: str
) -> None:
    shown = Face(NOON, zone)
    assert (shown.after(NOON + seconds), shown.local(NOON + seconds)) == (after, local)
