from typing import NamedTuple

import pytest

from watchbill.edit.edits import Edit, apply
from watchbill.errors import CannotRun
from watchbill.load.fault import Span
from watchbill.upgrades import NEWEST, UPGRADES
from watchbill.upgrades.plan import ordered, plan

SETTINGS = ("watchbill.toml", "")


class Renamed(NamedTuple):
    """An upgrade that gives a field another name, by edits of stretches."""

    VERSION: str
    old: str
    new: str
    ASKS: str = "The field has another name."

    def rewritten(self, _file: str, text: str, /) -> str:
        lines = enumerate(text.split("\n"))
        found = [n for n, line in lines if line.startswith(f"{self.old}:")]
        return apply(text, [Edit(Span(n, 0, n, len(self.old)), self.new) for n in found])


STEPS = (Renamed("0.1.0", "a", "b"), Renamed("0.2.0", "b", "c"), Renamed("0.10.0", "c", "d"))
TEXTS = {"one.yaml": "# why\na: 1  # kept\n", "two.yaml": "x: 1\n"}


def test_upgrades_are_made_one_after_another_and_comments_stay() -> None:
    found = plan(TEXTS, SETTINGS, "", STEPS)
    assert found.texts == {
        "one.yaml": "# why\nd: 1  # kept\n",
        "watchbill.toml": 'content_version = "0.10.0"\n',
    }
    assert [(one.upgrade.VERSION, one.files) for one in found.asked] == [
        ("0.1.0", ("one.yaml",)),
        ("0.2.0", ("one.yaml",)),
        ("0.10.0", ("one.yaml",)),
    ]


def test_only_what_is_newer_than_the_content_is_asked() -> None:
    found = plan({"one.yaml": "b: 1\n"}, SETTINGS, "0.2.0", STEPS)
    assert [one.upgrade.VERSION for one in found.asked] == ["0.10.0"]
    assert found.asked[0].files == ()
    assert list(found.texts) == ["watchbill.toml"]


def test_content_of_today_is_asked_nothing() -> None:
    assert plan(TEXTS, SETTINGS, "0.10.0", STEPS) == ((), {})


def test_content_that_is_newer_than_the_tools_is_said() -> None:
    with pytest.raises(CannotRun, match=r"version 0\.10\.1, these tools know 0\.10\.0"):
        plan(TEXTS, SETTINGS, "0.10.1", STEPS)


def test_what_was_upgraded_is_not_upgraded_again() -> None:
    once = plan(TEXTS, SETTINGS, "", STEPS).texts
    again = plan({**TEXTS, "one.yaml": once["one.yaml"]}, SETTINGS, "", STEPS).texts
    assert again == {"watchbill.toml": once["watchbill.toml"]}


def test_our_own_upgrades_stand_in_order_and_say_what_they_ask() -> None:
    versions = [ordered(one.VERSION) for one in UPGRADES]
    assert versions == sorted(versions)
    assert UPGRADES[-1].VERSION == NEWEST
    assert all(len(version) == 3 for version in versions)
    assert all(one.ASKS.endswith(".") for one in UPGRADES)
