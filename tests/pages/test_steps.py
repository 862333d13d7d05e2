"""What a step says of when it is done, to readers who may see all of it and to those who may not."""

from types import SimpleNamespace
from typing import Any

import pytest

from watchbill.model.types import parse_fact
from watchbill.pages import steps
from watchbill.pages.flow import Way
from watchbill.pages.hide import END

DESK: Any = SimpleNamespace(fact=lambda test: {"minor": "A child: yes"}.get(test.fact, ""))


@pytest.mark.parametrize(
    ("tests", "said"),
    [
        (("minor",), "Only if A child: yes."),
        (("minor", "hidden"), "Only if A child: yes, and not in every such case."),
        (("hidden",), "Only in some cases."),
    ],
)
def test_a_condition_that_a_reader_may_not_see_leaves_no_hole(
    tests: tuple[str, ...], said: str
) -> None:
    assert steps._only_if(DESK, tuple(map(parse_fact, tests))) == said


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        (("two", "three"), "Goes on with step 2 or step 3."),
        (("two", END), "Goes on with step 2, or the line ends."),
        ((END, END), "Then the line ends."),
    ],
)
def test_a_step_that_is_withheld_says_where_it_leads(targets: tuple[str, ...], said: str) -> None:
    ways = tuple(Way("", target, False) for target in targets)
    stop: Any = SimpleNamespace(form="stub", ways=ways)
    html = steps._answers(DESK, stop, {"two": "2", "three": "3"})
    text = html.replace("</a>", "").partition(">")[2]
    for step in ("two", "three"):
        text = text.replace(f'<a href="#step-{step}">', "")
    assert text.removesuffix("</p>") == said
