import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import smallest
from tests.edit.messy import messy
from tests.pages.daily import DAILY
from watchbill.edit.canonical import Formatted, canonical
from watchbill.load.compose import compose
from watchbill.load.document import read_document
from watchbill.load.markdown import split
from watchbill.model.kinds import KINDS
from watchbill.model.shape import shape_of

ROOT = Path(__file__).parents[2]
SCHEMA = "# yaml-language-server: $schema=../x.schema.json\n"
SHIPPED = sorted(
    path
    for folder in ("playbooks", "runbooks")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".yaml", ".md") and path.name != "README.md"
)


def form(text: str, path: str = "desk.yaml", schema: str = "") -> Formatted:
    return canonical(text.encode(), path, lambda _: schema)


def formed(text: str, path: str = "desk.yaml", schema: str = "") -> str:
    made = form(text, path, schema)
    assert made.faults == (), made.faults
    return made.text


HEAD = "kind: team\nid: desk\ntitle: Desk\nowner: desk\n"
TEAM = HEAD + "scope: [Works cases]\n"


def test_what_is_canonical_stays() -> None:
    assert formed(SCHEMA + TEAM, schema="../x.schema.json") == SCHEMA + TEAM


def test_the_modeline_is_the_first_line() -> None:
    assert formed(TEAM, schema="../x.schema.json") == SCHEMA + TEAM
    wrong = "# yaml-language-server: $schema=elsewhere.json\n"
    assert (
        formed(f"# A word.\n{wrong}{TEAM}", schema="../x.schema.json")
        == f"{SCHEMA}# A word.\n{TEAM}"
    )


def test_the_modeline_is_left_alone_where_there_are_no_schemas() -> None:
    wrong = "# yaml-language-server: $schema=elsewhere.json\n"
    assert formed(wrong + TEAM) == wrong + TEAM


def test_fields_stand_in_the_order_of_their_kind_with_their_comments() -> None:
    text = (
        "# What we do.\nscope: [Works cases]  # day and night\nowner: desk\n"
        "# Its name.\nid: desk\ntitle: Desk\nkind: team\n"
    )
    assert formed(text) == (
        "kind: team\n# Its name.\nid: desk\ntitle: Desk\nowner: desk\n"
        "# What we do.\nscope: [Works cases]  # day and night\n"
    )


def test_a_comment_that_a_blank_line_sets_off_goes_with_what_follows_it() -> None:
    text = f"{HEAD}languages: [en]\n\n# The work.\n\nscope: [Works cases]\n"
    assert formed(text) == f"{HEAD}\n# The work.\n\nscope: [Works cases]\nlanguages: [en]\n"


def test_comments_at_the_head_of_a_file_stay_at_its_head() -> None:
    text = "# Kept by the desk.\n\nid: desk\nkind: team\ntitle: Desk\nowner: desk\nscope: [Works cases]\n"
    assert formed(text) == f"# Kept by the desk.\n\n{TEAM}"


def test_a_comment_below_the_last_field_stays_below() -> None:
    text = f"scope: [Works cases]\n{HEAD}# The end.\n"
    assert formed(text) == f"{TEAM}# The end.\n"


def test_fields_inside_a_list_are_put_in_order_behind_the_dash() -> None:
    second = "  - channel: chat\n    address: there\n"
    text = f"{TEAM}contacts:\n  - address: here\n    # Which way.\n    channel: chat\n{second}"
    first = "  # Which way.\n  - channel: chat\n    address: here\n"
    assert formed(text) == f"{TEAM}contacts:\n{first}{second}"


def test_what_is_written_in_one_line_keeps_its_order() -> None:
    text = f"{TEAM}contacts:\n  - {{address: here, channel: chat}}\n"
    assert formed(text) == text


def test_lists_stand_two_spaces_in_and_take_everything_with_them() -> None:
    text = f"{HEAD}scope:\n# First.\n- Works cases\n- >-\n  Looks\n  after them\n"
    assert formed(text) == (
        f"{HEAD}scope:\n  # First.\n  - Works cases\n  - >-\n    Looks\n    after them\n"
    )


def test_nested_fields_stand_two_spaces_in() -> None:
    text = f"{TEAM}review:\n      last: 2026-11-01\n      every: 90d\n"
    assert "review:\n  last: 2026-11-01\n  every: 90d\n" in formed(text)


def test_single_quotes_become_double_where_nothing_needs_an_escape() -> None:
    text = "kind: team\nid: desk\ntitle: 'It''s us: the desk'\nowner: 'desk'\nscope: ['say \"no\"', 'a\\b']\n"
    assert formed(text) == (
        'kind: team\nid: desk\ntitle: "It\'s us: the desk"\nowner: "desk"\n'
        "scope: ['say \"no\"', 'a\\b']\n"
    )


def test_quotes_are_never_dropped() -> None:
    text = f'{TEAM}github: "@desk"\ntags: ["no", "a"]\n'
    assert '["no", "a"]' in formed(text)


def test_spaces_at_line_ends_and_more_than_one_blank_line_go() -> None:
    assert (
        formed(f"\n\n{HEAD}  \n\n\nscope: [Works cases]   \n\n\n")
        == f"{HEAD}\nscope: [Works cases]\n"
    )


def test_a_text_keeps_its_blank_lines_and_spaces() -> None:
    smallest_play = (smallest.HERE / "fraud-ring.yaml").read_text("utf-8")
    text = smallest_play + "after: |\n  one  \n\n\n  two\n"
    assert compose(formed(text, "fraud-ring.yaml"))["after"] == "one  \n\n\ntwo\n"


def test_line_ends_become_plain() -> None:
    assert formed(TEAM.replace("\n", "\r\n")) == TEAM


def test_characters_in_decomposed_form_are_composed() -> None:
    assert "Caf\u00e9" in formed(TEAM.replace("Desk", "Cafe\u0301"))


def test_marks_of_a_document_are_dropped() -> None:
    assert formed(f"---\n{TEAM}...\n") == TEAM


def test_spaces_on_a_blank_line_do_not_join_a_text_that_comes_to_stand_above_them() -> None:
    drill = (smallest.HERE / "fire-drill.yaml").read_text("utf-8")
    held = drill[drill.index("held:") :]
    text = drill.replace("held:", "   \nheld:") + "script: |\n A report.\n"
    made = formed(text, "fire-drill.yaml")
    assert made.endswith(f"\nscript: |\n A report.\n\n{held}")


def test_a_file_with_a_fault_of_form_is_left_alone() -> None:
    made = form(f"{TEAM}scope: twice\n")
    assert [fault.rule for fault in made.faults] == ["yaml/duplicate-key"]


def test_plain_markdown_is_no_content() -> None:
    assert not form("# Read me\n", "notes.md").content


RUNBOOK = (smallest.HERE / "block-account.md").read_text("utf-8")


def test_a_runbook_keeps_its_words() -> None:
    assert formed(RUNBOOK, "block-account.md") == RUNBOOK


def test_the_body_of_a_runbook_is_tidied_but_for_code_and_breaks() -> None:
    text = RUNBOOK + "\n\n\nOne  \ntwo \n\n```\ncode  \n\n\nmore\n```\n\n\n"
    made = formed(text, "block-account.md")
    assert made.endswith("\n\nOne  \ntwo\n\n```\ncode  \n\n\nmore\n```\n")


def test_the_front_matter_of_a_runbook_is_put_in_order() -> None:
    parts = split(RUNBOOK)
    assert parts is not None
    lines = parts.front.splitlines(keepends=True)
    text = f"---\n{''.join(reversed(lines))}---\n{parts.body}"
    assert all(not line.startswith((" ", "-")) for line in lines)
    assert formed(text, "block-account.md") == RUNBOOK


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_content_says_the_same_in_canonical_form(path: Path) -> None:
    raw = path.read_bytes()
    made = canonical(raw, path.name, lambda _: "../x.schema.json")
    if made.faults or not made.content:
        pytest.skip("has a fault of form")
    assert (
        read_document(made.text.encode(), path.name).document
        == read_document(raw, path.name).document
    )
    assert canonical(made.text.encode(), path.name, lambda _: "../x.schema.json") == made


WORDS = st.text(
    st.one_of(
        st.sampled_from("ab :#-'\"|>[]{},&*!%@?\\éœ日\U0001f600"), st.characters(codec="utf-8")
    ),
    min_size=1,
    max_size=30,
)


@st.composite
def documents(draw: Any) -> tuple[str, str]:
    """A document of the smallest book, or one with all its fields, with odd texts, in an ugly form; and its name."""
    book = draw(st.sampled_from((smallest.data(), smallest.overlaid(DAILY))))
    key = draw(st.sampled_from(sorted(key for key in book if not key.startswith("runbook:"))))
    data = book[key]
    if draw(st.booleans()):
        data["summary"] = draw(WORDS)
    if key.startswith("playbook:") and draw(st.booleans()):
        ends = draw(st.sampled_from(["", "\n", "\n\n\n"]))
        data["after"] = "\n".join(draw(st.lists(WORDS, min_size=1, max_size=4))) + ends
    return messy(draw, data), f"{data['id']}.yaml"


def comments(text: str) -> Counter[str]:
    return Counter(re.findall(r"# (?:about|said) \d+", text))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_whatever_the_form_was_the_document_and_its_comments_stay(case: tuple[str, str]) -> None:
    text, name = case
    made = canonical(text.encode(), name, lambda _: "../x.schema.json")
    before = read_document(text.encode(), name)
    if before.document is None:
        return
    assert made.faults == ()
    assert read_document(made.text.encode(), name).document == before.document
    assert comments(made.text) == comments(text)
    assert canonical(made.text.encode(), name, lambda _: "../x.schema.json").text == made.text
    kind = before.document.kind
    order = [name for name in shape_of(KINDS[kind]).fields if name in compose(text)]
    assert list(compose(made.text)) == order
    assert made.text.startswith(SCHEMA)
