"""The quick reader and the careful one are one reader, and both agree with other readers of YAML."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests import smallest
from tests.load.bad import YAML
from tests.support import ROOT
from watchbill.load.calm import MOST_LETTERS, calm
from watchbill.load.compose import compose
from watchbill.load.examine import examine
from watchbill.load.fault import Irregular
from watchbill.load.markdown import split
from watchbill.load.scalars import Odd, resolve
from watchbill.load.text import decode, is_nfc, unseen

# Single characters, and what means more than its characters.
PIECE = st.one_of(
    st.sampled_from("ab1~-:?#|>\"'[]{}, \n\\=@\xe9\u0301\uff41"),
    st.sampled_from(["0755", "no", "null", "true", ": ", "- ", "? ", "\n  ", "\n    ", " #"]),
    st.sampled_from(["&a ", "*a", "!t ", "<<", "---\n", "...\n", "%YAML 1.2\n", ">-\n", "|\n"]),
    st.sampled_from(["\\n", "\\u00e9", "\\0", "a: ", "b: ", "A: ", "- a\n", "x: y\n", "\uff41: "]),
)
PIECES = st.lists(PIECE, max_size=14).map("".join)
TEXT = st.text(max_size=20).filter(lambda text: is_nfc(text) and not unseen(text))
TREES = st.recursive(
    st.one_of(TEXT, st.booleans(), st.integers(-(10**17), 10**17)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.text("abcdefgh-", min_size=1, max_size=6), inner, max_size=4),
    ),
    max_leaves=15,
)

LINE = st.tuples(
    st.sampled_from(["", "", "  ", "  ", "    ", "      ", " ", "   "]),
    st.sampled_from(["", "", "- ", "- - ", "-"]),
    st.sampled_from(["a: ", "b: ", "c:", "A: ", "no: ", "1: ", "d-e: ", "", '"f": ', "# "]),
    st.one_of(
        st.sampled_from(
            ["", "x", "y z", "|", "|-", ">", ">-", "12", "no", "[", "]", "a,", "[x, y]"]
        ),
        st.sampled_from(["{x: y, z: w}", '"q: r"', "'s #'"]),
        st.sampled_from(
            ['{a: [1, {b: c}], d: "e, f"}', "[]", "{}", "x: y", "x #y", "u:v", "[u:v, w]", "[u:]"]
        ),
        st.text("ab:,#[]{}'\"- ?|", max_size=8),
    ),
).map("".join)
LINES = st.lists(LINE, min_size=1, max_size=9).map(lambda lines: "\n".join([*lines, ""]))
PLAIN = """\
# A comment.
kind: team
title: The desk
list:
- one
- {a: 1, b: [x, "y, z"]}
- c: d
  e: true
deep:
  - f: |
      Two lines,

        and one further in.
    g: 'it is'
lines:
  [
    a, b,
    c,
  ]
joined: >-
  One
  two.
end: >
  x
last: 1.5
"""


@settings(max_examples=600, deadline=None)
@given(PIECES)
@example("a: b\n? c\n: d\n")
@example("[a: b, c]")
def test_the_careful_reader_faults_what_the_quick_one_refuses_and_reads_the_rest_alike(
    text: str,
) -> None:
    careful = examine(text)
    try:
        data = compose(text)
    except Irregular:
        assert careful.faults or careful.data is None
    else:
        assert careful.faults == []
        assert same(careful.data, data)


@settings(max_examples=1500, deadline=None)
@given(LINES)
def test_what_the_reader_of_lines_accepts_the_reader_of_events_reads_alike(text: str) -> None:
    try:
        data = calm(text)
    except Irregular:
        return
    assert same(data, compose(text)), text


@settings(max_examples=1500, deadline=None)
@given(PIECES, st.integers(0, 200))
def test_a_plain_text_with_a_piece_put_into_it_is_read_alike(piece: str, place: int) -> None:
    text = PLAIN[:place] + piece + PLAIN[place:]
    try:
        data = calm(text)
    except Irregular:
        return
    assert same(data, compose(text)), text


def test_the_shipped_documents_are_read_alike_by_their_lines_and_most_are_plain() -> None:
    plain = 0
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "playbooks").rglob("*.yaml"))]
    for text in texts:
        try:
            data = calm(text)
        except Irregular:
            continue
        plain += 1
        assert same(data, compose(text))
    assert plain > len(texts) * 0.8


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: b",
        "- a\n",
        " a: b\n",
        "a:\n",
        "a: b\n  c\n",
        "a: b\n c: d\n",
        "a: b\na: c\n",
        "a: b\nA: c\n",
        "a: [b,c]\n",
        "a: {b: c, b: d}\n",
        "a: {b: c, B: d}\n",
        "a: {no: c}\n",
        "a: {b: }\n",
        "a: [b, ]\n",
        "a: [b: c]\n",
        "a: [b\n",
        "no: b\n",
        "a: no\n",
        "a: 012\n",
        "a: b: c\n",
        "a: b #c\n",
        "a: b:\n",
        "a: 'b'c'\n",
        'a: "b" c\n',
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "a: >\n  b\n\n  c\n",
        "a: >\n  b\n    c\n",
        "a: |+\n  b\n",
        "a: |2\n  b\n",
        "a:\n  [\n  b\n  c\n  ]\n",
        "a:\n  [\n  b # c\n  ]\n",
        "a:\n  [\n  b,\n",
        "a:\n  [\nb\n  ]\n",
        "a:\n[\n  b\n]\n",
        'a:\n  [\n  "b,\n  c"\n  ]\n',
        "a: |\n",
        "a: |\nb: c\n",
        "a: |\n\n  b\n",
        "a: |\n  b\n    \n",
        "a: |\n    b\n  c\n",
        "a: b\\c\n",
        "a:\tb\n",
        "a: b\r\n",
        "a: b\u2028c\n",
        "---\na: b\n",
        "a: b\n---\n",
        "a: b\n...\n",
        "? a\n: b\n",
        "a:\n  - - b\n",
        "a:\n  -\n",
        "a:\n- b\nc\n",
        "a:\n  - b\n - c\n",
        "a:\n    b: c\n  d: e\n",
        "a: " + "[" * 20 + "]" * 20 + "\n",
        "a: " + "b" * MOST_LETTERS + "\n",
        "c" * 100 + ": d\n",
    ],
)
def test_what_is_not_plain_is_left_to_the_reader_of_events(text: str) -> None:
    with pytest.raises(Irregular):
        calm(text)


@pytest.mark.parametrize("unit", ["a:\n", "- a\n", "[a], ", "{a: b}, ", "[], ", "a, "])
def test_no_plain_text_has_more_values_than_a_document_may_have(unit: str) -> None:
    text = f"a: [{unit * (MOST_LETTERS // len(unit) - 9)}b]\n".replace("\n, ", ", ")
    try:
        data = calm(text)
    except Irregular:
        return
    assert same(data, compose(text))


def test_plain_forms_are_read_by_their_lines() -> None:
    assert calm(PLAIN) == compose(PLAIN)


def same(one: Any, other: Any) -> bool:
    """Equal, and of equal types: True is not 1 here."""
    return json.dumps(one) == json.dumps(other)


@settings(max_examples=500, deadline=None)
@given(PIECES)
def test_what_the_quick_reader_accepts_pyyaml_reads_alike_or_dates(text: str) -> None:
    try:
        data = compose(text)
    except Irregular:
        return
    loader = yaml.SafeLoader
    assert same(data, yaml.load(text, Loader=loader))


@settings(max_examples=500, deadline=None)
@given(TREES)
def test_json_is_read_as_it_is(data: Any) -> None:
    text = json.dumps(data, ensure_ascii=False)
    assert same(compose(text), json.loads(text))


@settings(max_examples=500, deadline=None)
@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=5), TREES, min_size=1, max_size=4))
def test_what_pyyaml_writes_with_quotes_is_read_back(data: dict[str, Any]) -> None:
    class Quoting(yaml.SafeDumper):
        pass

    def quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')

    Quoting.add_representer(str, quoted)
    text = yaml.dump(data, Dumper=Quoting, allow_unicode=True, sort_keys=False)
    assert same(compose(text), data)


@settings(max_examples=2000, deadline=None)
@given(st.text("0123456789_.+-:eExXoObBaAfinNuUlLTrsyYSO~=<", min_size=1, max_size=8))
@example("1.0_0")
@example("190:20:30.15")
@example("0.")
def test_a_plain_scalar_means_to_pyyaml_what_it_means_to_us(word: str) -> None:
    meaning = resolve(word)
    if not isinstance(meaning, Odd):
        theirs = yaml.SafeLoader.yaml_implicit_resolvers
        tags = [
            tag
            for tag, pattern in [*theirs.get(word[0], []), *theirs.get(None, [])]
            if pattern.match(word)
        ]
        if isinstance(meaning, str):
            assert tags in ([], ["tag:yaml.org,2002:timestamp"])
        else:
            assert same(yaml.safe_load(word), meaning)


@pytest.mark.parametrize("folder", ["playbooks", "runbooks"])
def test_all_that_is_shipped_is_read_alike_by_both(folder: str) -> None:
    count = 0
    for path in sorted((ROOT / folder).rglob("*")):
        if path.suffix in (".yaml", ".md"):
            text, faults = decode(path.read_bytes(), tabs=path.suffix == ".md")
            parts = split(text) if path.suffix == ".md" else None
            if path.suffix == ".md" and parts is None:
                continue
            careful = examine(parts.front if parts else text)
            assert (faults, careful.faults) == ([], [])
            assert same(careful.data, compose(parts.front if parts else text))
            count += 1
    assert count


@pytest.mark.parametrize("bad", YAML, ids=lambda bad: bad.name)
def test_the_quick_reader_refuses_every_bad_text(bad: Any) -> None:
    text, faults = decode(bad.raw())
    if not faults:
        with pytest.raises(Irregular):
            compose(text)


def test_the_limits_are_where_they_are_said_to_be() -> None:
    compose("[" * 32 + "x" + "]" * 32)
    compose("- x\n" * 19_999)
    compose("a: " + "x" * 65_536)
    for text in ("[" * 33 + "x" + "]" * 33, "- x\n" * 20_000, "a: " + "x" * 65_537):
        with pytest.raises(Irregular):
            compose(text)
        assert len(examine(text).faults) == 1


def test_the_smallest_book_is_data_of_plain_types() -> None:
    assert all(json.loads(json.dumps(one)) == one for one in smallest.data().values())
