"""What the reference says of a field that may be left out."""

from watchbill.model.describe import describe
from watchbill.model.kinds import KINDS


def test_what_a_field_is_when_it_is_left_out():
    found = {
        (part.name, field.name): field.default
        for part in describe(KINDS["playbook"])
        for field in part.fields
    }
    said = {name for name, default in found.items() if default}
    assert {name for _, name in said} >= {"status", "people", "by"}
    # Nothing, an empty list and an empty table need no words.
    assert all(
        found[part, name] == ""
        for part, name in found
        if name in ("lines", "excuses", "never", "harm")
    )


def test_no_default_of_any_kind_is_told_in_words_of_the_library():
    told = {
        field.default for kind in KINDS.values() for part in describe(kind) for field in part.fields
    }
    assert not any("ydantic" in words for words in told)
