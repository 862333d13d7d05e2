import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import smallest
from watchbill.edit.fixes import FIXES, Fixed, fix_all
from watchbill.finding import Finding
from watchbill.lint import judge
from watchbill.load.library import load
from watchbill.load.loaded import Loaded
from watchbill.rules import all_rules
from watchbill.verdicts import NO_VERDICTS

Change = Callable[[str, str, str], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in smallest.HERE.glob("*.*"):
        if path.suffix in (".yaml", ".md"):
            (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


@pytest.fixture
def change(root: Path) -> Change:
    """Replaces a text in a file of the book, which must be there once."""

    def replace(name: str, old: str, new: str) -> None:
        text = (root / name).read_text("utf-8")
        assert text.count(old) == 1, (name, old)
        (root / name).write_text(text.replace(old, new), "utf-8")

    return replace


def found(root: Path) -> tuple[Loaded, list[Finding]]:
    loaded = load([str(root)], now=smallest.NOW, cached=False)
    rules = [rule for rule in all_rules() if rule.id in FIXES]
    judged = judge(loaded.book, loaded.places, rules, loaded.digests, NO_VERDICTS)
    findings = sorted({*loaded.findings, *judged.findings})
    return loaded, [one for one in findings if one.rule in FIXES]


def fixed(root: Path) -> tuple[Fixed, ...]:
    """Fixes the book in place; nothing that can be fixed is left."""
    made = fix_all(*found(root))
    for one in made:
        one.path.write_bytes(one.text.encode())
    assert found(root)[1] == []
    return made


def difference(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def mend(root: Path, name: str) -> list[str]:
    """What the fixes change, which is in this file alone."""
    before = (root / name).read_text("utf-8")
    made = fixed(root)
    assert [one.path.name for one in made] == [name]
    return difference(before, (root / name).read_text("utf-8"))


def test_a_clean_book_is_left_alone(root: Path) -> None:
    assert fix_all(*found(root)) == ()


def test_an_ambiguous_word_is_quoted_where_text_is_meant(root: Path, change: Change) -> None:
    change("fraud-ring.yaml", 'answer: "No", go', "answer: No, go")
    assert mend(root, "fraud-ring.yaml") == [
        "-       - {answer: No, go: answer, excuses: {contained: Nothing to contain}}",
        '+       - {answer: "No", go: answer, excuses: {contained: Nothing to contain}}',
    ]


def test_an_ambiguous_time_keeps_its_comment(root: Path, change: Change) -> None:
    change("watch.yaml", "cover: 24x7", "limits: 012  # as counted\ncover: 24x7")
    lines = mend(root, "watch.yaml")
    assert lines == ["- limits: 012  # as counted", '+ limits: "012"  # as counted']


def test_an_ambiguous_name_of_a_field_is_quoted(root: Path, change: Change) -> None:
    change("night.yaml", '{linked: "Yes"}', '{no: "Yes"}')
    assert mend(root, "night.yaml") == ['-   answers: {no: "Yes"}', '+   answers: {"no": "Yes"}']


def test_an_ambiguous_truth_value_becomes_plain(root: Path, change: Change) -> None:
    change("org.yaml", "staffed_by: watch, page: true", "staffed_by: watch, page: yes")
    assert [line[-10:] for line in mend(root, "org.yaml")] == ["page: yes}", "age: true}"]


def test_an_ambiguous_number_is_left_to_the_author(root: Path, change: Change) -> None:
    change("desk.yaml", "{emea: 4}", "{emea: 04}")
    assert fix_all(*found(root)) == ()


def test_an_ambiguous_word_in_a_runbook_is_quoted(root: Path, change: Change) -> None:
    change("block-account.md", "kind: runbook\n", "kind: runbook\ntools: [on]\n")
    assert mend(root, "block-account.md") == ["- tools: [on]", '+ tools: ["on"]']


def test_decomposed_characters_are_composed(root: Path, change: Change) -> None:
    change("desk.yaml", "Response desk", "Cafe\u0301 # desk")
    assert mend(root, "desk.yaml") == ["- title: Cafe\u0301 # desk", "+ title: Caf\u00e9 # desk"]


def test_holidays_are_sorted_with_their_comments(root: Path, change: Change) -> None:
    first = "  - {date: 2026-12-25, name: Christmas Day}\n"
    second = "  - {date: 2027-12-25, name: Christmas Day}\n"
    change("office.yaml", first + second, f"  # The later one.\n{second}{first}")
    assert mend(root, "office.yaml")
    text = (root / "office.yaml").read_text("utf-8")
    assert f"holidays:\n{first}  # The later one.\n{second}covers:" in text


@pytest.fixture
def deprecated(root: Path) -> Path:
    """The book with a second runbook that the first replaces."""
    text = (root / "block-account.md").read_text("utf-8")
    old = text.replace(
        "id: block-account\n",
        "id: close-account\nstatus: deprecated\nreplaced_by: block-account\n",
    )
    assert old != text
    (root / "close-account.md").write_text(old, "utf-8")
    return root


def test_what_names_a_deprecated_document_names_its_successor(
    deprecated: Path, change: Change
) -> None:
    change("fraud-ring.yaml", "runbook: block-account", "runbook: close-account  # how")
    assert mend(deprecated, "fraud-ring.yaml") == [
        "-     runbook: close-account  # how",
        "+     runbook: block-account  # how",
    ]


def test_every_link_in_prose_names_the_successor(deprecated: Path, change: Change) -> None:
    path = deprecated / "fraud-ring.yaml"
    text = path.read_text("utf-8")
    after = "after: |\n  First [[runbook:close-account]].\n\n  Then [[runbook:close-account]].\n"
    path.write_text(text + after, "utf-8")
    fixed(deprecated)
    assert path.read_text("utf-8") == text + after.replace("close-", "block-")


def test_links_in_the_body_of_a_runbook_name_the_successor(deprecated: Path) -> None:
    path = deprecated / "help.md"
    text = (deprecated / "block-account.md").read_text("utf-8").replace("block-account", "help")
    path.write_text(f"{text}\nSee [[runbook:close-account]].\n", "utf-8")
    assert mend(deprecated, "help.md") == [
        "- See [[runbook:close-account]].",
        "+ See [[runbook:block-account]].",
    ]


def test_a_link_to_a_step_is_left_to_the_author(deprecated: Path) -> None:
    path = deprecated / "fraud-ring.yaml"
    with path.open("a", encoding="utf-8") as file:
        file.write("after: See [[runbook:close-account#sign-out]].\n")
    assert fix_all(*found(deprecated)) == ()


def test_a_name_written_with_its_kind_keeps_the_kind(deprecated: Path) -> None:
    path = deprecated / "help.md"
    text = (deprecated / "block-account.md").read_text("utf-8").replace("block-account", "help")
    field = "\nrelated: [runbook:close-account]\n---\n"
    path.write_text(text.replace("\n---\n", field, 1), "utf-8")
    assert mend(deprecated, "help.md") == [
        "- related: [runbook:close-account]",
        "+ related: [runbook:block-account]",
    ]


def test_without_a_successor_nothing_is_done(deprecated: Path, change: Change) -> None:
    change("close-account.md", "replaced_by: block-account\n", "")
    change("fraud-ring.yaml", "runbook: block-account", "runbook: close-account")
    assert fix_all(*found(deprecated)) == ()


def test_a_document_that_was_renamed_is_named_anew(root: Path, change: Change) -> None:
    change("fraud.yaml", "title: Fraud\n", "title: Fraud\nmoved_from: swindle\n")
    change("fraud-ring.yaml", "harm: fraud\n", "harm: swindle\n")
    assert mend(root, "fraud-ring.yaml") == ["- harm: swindle", "+ harm: fraud"]


def test_what_is_only_probably_meant_is_left_to_the_author(root: Path, change: Change) -> None:
    change("fraud-ring.yaml", "harm: fraud\n", "harm: fruad\n")
    assert fix_all(*found(root)) == ()


def test_line_ends_stay_as_they_were(root: Path, change: Change) -> None:
    change("fraud-ring.yaml", 'answer: "No", go', "answer: No, go")
    path = root / "fraud-ring.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    fixed(root)
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")
