"""The school grade of a text: the published formula, on words and sentences as a person counts them."""

import pytest

from tests.smallest import book, data
from watchbill.report.stats.plain import LEAST_WORDS, grade, plain, sentences


def test_the_formula_is_the_published_one() -> None:
    # 4.71 x 500/100 + 0.5 x 100/10 - 21.43
    assert grade(500, 100, 10) == 7.1
    assert grade(600, 100, 4) == 19.3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Stop here. Call the bank.", ["Stop here", "Call the bank."]),
        ("Is it so? Then stop! Now.", ["Is it so", "Then stop", "Now."]),
        ("See Art. 15 of it.", ["See Art. 15 of it."]),
        ('He said "stop." Then he left.', ['He said "stop', "Then he left."]),
        (
            "1. Read it\n2. Write\n   it down\n\nNew one",
            ["Read it", "Write\n   it down", "New one"],
        ),
        ("- one\n- two", ["one", "two"]),
        ("Follow [[runbook:block-account]] now.", ["Follow  now."]),
        ("Read [the page](https://x.example/a) now.", ["Read the page now."]),
        ("Say `code here` and {blank} now.", ["Say  and  now."]),
        ("```\nnot. Read\n```\nRead me.", ["Read me."]),
        ("| a | b |\n|---|---|\nAfter it.", ["After it."]),
        ("::: vendor\nOnly they.\n:::\n", ["Only they."]),
        ("Go to https://x.example/very/long now.", ["Go to  now."]),
    ],
)
def test_sentences_are_those_that_a_person_reads(text: str, found: list[str]) -> None:
    assert list(sentences(text)) == found


def scored(key: str, **fields: object) -> dict[str, tuple[int, int, float]]:
    documents = data()
    documents[key].update(fields)
    found = plain(book(documents))
    return {one.document: (one.words, one.sentences, one.grade) for one in found}


def test_a_message_is_read_by_what_is_sent_and_only_in_english() -> None:
    body = "We have shut the account of that man. " * 10 + "Case {number}"
    found = scored("message:notice", subject="Hello", body=body)
    # 80 words of 290 letters in ten sentences; the label at the end is none.
    assert found["message:notice"] == (80, 10, round(4.71 * 290 / 80 + 4 - 21.43, 1))
    assert "message:notice" not in scored(
        "message:notice", subject="Hello", body=body, language="de"
    )


def test_of_few_words_nothing_is_said() -> None:
    enough = "one two three four five six seven eight nine ten. " * (LEAST_WORDS // 10)
    assert "message:notice" in scored("message:notice", subject="Hello", body=enough)
    assert "message:notice" not in scored("message:notice", subject="Hello", body=enough[4:])


def test_the_hardest_comes_first() -> None:
    hard = "Notwithstanding jurisdictional considerations, intermediaries substantiate " * 20
    found = scored("message:notice", subject="Hello", body=hard)
    assert next(iter(found)) == "message:notice"
    assert list(found.values()) == sorted(found.values(), key=lambda one: -one[2])
