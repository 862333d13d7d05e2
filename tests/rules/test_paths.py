"""Corners of the laws about paths: facts, side lines, loops, waits, and faults that hide others."""

from typing import Any

from tests import smallest
from watchbill.finding import Hit
from watchbill.rules import all_rules

RULES = {rule.id: rule for rule in all_rules()}
MINE = [id for id in RULES if id.partition("/")[0] in ("playbook", "obligation", "severity")]
Step = dict[str, Any]


def task(id: str, **more: Any) -> Step:
    return {"id": id, "title": f"Do {id}", "role": "analyst", "takes": "5m", **more}


def ask(id: str, *answers: Step) -> Step:
    named = [{"answer": f"answer {n}", **answer} for n, answer in enumerate(answers)]
    return {
        "id": id,
        "ask": f"Is {id}?",
        "role": "analyst",
        "takes": "5m",
        "in_doubt": "Ask.",
        "answers": named,
    }


CLOSE = task("close", reaches=["contained", "resolved"])
MEET = task("meet", discharges=["answer-law"], done_when="Sent.")
FACTS = [
    {"id": "eu-linked", "title": "Is a person in the Union concerned?"},
    {"id": "place", "title": "Where?", "values": ["here", "there"]},
]
EVENTS = [
    {"id": id, "title": f"{id} happened."}
    for id in ("case-opened", "notice-received", "asked", "told")
]


def found(
    *steps: Step, law: Step | None = None, playbook: Step | None = None, **lines: list[Step]
) -> dict[str, list[Hit]]:
    """What the rules of this family say of a playbook with these steps, on the smallest book."""
    data = smallest.data()
    data["playbook:fraud-ring"] |= {"steps": list(steps), "lines": lines, **(playbook or {})}
    data["obligation:answer-law"] |= law or {}
    data["facts:facts"] |= {"case_facts": FACTS, "events": EVENTS}
    book = smallest.book(data)
    return {id: hits for id in MINE if (hits := list(RULES[id].check(book)))}


def test_a_duty_met_on_one_branch_only_is_told_with_the_path_of_the_other() -> None:
    hits = found(ask("q", {"go": "meet"}, {"go": "close"}), MEET, CLOSE)
    assert list(hits) == ["playbook/obligation-not-discharged"]
    (hit,) = hits["playbook/obligation-not-discharged"]
    assert hit.at.path == ("obligations", 0)
    assert hit.message.endswith('on the path q "answer 1"')


def test_a_fact_that_denies_the_law_frees_the_path() -> None:
    law = {"applies_if": ["hosting", "eu-linked"]}
    question = ask(
        "q", {"means": ["eu-linked"], "go": "meet"}, {"means": ["not eu-linked"], "go": "close"}
    )
    assert found(question, MEET, CLOSE, law=law) == {}


def test_a_duty_that_a_switch_rules_out_never_arises() -> None:
    hits = found(MEET, CLOSE, law={"applies_if": ["not hosting"]})
    assert "`not hosting`" in hits["playbook/obligation-never-arises"][0].message


def test_a_right_is_decided_on_and_anothers_duty_is_only_shown() -> None:
    assert (
        "decided on"
        in found(CLOSE, law={"binding": "may"})["playbook/obligation-not-discharged"][0].message
    )
    assert found(CLOSE, law={"binding": "not-ours"}) == {}


def test_a_duty_met_in_a_side_line_counts_where_the_line_is_started() -> None:
    join = {**CLOSE, "wait_for": ["side"]}
    assert found(task("a", starts=["side"]), join, side=[MEET]) == {}
    hits = found(ask("q", {"starts": ["side"]}, {}), join, side=[MEET])
    assert list(hits) == ["playbook/obligation-not-discharged"]


def test_a_side_line_that_is_never_started_is_the_only_thing_said() -> None:
    hits = found(task("a"), {**CLOSE, "wait_for": ["side"]}, side=[MEET])
    assert list(hits) == ["playbook/line-never-started"]


def test_two_side_lines_that_wait_for_each_other_are_found() -> None:
    hits = found(
        task("a", starts=["one", "two"]),
        MEET,
        CLOSE,
        one=[task("s", wait_for=["two"])],
        two=[task("t", wait_for=["one"])],
    )
    assert len(hits["playbook/line-waits-for-itself"]) == 2


def test_a_step_behind_a_fact_is_done_where_the_fact_holds() -> None:
    question = ask("q", {"means": ["place is here"]}, {"means": ["place is there"]})
    one = {**MEET, "only_if": ["place is here"]}
    hits = found(question, one, CLOSE)
    assert hits["playbook/obligation-not-discharged"][0].message.endswith('q "answer 1"')
    other = {**MEET, "id": "meet-there", "only_if": ["place is there"]}
    assert found(question, one, other, CLOSE) == {}


def test_a_misspelt_fact_is_the_only_thing_said() -> None:
    hits = found({**MEET, "only_if": ["eu-linkt"]}, CLOSE)
    assert list(hits) == ["playbook/unknown-fact"]
    assert hits["playbook/unknown-fact"][0].mend == "did you mean `eu-linked`?"


def test_values_are_checked_and_switches_are_not_set_by_answers() -> None:
    hits = found(
        ask("q", {"means": ["place is nowhere"]}, {"means": ["place"]}, {"means": ["hosting"]}),
        MEET,
        CLOSE,
    )
    assert len(hits["playbook/unknown-fact"]) == 3


def test_a_misspelt_go_is_the_only_thing_said() -> None:
    hits = found(ask("q", {"go": "met"}, {"go": "close"}), MEET, CLOSE)
    assert list(hits) == ["playbook/unknown-step"]
    assert hits["playbook/unknown-step"][0].at.path == ("steps", 0, "answers", 0, "go")


def test_a_clock_may_not_run_through_a_wait_unless_the_law_holds_it() -> None:
    wait = {"id": "hear", "wait": "told"}
    steps = (task("a", marks=["asked"]), wait, MEET, CLOSE)
    assert list(found(*steps)) == ["playbook/wait-with-running-clock"]
    hold = {"from": "asked", "until": "told", "then": "restart"}
    assert found(*steps, law={"hold": hold}) == {}


def test_a_second_wait_after_the_hold_has_ended_is_found() -> None:
    hold = {"from": "asked", "until": "told", "then": "resume"}
    waits = [{"id": f"hear-{n}", "wait": "told"} for n in range(2)]
    hits = found(task("a", marks=["asked"]), *waits, MEET, CLOSE, law={"hold": hold})
    assert [hit.at.path for hit in hits["playbook/wait-with-running-clock"]] == [
        ("steps", 2, "wait")
    ]


def test_a_wait_beside_the_duty_does_not_hinder_it() -> None:
    side = [{"id": "hear", "wait": "told"}, task("note")]
    assert found(task("a", starts=["side"]), MEET, CLOSE, side=side) == {}


def test_a_milestone_is_asked_for_at_the_severities_that_answers_set() -> None:
    question = ask("q", {"severity": "P0"}, {})
    hits = found(question, MEET, task("close", reaches=["resolved"]))
    assert [hit.message.split()[0] for hit in hits["playbook/milestone-never-reached"]] == [
        "`contained`"
    ]


def test_a_loop_in_which_a_duty_may_never_be_met_is_found() -> None:
    loop = ask("q", {"go": "q", "at_most": 3, "discharges": ["answer-law"]}, {"go": "close"})
    loop["done_when"] = "Seen."
    assert list(found(loop, CLOSE)) == ["playbook/obligation-not-discharged"]


def test_a_playbook_with_too_many_paths_is_given_up() -> None:
    names = [f"f{n}" for n in range(30)]
    data = smallest.data()
    data["facts:facts"]["case_facts"] = [{"id": name, "title": "Is it?"} for name in names]
    steps = [ask(f"q-{name}", {"means": [name]}, {"means": [f"not {name}"]}) for name in names] + [
        task(f"t-{name}", only_if=[name]) for name in names
    ]
    data["playbook:fraud-ring"] |= {"steps": [*steps, MEET, CLOSE]}
    book = smallest.book(data)
    hits = {id for id in MINE if list(RULES[id].check(book))}
    assert hits == {"playbook/too-many-paths"}
