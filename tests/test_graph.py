"""Playbooks as graphs: exits, reach, and what their paths know."""

from typing import Any

from tests import smallest
from watchbill.graph.flow import Flow
from watchbill.graph.mind import Watch
from watchbill.graph.stop import END
from watchbill.graph.walk import MOST_STATES, Walk
from watchbill.model.response import Playbook
from watchbill.model.types import FactTest

YES = FactTest("x", True, "x")
WATCH = Watch(("asked",), ("law",), ("contained",), (YES,))


def task(id: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "title": f"Do {id}", "role": "analyst", "takes": "5m", **more}


def ask(id: str, *answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    named = [{"answer": str(n), **answer} for n, answer in enumerate(answers)]
    return {
        "id": id,
        "ask": f"Is {id}?",
        "role": "analyst",
        "takes": "5m",
        "answers": named,
        **more,
    }


def flow(*steps: dict[str, Any], **lines: list[dict[str, Any]]) -> Flow:
    data = smallest.data()["playbook:fraud-ring"] | {"steps": list(steps), "lines": lines}
    return Flow(Playbook.model_validate(data))


def walk(*steps: dict[str, Any], watch: Watch = WATCH, **lines: list[dict[str, Any]]) -> Walk:
    return Walk(flow(*steps, **lines), watch)


def stories(walk: Walk, word: str, id: str) -> dict[str, bool]:
    return {walk.story(state): walk.has(state, word, id) for state in walk.ends}


def test_the_next_step_follows_unless_go_says_otherwise() -> None:
    found = flow(ask("a", {"go": "c"}, {}), task("b", go="end"), task("c"))
    assert [exit.target for exits in found.exits for exit in exits] == [2, 1, END, END]


def test_a_step_that_may_be_passed_over_leads_to_the_one_below() -> None:
    found = flow(task("a", go="c", only_if=["x"]), task("b"), task("c"))
    assert set(found.targets[0]) == {1, 2}
    assert found.unreached == ()


def test_a_step_behind_a_jump_is_not_reached() -> None:
    found = flow(task("a", go="c"), task("b"), task("c"))
    assert [stop.step.id for stop in found.unreached] == ["b"]
    assert not found.sound


def test_a_loop_with_a_way_out_is_not_stuck() -> None:
    found = flow(task("a"), ask("b", {"go": "a", "at_most": 3}, {}), task("c"))
    assert found.stuck == ()
    assert found.sound


def test_a_loop_without_a_way_out_is_stuck() -> None:
    found = flow(task("a"), ask("b", {"go": "a"}, {"go": "b"}), task("c"))
    assert [stop.step.id for stop in found.stuck] == ["a", "b"]


def test_go_into_another_line_is_lost() -> None:
    found = flow(task("a", go="s", starts=["side"]), side=[task("s")])
    assert [exit.go for exit in found.lost] == ["s"]


def test_a_line_that_only_its_own_steps_start_is_idle() -> None:
    assert flow(task("a"), side=[task("s", starts=["side"])]).idle_lines == ("side",)


def test_paths_that_know_the_same_are_one() -> None:
    steps = [ask(f"q{n}", {}, {}) for n in range(60)]
    assert len(walk(*steps).ends) == 1


def test_each_answer_has_its_own_outcome() -> None:
    found = walk(ask("a", {"go": "b"}, {"go": "end"}), task("b", discharges=["law"]))
    assert stories(found, "met", "law") == {'a "0"': True, 'a "1"': False}


def test_facts_of_an_answer_decide_which_steps_are_done() -> None:
    found = walk(
        ask("a", {"means": ["x"]}, {"means": ["not x"]}),
        task("b", only_if=["x"], discharges=["law"]),
    )
    assert stories(found, "met", "law") == {'a "0"': True, 'a "1"': False}


def test_a_fact_that_no_answer_sets_is_tried_both_ways() -> None:
    found = walk(task("b", only_if=["x"], discharges=["law"]))
    assert stories(found, "met", "law") == {"x": True, "not x": False}


def test_a_fact_is_not_set_twice_differently_on_one_path() -> None:
    found = walk(
        ask("a", {"means": ["x"]}, {"means": ["not x"]}),
        ask("b", {"means": ["x"], "discharges": ["law"]}, {"means": ["not x"]}),
    )
    assert stories(found, "met", "law") == {'a "0", b "0"': True, 'a "1", b "1"': False}


def test_a_value_excludes_the_others() -> None:
    found = walk(
        ask("a", {"means": ["k is one"]}, {"means": ["k is two"]}),
        task("b", only_if=["k is one"], discharges=["law"]),
        task("c", only_if=["k is two"], discharges=["law"]),
    )
    assert all(stories(found, "met", "law").values())


def test_a_fact_keeps_one_of_its_values() -> None:
    watch = WATCH._replace(values={"k": ("one", "two")})
    found = walk(
        task("b", only_if=["k is one"], discharges=["law"]),
        task("c", only_if=["k is two"], discharges=["law"]),
        watch=watch,
    )
    assert all(stories(found, "met", "law").values())


def test_what_is_known_beforehand_is_not_tried() -> None:
    watch = WATCH._replace(given=(FactTest("x", False, "not x"),))
    found = walk(task("b", only_if=["x"], discharges=["law"]), watch=watch)
    assert stories(found, "met", "law") == {"": False}


def test_a_side_line_adds_what_it_does_where_it_is_started() -> None:
    found = walk(
        ask("a", {"starts": ["side"]}, {}), task("b"), side=[task("s", discharges=["law"])]
    )
    assert stories(found, "met", "law") == {'a "0"': True, 'a "1"': False}


def test_a_side_line_knows_the_facts_of_the_main_line() -> None:
    found = walk(
        task("a", starts=["side"]),
        ask("b", {"means": ["x"]}, {"means": ["not x"]}),
        side=[task("s", only_if=["x"], discharges=["law"])],
    )
    assert stories(found, "met", "law") == {'b "0"': True, 'b "1"': False}


def test_a_side_line_of_a_side_line_counts() -> None:
    found = walk(
        task("a", starts=["one"]),
        one=[task("s", starts=["two"])],
        two=[task("t", discharges=["law"])],
    )
    assert stories(found, "met", "law") == {"": True}


def test_a_loop_ends_with_every_mind_that_it_can_make() -> None:
    found = walk(
        ask("a", {"discharges": ["law"], "go": "a", "at_most": 3}, {"go": "end"}),
    )
    assert stories(found, "met", "law") == {'a "1"': False, 'a "0", a "1"': True}


def test_a_held_clock_goes_on_when_the_wait_ends() -> None:
    watch = WATCH._replace(holds=(("asked", "told"),))
    found = walk(task("a", marks=["asked"]), {"id": "w", "wait": "told"}, task("b"), watch=watch)
    assert [found.has(state, "held", "asked/told") for state in found.minds_at(1)] == [True]
    assert [found.has(state, "held", "asked/told") for state in found.minds_at(2)] == [False]


def test_an_answer_that_contradicts_every_path_to_it_is_never_taken() -> None:
    found = walk(
        task("a", only_if=["x"]),
        ask("b", {"means": ["x"]}, {"means": ["not x"]}, only_if=["x"]),
    )
    assert [found.taken(exit) for exit in found.flow.exits[1]] == [True, False]


def test_more_states_than_the_bound_are_given_up_in_time() -> None:
    questions = [ask(f"q{n}", {"means": [f"f{n}"]}, {"means": [f"not f{n}"]}) for n in range(40)]
    uses = [task(f"t{n}", only_if=[f"f{n}"]) for n in range(40)]
    found = walk(*questions, *uses)
    assert found.too_many
    assert found.ends == []
    assert len(found._came) < MOST_STATES + 10
