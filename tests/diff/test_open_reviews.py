"""Open reviews come back as they were written, and what is none is refused."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from watchbill.diff.open_reviews import OpenReview, as_data, as_text, from_data, read

REVIEW = OpenReview(
    12,
    "0123456789abcdef0123456789abcdef01234567",
    datetime(2026, 11, 28, 10, 20, tzinfo=UTC),
    datetime(2026, 11, 29, 10, 20, tzinfo=UTC),
    ("ana",),
    ("desk", "legal"),
    "The pager is down --> <b>",
    ("obligation:answer-law", "schedule:watch"),
    40,
    "https://github.example/x/issues/40",
)


def test_what_was_written_comes_back_the_first_to_close_in_front() -> None:
    later = REVIEW._replace(pull=9, close_by=datetime(2026, 11, 30, tzinfo=UTC))
    assert read(as_text([later, REVIEW])) == (REVIEW, later)
    assert read(as_text([])) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"version": 2, "reviews": []}',
        '{"version": 1, "reviews": {}}',
        '{"version": 1, "reviews": [7]}',
    ],
)
def test_a_file_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w+"):
        read(text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pull", "12"),
        ("pull", -1),
        ("issue", None),
        ("commit", "; rm"),
        ("merged_at", "yesterday"),
        ("close_by", None),
        ("let_in", "ana"),
        ("documents", [7]),
        ("url", "javascript:alert(1)"),
        ("url", "http://elsewhere.example/"),
    ],
)
def test_a_field_of_another_form_is_refused(name: str, value: object) -> None:
    row: dict[str, Any] = {**as_data(REVIEW), name: value}
    with pytest.raises(ValueError, match=r"\w+"):
        from_data(row)


def test_what_is_no_key_of_a_document_is_dropped() -> None:
    row = {**as_data(REVIEW), "documents": ["schedule:watch", "<script>", "../x"]}
    assert from_data(json.loads(json.dumps(row))).documents == ("schedule:watch",)
