"""Codes that no list has: where they stand, and what was probably meant."""

import pytest

from tests import smallest
from watchbill.rules.references.unknown_code import check

VIOLENCE = "category: STATEMENT_CATEGORY_VIOLENCE"


def said(example: str) -> list[tuple[object, ...]]:
    book = smallest.book(smallest.overlaid(example))
    return [(*hit.at.path, hit.message.split("`")[1], hit.mend) for hit in check(book)]


@pytest.mark.parametrize(
    ("example", "found"),
    [
        (
            "kind: harm\ndsa: {category: STATEMENT_CATEGORY_PORNOGRAPHY_OR_SEXUALIZED_CONTENT}",
            ("dsa", "category", "STATEMENT_CATEGORY_PORNOGRAPHY_OR_SEXUALIZED_CONTENT"),
        ),
        (
            f"kind: harm\ndsa: {{{VIOLENCE}, alternative: STATEMENT_CATEGORY_VIOLENCES}}",
            ("dsa", "alternative", "STATEMENT_CATEGORY_VIOLENCES"),
        ),
        (
            f"kind: harm\ndsa: {{{VIOLENCE}, keywords: [KEYWORD_OTHER, KEYWORD_PISHING]}}",
            ("dsa", "keywords", 1, "KEYWORD_PISHING"),
        ),
        ("kind: harm\natlas: [AML.T0113]", ("atlas", 0, "AML.T0113")),
        # The technique is known, and has no such sub-technique.
        ("kind: harm\natlas: [AML.T0052.002]", ("atlas", 0, "AML.T0052.002")),
        ("kind: playbook\nafter: File it as KEYWORD_PISHING.", ("after", "KEYWORD_PISHING")),
        ("kind: message\nbody: Filed under `AML.T9999` today.", ("body", "AML.T9999")),
        ("kind: playbook\nafter: It is ASI11, not ASI10.", ("after", "ASI11")),
        ("kind: playbook\nafter: It is LLM00.", ("after", "LLM00")),
    ],
)
def test_a_code_that_is_not_on_its_list_is_found_where_it_stands(
    example: str, found: tuple[object, ...]
) -> None:
    ((*place, _),) = said(example)
    assert tuple(place) == found


@pytest.mark.parametrize(
    "text",
    [
        "File it as KEYWORD_PHISHING.",
        "See AML.T0051.001 and LLM01.",
        "An LLM of 2025",
        "MY_KEYWORD_X",
    ],
)
def test_codes_that_are_known_and_other_words_are_none(text: str) -> None:
    assert said(f"kind: playbook\nafter: {text}") == []


def test_what_was_probably_meant_is_said() -> None:
    ((*_, mend),) = said("kind: playbook\nafter: File it as KEYWORD_PISHING.")
    assert mend == "did you mean `KEYWORD_PHISHING`?"
