from collections.abc import Callable
from typing import Any

import smallest
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.pages.flow import flow, form
from watchbill.pages.hide import Seen, seen_by

LOW = frozenset({"public", "vendor", "internal"})
Example = Callable[[str], Book]


def playbook(*steps: dict[str, Any], **lines: list[dict[str, Any]]) -> Playbook:
    documents = smallest.data()
    whole = [{"role": "analyst", "takes": "5m", **step} for step in steps]
    beside = {
        name: [{"role": "analyst", "takes": "5m", **step} for step in found]
        for name, found in lines.items()
    }
    documents["playbook:fraud-ring"] |= {"steps": whole, "lines": beside}
    found = smallest.book(documents).get(Playbook, "fraud-ring")
    assert found is not None
    return found


def seen(*steps: dict[str, Any], **lines: list[dict[str, Any]]) -> Seen:
    return seen_by(playbook(*steps, **lines), LOW)


def ways(one: Playbook) -> dict[str, list[str]]:
    return {
        stop.step.id: [way.target for way in stop.ways] for line in flow(one) for stop in line.stops
    }


def test_a_playbook_without_hidden_steps_is_left_alone() -> None:
    one = playbook({"id": "a", "title": "A"})
    assert seen_by(one, LOW).playbook is one


def test_a_hidden_step_without_a_stub_joins_its_neighbours() -> None:
    found = seen(
        {"id": "a", "title": "A"},
        {"id": "b", "title": "B", "audience": "restricted", "go": "d"},
        {"id": "c", "title": "C"},
        {"id": "d", "title": "D"},
    )
    assert found.hidden == {"b"}
    assert ways(found.playbook) == {"a": ["d"], "c": ["d"], "d": ["end"]}


def test_a_hidden_decision_leaves_its_stub_and_its_exits_but_no_answer() -> None:
    found = seen(
        {
            "id": "ask",
            "ask": "Secret?",
            "audience": "restricted",
            "stub": "Others decide.",
            "answers": [{"answer": "Aye", "go": "b"}, {"answer": "Nay"}],
        },
        {"id": "a", "title": "A"},
        {"id": "b", "title": "B"},
    )
    stub = found.playbook.steps[0]
    assert form(stub) == "stub"
    assert stub.id == "withheld-1"
    assert ways(found.playbook)["withheld-1"] == ["b", "a"]
    assert "Aye" not in found.playbook.model_dump_json(warnings=False)


def test_a_hidden_decision_without_a_stub_still_leaves_a_trace() -> None:
    found = seen(
        {
            "id": "ask",
            "ask": "Secret?",
            "audience": "restricted",
            "answers": [{"answer": "Aye", "go": "b"}, {"answer": "Nay"}],
        },
        {"id": "a", "title": "A"},
        {"id": "b", "title": "B"},
    )
    assert [form(step) for step in found.playbook.steps] == ["stub", "task", "task"]


def test_a_jump_to_a_hidden_step_lands_where_that_step_leads() -> None:
    found = seen(
        {"id": "a", "title": "A", "go": "c"},
        {"id": "b", "title": "B"},
        {"id": "c", "title": "C", "audience": "restricted"},
        {"id": "d", "title": "D", "audience": "restricted", "go": "end"},
        {"id": "e", "title": "E"},
    )
    assert ways(found.playbook) == {"a": ["end"], "b": ["end"], "e": ["end"]}


def test_hidden_steps_in_a_circle_do_not_hang() -> None:
    found = seen(
        {"id": "a", "title": "A"},
        {"id": "b", "title": "B", "audience": "restricted", "go": "c"},
        {"id": "c", "title": "C", "audience": "restricted", "go": "b", "at_most": 2},
    )
    assert [step.id for step in found.playbook.steps] == ["a"]


def test_a_side_line_that_is_hidden_whole_goes_with_every_mention_of_it() -> None:
    found = seen(
        {"id": "a", "title": "A", "starts": ["quiet", "loud"]},
        {"id": "b", "title": "B", "wait_for": ["quiet", "loud"]},
        quiet=[{"id": "q", "title": "Q", "audience": "restricted"}],
        loud=[{"id": "l", "title": "L"}],
    )
    first, second = found.playbook.steps
    assert list(found.playbook.lines) == ["loud"]
    assert first.starts == ("loud",)
    assert second.wait_for == ("loud",)
