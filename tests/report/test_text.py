import unicodedata

import pytest

from tests.report.findings import WILD, finding
from watchbill.finding import Finding, Level
from watchbill.report.text import MOST_OF_A_LINE, summary, text


def told(source: str, one: Finding, **more: object) -> list[str]:
    return text([one], lambda _file, _line: source, **more).splitlines()  # type: ignore[arg-type]


def cells(shown: str) -> int:
    """How many cells of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(char) in ("W", "F") for char in shown)
    none = sum(unicodedata.category(char) in ("Mn", "Me", "Cf") for char in shown)
    return len(shown) + wide - none


def test_a_finding_is_its_place_the_source_line_a_caret_and_the_mend() -> None:
    assert told("  - {go: blok}", finding(column=10), page="https://x/") == [
        "a/b.yaml:3:10: error: there is no step `blok` [playbook/unknown-step]",
        "  3 |   - {go: blok}",
        "    |          ^^^^",
        "  mend: did you mean `block`?",
        "  page: https://x/playbook/unknown-step/",
    ]


@pytest.mark.parametrize(
    "before",
    ["", "key: ", "\t", "a\tb\t", "\u4f60\u597d: ", "\U0001f600 ", "e\u0301\u0301: ", "\u05d0\u05d1 ",
     "\U0001f468\u200d\U0001f469 ", "\x1b[31m", "\u202e", "\xad", "x" * 500, "\u4f60" * 300],
)  # fmt: skip
@pytest.mark.parametrize("after", ["", " # end", "y" * 700])
def test_the_caret_stands_below_what_is_meant(before: str, after: str) -> None:
    lines = told(f"{before}WRONG{after}", finding(column=len(before) + 1, end=(3, len(before) + 6)))
    shown, carets = lines[1].removeprefix("  3 | "), lines[2].removeprefix("    | ")
    assert carets.count("^") == 5
    assert carets.index("^") == cells(shown[: shown.index("WRONG")])
    assert len(shown) <= MOST_OF_A_LINE * 4 + 6


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    lines = told("x" * 300 + "WRONG" + "y" * 300, finding(column=301, end=(3, 306)))
    assert lines[1].startswith("  3 | ...x") and lines[1].endswith("y...")
    assert len(lines[1]) == len("  3 | ") + MOST_OF_A_LINE + 6


def test_a_span_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert told("do: |", finding(column=5, end=(7, 1)))[2] == "    |     ^"
    assert told("a: 'b c", finding(column=4, end=(4, 3)))[2] == "    |    ^^^^"


def test_a_place_behind_the_line_is_marked_all_the_same() -> None:
    assert told("a:", finding(column=9, end=(3, 10)))[2].endswith("^")


def test_without_a_source_line_there_is_no_caret() -> None:
    assert len(told("", finding(mend=""))) == 1


def test_what_a_secret_rule_found_is_not_shown_again() -> None:
    lines = told("key: hunter2", finding(rule="audience/secret-in-text"))
    assert "hunter2" not in "\n".join(lines)


def test_nothing_unseen_reaches_a_terminal_and_no_line_is_a_command() -> None:
    for one in WILD:
        lines = told(one.message.replace("\n", " "), one)
        assert all(char.isprintable() for line in lines for char in line)
        assert not any(line.lstrip().startswith("::") for line in lines)
        assert len(lines) <= 4


def test_colour_is_of_the_level_alone() -> None:
    for level, code in ((Level.ERROR, "31"), (Level.WARNING, "33"), (Level.NOTE, "36")):
        (line,) = told("", finding(level, mend=""), colour=True)
        assert f"\x1b[1;{code}m{level}\x1b[0m" in line
        assert line.count("\x1b") == 2


def test_the_summary_counts_in_words() -> None:
    assert summary([], 1) == "1 document: 0 errors, 0 warnings, 0 notes"
    assert summary([finding()], 2) == "2 documents: 1 error, 0 warnings, 0 notes"
