"""Whatever an author has typed so far, and wherever the cursor stands, there is an answer and no error."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import smallest
from tests.editor.laid import book, desk
from watchbill.editor.complete import offers
from watchbill.editor.definitions import definition, outline, references
from watchbill.editor.desk import View
from watchbill.editor.hover import said
from watchbill.editor.lens import lenses
from watchbill.editor.rename import Refused, renamable, rename
from watchbill.editor.sheet import Sheet

TEXTS = {path.name: path.read_text("utf-8") for path in sorted(smallest.HERE.glob("*.*ml"))}
TEXTS |= {path.name: path.read_text("utf-8") for path in sorted(smallest.HERE.glob("*.md"))}
PIECES = [
    *(
        "",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        ":",
        ": ",
        " ",
        "\n",
        "\n  ",
        "- ",
        "|",
        "#",
        "\t",
        "null: ",
    ),
    *("[[", "]]", "[[playbook:", "---\n", "&a ", "*a ", "1: ", "\N{POLICE CARS REVOLVING LIGHT}"),
]


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return desk(book(Path(tmp_path_factory.mktemp("book")))).look()


@st.composite
def typed(draw: st.DrawFn) -> tuple[str, str]:
    """A document in which stretches were replaced by what is typed in between."""
    name = draw(st.sampled_from(sorted(TEXTS)))
    text = TEXTS[name]
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 8, 80])))
        text = text[:start] + draw(st.sampled_from(PIECES)) + text[end:]
    return name, text


@settings(max_examples=150, deadline=None)
@given(typed(), st.floats(0, 1))
def test_there_is_an_answer_to_every_question_at_every_spot(
    view: View, made: tuple[str, str], where: float
) -> None:
    name, text = made
    before = text[: int(where * len(text))]
    line, column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
    sheet = Sheet(name, text)
    for offer in offers(view, sheet, line, column):
        assert offer.span.line == line
        assert offer.span.column <= column <= offer.span.end_column
    assert outline(sheet) is not None
    assert lenses(sheet) is not None
    said(view, sheet, line, column)
    definition(view, sheet, line, column)
    references(view, sheet, line, column, itself=True)
    with contextlib.suppress(Refused):
        renamable(view, sheet, line, column)
        rename(view, sheet, line, column, "another-name")
