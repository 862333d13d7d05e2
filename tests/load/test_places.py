"""A finding points at its line and column, counted in characters from 1, and ends where its value ends."""

import pytest

from watchbill.finding import Hit
from watchbill.load.document import read_document
from watchbill.load.examine import examine
from watchbill.load.fault import Span
from watchbill.load.places import Places
from watchbill.where import Address, Place

TEAM = "kind: team\nid: desk\ntitle: Desk\nowner: desk\nscope: [Works cases]\n"


def spans(text: str, path: str = "desk.yaml") -> list[str]:
    """The stretches of the text that are at fault."""
    lines = text.split("\n")
    found = []
    for fault in read_document(text.encode(), path).faults:
        line, column, end_line, end_column = fault.span
        whole = lines[line] if end_line == line else lines[line] + "..."
        found.append(whole[column : end_column if end_line == line else None])
    return found


@pytest.mark.parametrize(
    ("more", "marked"),
    [
        ("summary: 12\n", "12"),
        ("tags: [Desk]\n", "Desk"),
        ("tags: ['Desk']\n", "'Desk'"),
        ('tags: ["Desk"]\n', '"Desk"'),
        ('tags: ["\\u0041"]\n', '"\\u0041"'),
        ("tags:\n  - desk\n  - Desk\n", "Desk"),
        ("tags: desk\n", "desk"),
        ("sumary: x\n", "sumary"),
        ('"sumary": x\n', '"sumary"'),
        ("contacts:\n  - {channel: chat, adress: x}\n", "adress"),
        ("contacts:\n  - {channel: chart, address: x}\n", "chart"),
        ("contacts:\n  - channel: chat\n", "channel"),
        ("contacts:\n  - {channel: chat}\n", "{channel: chat}"),
        ("contacts: [x]\n", "x"),
        ("headcount: {emea: four}\n", "four"),
        ("headcount: {EMEA: 4}\n", "EMEA"),
        ("summary: |\n  a\n  b\n", "|..."),
        ("summary: 'a\n\n  b'\n", "'a..."),
        ("review: {last: 2026-11-01}\n", "{last: 2026-11-01}"),
        ("review:\n  last: 2026-11-01\n", "review"),
        ("languages: [en, e]\n", "e"),
        ("tags: [\U0001d54f, X]\n", "\U0001d54f"),
        ("summary: \U0001f600\U0001f600\ntags: [a, \U0001f600]\n", "\U0001f600"),
        ("tags: [a,\n  b, C]\n", "C"),
        ("tags: []\nsilences: [{rule: x, reason: z, until: 2026-11-01}]\n", "x"),
        ("? summary\n: 12\n", "12"),
    ],
)
def test_a_fault_marks_what_is_wrong(more: str, marked: str) -> None:
    assert marked in spans(TEAM + more)


def test_columns_count_characters_not_bytes() -> None:
    text = TEAM + "tags: ['\U0001f600\xe9', x]\n"
    (fault,) = read_document(text.encode(), "desk.yaml").faults
    assert fault.span == Span(5, 7, 5, 11)


def test_a_missing_field_points_at_the_first_that_is_there() -> None:
    assert spans(TEAM.replace("owner: desk\n", "")) == ["kind"]


RUNBOOK = """\
---
# about
kind: runbook
id: block
title: Block
owner: desk
---

Lead with a [[harm:x]].

## Before you start

Some *words* about a thing.

## Steps

### Press it {danger}

Press the \U0001f600 button now.

```
## no heading
```

### Press it

Again.
"""


@pytest.fixture
def places() -> Places:
    files = {"runbook:block": ("block.md", RUNBOOK), "team:desk": ("desk.yaml", TEAM)}
    return Places(lambda key: (files[key][0], files[key][1].encode()) if key in files else None)


@pytest.mark.parametrize(
    ("path", "word", "place"),
    [
        (("owner",), "", (6, 8, 6, 12)),
        (("body", "lead"), "[[harm:x]]", (9, 13, 9, 23)),
        (("body", "sections", 0), "", (11, 1, 11, 20)),
        (("body", "sections", 0, "body"), "thing", (13, 22, 13, 27)),
        (("body", "steps", 0), "", (17, 1, 17, 22)),
        (("body", "steps", 0, "body"), "button", (19, 13, 19, 19)),
        (("body", "steps", 1), "", (25, 1, 25, 13)),
        (("body", "steps", 1, "body"), "Again", (27, 1, 27, 6)),
        (("body", "steps", 9), "", (8, 1, 8, 2)),
        (("nothing",), "", (3, 1, 3, 5)),
    ],
)
def test_an_address_in_a_runbook_is_found(
    places: Places, path: tuple[str | int, ...], word: str, place: tuple[int, ...]
) -> None:
    found = places.place(Hit(Address("runbook:block", path), "", word=word))
    assert found == Place("block.md", *place)


@pytest.mark.parametrize(
    ("path", "word", "key", "place"),
    [
        (("scope", 0), "", False, (5, 9, 5, 20)),
        (("scope", 0), "cases", False, (5, 15, 5, 20)),
        (("scope", 0), "absent", False, (5, 9, 5, 20)),
        (("scope",), "", True, (5, 1, 5, 6)),
        (("scope", 3), "", False, (5, 1, 5, 6)),
        ((), "", False, (1, 1, 1, 5)),
    ],
)
def test_an_address_in_yaml_is_found(
    places: Places, path: tuple[str | int, ...], word: str, key: bool, place: tuple[int, ...]
) -> None:
    found = places.place(Hit(Address("team:desk", path), "", word=word, key=key))
    assert found == Place("desk.yaml", *place)


def test_a_document_that_is_gone_has_a_place_all_the_same(places: Places) -> None:
    assert places.at(Address("team:gone")) == Place("team:gone")
    assert places.line("team:gone", 1) == ""
    assert places.line("team:desk", 2) == "id: desk"
    assert places.line("team:desk", 99) == ""


def test_every_value_of_a_text_has_its_spot() -> None:
    text = 'a: {b: [1, "x"], "c d": !t y}\ne:\n- f\n-   - g\n'
    found = {
        path: text.split("\n")[spot.value.line][spot.value.column : spot.value.end_column]
        for path, spot in examine(text).spots.items()
        if spot.value.line == spot.value.end_line
    }
    assert found == {
        ("a",): '{b: [1, "x"], "c d": !t y}',
        ("a", "b"): '[1, "x"]',
        ("a", "b", 0): "1",
        ("a", "b", 1): '"x"',
        ("a", "c d"): "!t y",
        ("e", 0): "f",
        ("e", 1, 0): "g",
    }
