"""A text that says something else keeps every comment, and every line that says the same."""

import copy
import random
from pathlib import Path
from typing import Any

import pytest

from watchbill.edit.revise import Unwritable, revised
from watchbill.load.examine import examine
from watchbill.model.escalation import Escalation
from watchbill.model.kinds import KINDS
from watchbill.model.shape import shape_of

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "playbooks").rglob("*.yaml"))

TEXT = """\
# yaml-language-server: $schema=x
kind: escalation
title: "Whom to page" # its name

# About the paths.
paths:
  one: {title: First,  decides: imoc}
  # The second.
  two:
    title: Second
matrix:
  # Heading of the first two.
  - {playbook: a, path: one} # because
  - {playbook: b, path: one}

  # Heading of the last.
  - playbook: c
    # Inner.
    path: two
  - {path: two}
"""


def data() -> Any:
    return examine(TEXT).data


def changed(new: Any) -> str:
    return revised(TEXT, new, shape_of(Escalation))


def differing(new: Any) -> tuple[list[str], list[str]]:
    """The lines that are gone, and those that are new, in order."""
    old, after = TEXT.split("\n"), changed(new).split("\n")
    return [one for one in old if one not in after], [one for one in after if one not in old]


def test_what_says_the_same_stays_to_the_byte() -> None:
    assert changed(data()) == TEXT


def test_a_value_is_replaced_where_it_stands_and_its_comment_stays() -> None:
    new = data()
    new["title"], new["matrix"][0]["playbook"] = "Whom: to call", "d"
    assert differing(new) == (
        ['title: "Whom to page" # its name', "  - {playbook: a, path: one} # because"],
        ['title: "Whom: to call" # its name', "  - {playbook: d, path: one} # because"],
    )


def test_the_layout_of_a_line_stays_where_a_part_of_it_changes() -> None:
    new = data()
    new["paths"]["one"]["decides"] = "lert"
    assert differing(new)[1] == ["  one: {title: First,  decides: lert}"]


def test_a_new_field_finds_the_place_of_its_kind() -> None:
    new = data()
    new["matrix"][1]["severity"] = "P0"
    new["region_is"] = "here"
    assert differing(new)[1] == ["region_is: here", "  - {playbook: b, severity: P0, path: one}"]
    assert changed(new).index("region_is") < changed(new).index("\npaths:")


def test_a_row_that_moves_takes_its_comments_along() -> None:
    new = data()
    new["matrix"].insert(0, new["matrix"].pop(2))
    assert changed(new).endswith(
        "matrix:\n\n  # Heading of the last.\n  - playbook: c\n    # Inner.\n    path: two\n"
        "  # Heading of the first two.\n  - {playbook: a, path: one} # because\n"
        "  - {playbook: b, path: one}\n  - {path: two}\n"
    )


def test_the_comment_above_a_row_that_goes_stays_above_the_next() -> None:
    new = data()
    del new["matrix"][0]
    assert differing(new) == (["  - {playbook: a, path: one} # because"], [])
    del new["matrix"][1:]
    assert "  - {playbook: b, path: one}\n  # Heading of the last.\n" in changed(new)


def test_a_new_row_is_written_as_its_neighbours_are() -> None:
    new = data()
    new["matrix"].insert(2, {"harm": ["v", "w"], "path": "two"})
    assert differing(new) == ([], ["  - {harm: [v, w], path: two}"])


def test_the_first_field_behind_a_dash_may_go_or_get_another_before_it() -> None:
    new = data()
    del new["matrix"][2]["playbook"]
    assert "    # Inner.\n  - path: two\n" in changed(new).replace("  # Inner", "    # Inner")
    new = data()
    new["matrix"][2] = {"harm": "h", **new["matrix"][2]}
    assert "  - playbook: c\n    harm: h\n    # Inner.\n" in changed(new)


def test_a_text_of_several_lines_is_written_as_a_block() -> None:
    new = data()
    new["paths"]["two"]["title"] = "One\nTwo\n"
    assert "    title: |\n      One\n      Two\n" in changed(new)


def test_what_is_no_yaml_or_one_line_is_refused() -> None:
    with pytest.raises(Unwritable, match="line 1"):
        revised("a: [", {"a": 1})
    with pytest.raises(Unwritable, match="one line"):
        revised("{a: 1}", {"a": 2})


VALUES = ["x", "17:00-18:00", 5, True, "a: b", "two\nlines\n", ["q"], {"k": "v"}, "-x", [], {}]


def _shaken(found: Any, dice: random.Random) -> Any:
    """The data with a few random changes: values, fields and items that go, come and move."""
    new = copy.deepcopy(found)
    for _ in range(dice.randint(1, 4)):
        holders = [new]
        for one in holders:
            inner = one.values() if isinstance(one, dict) else one
            holders += [part for part in inner if isinstance(part, dict | list) and part]
        holder = dice.choice(holders)
        name: Any = dice.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        what = dice.randrange(4)
        if what == 0:
            holder[name] = copy.deepcopy(dice.choice(VALUES))
        elif what == 1 and len(holder) > 1:
            del holder[name]
        elif isinstance(holder, list):
            holder.insert(dice.randint(0, len(holder)), copy.deepcopy(holder[name]))
            dice.shuffle(holder)
        else:
            holder[dice.choice(["zz", "audience", "note"])] = copy.deepcopy(holder[name])
    return new


@pytest.mark.parametrize("path", SHIPPED[::5], ids=lambda one: one.stem)
def test_any_change_of_a_shipped_document_is_written_and_reads_back(path: Path) -> None:
    text = path.read_text("utf-8")
    found = examine(text).data
    for seed in range(3):
        new = _shaken(found, random.Random(f"{path.stem} {seed}"))
        made = revised(text, new, shape_of(KINDS[found["kind"]]))
        assert examine(made).data == new
