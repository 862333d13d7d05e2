"""Columns as the editor counts them are those that we count."""

import pytest

from watchbill.editor.positions import UTF8, UTF16, UTF32, column, in_units, units
from watchbill.load.fault import Span

# A siren beyond the basic plane, and an e with its accent as a character of its own.
ODD = "title: \N{POLICE CARS REVOLVING LIGHT} cafe\N{COMBINING ACUTE ACCENT} [[runbook:call-back]]"
ID = ODD.index("call-back")


@pytest.mark.parametrize(("encoding", "more"), [(UTF16, 1), (UTF8, 4), (UTF32, 0)])
def test_an_id_behind_an_emoji_and_a_combining_accent_is_found_again(
    encoding: str, more: int
) -> None:
    assert units(ODD, ID, encoding) == ID + more
    assert column(ODD, ID + more, encoding) == ID


@pytest.mark.parametrize("encoding", [UTF8, UTF16, UTF32])
def test_every_column_of_a_line_comes_back(encoding: str) -> None:
    for place in range(len(ODD) + 1):
        assert column(ODD, units(ODD, place, encoding), encoding) == place


def test_inside_a_pair_of_units_is_its_character_and_behind_the_line_its_end() -> None:
    assert column(ODD, 8) == 7
    assert column(ODD, 10_000) == len(ODD)
    assert units("abc", 5) == 5


def test_a_span_is_turned_on_both_its_lines_and_past_the_last_one() -> None:
    siren = "\N{POLICE CARS REVOLVING LIGHT}"
    assert in_units([f"{siren}a", f"b{siren}{siren}c"], Span(0, 1, 1, 3)) == Span(0, 2, 1, 5)
    assert in_units(["a"], Span(7, 0, 7, 1)) == Span(7, 0, 7, 1)
