from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.edit.dump import dump
from watchbill.edit.scalar import scalar
from watchbill.load.compose import compose
from watchbill.load.examine import examine
from watchbill.load.text import is_nfc, unseen

# What a loaded document can hold: nothing that cannot be seen but line ends.
TEXT = st.text(
    st.one_of(
        st.sampled_from(" \n:#-'\"|>[]{},&*!%@?\\~=.0123456789yYnNoO+_ex"),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]),
    ),
    max_size=20,
).filter(lambda text: is_nfc(text) and not unseen(text))
NAME = TEXT.filter(lambda text: len(text) < 100)
VALUE = st.recursive(
    st.one_of(TEXT, st.booleans(), st.integers(-1000, 10**9)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAME, inner, max_size=4)),
    max_leaves=12,
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(NAME, VALUE, min_size=1, max_size=4))
def test_what_is_dumped_reads_back_as_the_same(data: dict[str, Any]) -> None:
    text = dump(data)
    where = examine(text)
    if any(fault.rule != "yaml/duplicate-key" for fault in where.faults):
        raise AssertionError((text, where.faults))
    if not where.faults:
        assert compose(text) == data


@settings(max_examples=400, deadline=None)
@given(TEXT)
def test_a_scalar_means_itself_in_brackets_too(text: str) -> None:
    assert compose(f"a: [{scalar(text, flow=True)}, {{b: {scalar(text, flow=True)}}}]\n") == {
        "a": [text, {"b": text}]
    }


def test_words_are_plain_and_doubtful_ones_are_quoted() -> None:
    written = {
        "Block the accounts": "Block the accounts",
        "P0": "P0",
        "2026-11-01": "2026-11-01",
        "no": '"no"',
        "012": '"012"',
        "08:00": '"08:00"',
        "a: b": '"a: b"',
        "#desk": '"#desk"',
        "": '""',
    }
    assert {text: scalar(text) for text in written} == written
    assert (scalar(True), scalar(4), scalar(1.5)) == ("true", "4", "1.5")


def test_a_text_of_several_lines_is_a_block() -> None:
    assert dump({"do": "One.\n\nTwo.\n"}) == "do: |\n  One.\n\n  Two.\n"
    assert dump({"do": "One.\nTwo."}) == "do: |-\n  One.\n  Two.\n"
