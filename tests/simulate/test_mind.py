"""What is known on a path: conditions that hold, that do not, and that nobody has told."""

import pytest

from tests import smallest
from watchbill.model.types import FactTest
from watchbill.simulate.proof.mind import Mind, beginning, denied, doubt, holds, learn

VALUES = {"duty": ("p1", "p2", "p3")}


def fact(text: str) -> FactTest:
    """`linked`, `not linked` or `duty is p1`."""
    name, _, value = text.partition(" is ")
    if value:
        return FactTest(name, value, text)
    return FactTest(name.removeprefix("not "), not name.startswith("not "), text)


def knowing(*texts: str) -> Mind:
    mind: Mind = {}
    for text in texts:
        assert learn(mind, fact(text))
    return mind


@pytest.mark.parametrize(
    ("known", "asked", "held"),
    [
        ((), "linked", None),
        ((), "not linked", None),
        ((), "duty is p1", None),
        (("linked",), "linked", True),
        (("linked",), "not linked", False),
        (("not linked",), "linked", False),
        (("not linked",), "not linked", True),
        (("duty is p1",), "duty is p1", True),
        (("duty is p1",), "duty is p2", False),
        (("duty is p1",), "duty", True),
        (("duty is p1",), "not duty", False),
        (("not duty",), "duty is p1", False),
        # That there is a duty does not say which.
        (("duty",), "duty is p1", None),
        (("duty is p1", "duty"), "duty is p1", True),
        (("duty", "duty is p1"), "duty is p1", True),
    ],
)
def test_a_condition_holds_or_does_not_or_is_open(
    known: tuple[str, ...], asked: str, held: bool | None
) -> None:
    mind = knowing(*known)
    assert holds(mind, fact(asked)) is held
    assert denied(mind, [fact(asked)]) is (held is False)
    assert denied(mind, [fact("other"), fact(asked)]) is (held is False)
    assert not denied(mind, [])
    before = dict(mind)
    assert learn(mind, fact(asked)) is (held is not False)
    assert holds(mind, fact(asked)) is (held is not False)
    if held is False:
        assert mind == before


def test_what_is_doubted_does_not_hold_and_what_is_known_is_not_doubted() -> None:
    for text, other in (("linked", "not linked"), ("not linked", "linked")):
        mind = knowing()
        assert doubt(mind, fact(text), VALUES) == fact(other)
        assert holds(mind, fact(text)) is False and holds(mind, fact(other)) is True
        known = knowing(text)
        assert doubt(known, fact(text), VALUES) is None
        assert known == knowing(text)


def test_a_fact_of_several_values_may_be_doubted_until_none_is_left() -> None:
    mind = knowing()
    assert doubt(mind, fact("duty is p1"), VALUES) == FactTest("duty", False, "duty is not p1")
    assert [holds(mind, fact(f"duty is {one}")) for one in ("p1", "p2")] == [False, None]
    assert not learn(mind, fact("duty is p1"))
    assert doubt(mind, fact("duty is p2"), VALUES) == FactTest("duty", False, "duty is not p2")
    assert doubt(mind, fact("duty is p3"), VALUES) is None
    assert doubt(knowing("duty is p2"), fact("duty is p2"), VALUES) is None
    # A fact whose values nobody lists has others.
    assert doubt(knowing(), fact("harm is fraud"), {}) is not None


def test_a_fact_of_which_only_that_it_holds_is_known_may_be_doubted_value_by_value() -> None:
    mind = knowing("duty")
    assert doubt(mind, fact("duty is p1"), VALUES) == FactTest("duty", False, "duty is not p1")
    assert [holds(mind, fact(f"duty is {one}")) for one in ("p1", "p2")] == [False, None]
    assert not learn(mind, fact("duty is p1"))


def test_switches_are_known_at_the_beginning_and_one_that_nobody_set_counts_as_on() -> None:
    documents = smallest.data()
    documents["facts:facts"]["switches"] = [
        {"id": name, "title": "Are we?", **({} if value is None else {"value": value})}
        for name, value in (("on", True), ("off", False), ("unset", None))
    ]
    assert beginning(smallest.book(documents)) == {"on": True, "off": False, "unset": True}
