"""Content reaches other systems as the same text, never as an instruction."""

import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from watchbill.exporters.yaml import dump, go

NASTY = [
    "no",
    "on",
    "1:30",
    "012",
    "{{ .x }}",
    "a: b # c",
    "- x",
    "%{x}",
    "é 😀",
    '"\\',
    "\u2028",
    "",
]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.mark.parametrize("text", NASTY)
def test_a_text_is_read_back_as_that_text(text: str) -> None:
    tree = {"key": text, "list": [text, 1, True], "maps": [{"deep": text}]}
    assert yaml.safe_load(dump(tree, "head")) == tree


@given(texts)
def test_any_text_is_read_back_as_that_text(text: str) -> None:
    assert yaml.safe_load(dump({"key": [text], "other": text})) == {"key": [text], "other": text}


@given(texts)
def test_a_literal_of_a_template_holds_no_template_of_its_own(text: str) -> None:
    literal = go(text)
    if text:
        inside = re.fullmatch(r'\{\{ ("(?:[^"\\\n]|\\.)*") \}\}', literal, re.DOTALL)
        assert inside
        assert json.loads(inside.group(1)) == text


def test_equal_parts_are_written_out_without_anchors() -> None:
    part = {"a": ["b"]}
    assert "&" not in dump({"one": part, "two": part})


def test_what_is_written_is_short_where_it_can_be() -> None:
    assert dump({"years": ["2026", "2027"], "rows": [{"a": 1}]}, "made") == (
        '# made\nyears: ["2026", "2027"]\nrows:\n  - a: 1\n'
    )
