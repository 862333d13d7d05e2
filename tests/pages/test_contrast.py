import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "site" / "docs" / "assets" / "watchbill.css"
# Text and the ground it stands on; the last is what WCAG asks of lines and borders.
TEXT = [
    ("text", "page"),
    ("text", "soft"),
    ("text", "ask"),
    ("dim", "page"),
    ("dim", "soft"),
    ("ask-text", "ask"),
    ("md-typeset-a-color", "ask"),
    ("md-typeset-a-color", "danger"),
    ("danger-text", "danger"),
    ("danger-text", "page"),
    *(("badge-text", f"p{number}") for number in range(5)),
]
LINES = [("ask-edge", "ask"), ("ask-edge", "page"), ("dim", "page"), ("danger-edge", "page")]


def colours(scheme: str) -> dict[str, str]:
    block = re.search(
        rf'data-md-color-scheme="{scheme}"\] \{{(.*?)\n\}}', STYLES.read_text(), re.DOTALL
    )
    assert block
    return dict(re.findall(r"--(?:wb-)?([a-z0-9-]+): (#[0-9a-f]{6})", block[1]))


def light(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    low, high = sorted((light(one), light(two)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_words_can_be_read_on_their_ground(scheme: str, text: str, ground: str) -> None:
    found = colours(scheme)
    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_lines_can_be_seen_on_their_ground(scheme: str, line: str, ground: str) -> None:
    found = colours(scheme)
    assert contrast(found[line], found[ground]) >= 3


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_links_can_be_read(scheme: str) -> None:
    found = colours(scheme)
    for ground in ("page", "soft", "ask"):
        assert contrast(found["md-typeset-a-color"], found[ground]) >= 4.5


def test_the_styles_ask_nothing_of_another_host() -> None:
    words = STYLES.read_text()
    assert "@import" not in words
    assert "url(" not in words
    assert "//" not in words
