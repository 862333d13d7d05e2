"""What answers tell, at the worst minute: facts with values, and what is told when all is done."""

from tests.simulate.build import ask, book, steps, task
from tests.simulate.held_clocks import CALLED, FACTS, MIDNIGHT, law, proven
from tests.simulate.proving import searched
from watchbill.model.response import Playbook

DUTY = """\
kind: facts
case_facts:
  - {id: eu-linked, title: Is a person in the Union concerned?}
  - {id: duty, title: Which of them?, values: [p1, p2, p3]}
"""
CONTAINED = ("contained", "P1", "")


def test_answers_that_tell_different_values_of_a_fact_are_different_ways():
    for order in (("p1", "p2"), ("p2", "p1")):
        of = book(
            DUTY,
            steps(
                ask("q", *(f'answer: "{one}", means: [duty is {one}]' for one in order)),
                task("first", "30m", rest="only_if: [duty is p1]"),
                task("second", "50m", rest="only_if: [duty is p2]"),
                task("third", "90m", rest="only_if: [duty is p3]"),
                task("end", rest="reaches: [contained]"),
            ),
        )
        assert proven(of, "contained") == {CONTAINED: 240 - (2 + 10 + 50 + 10)}


def test_answers_that_tell_yes_and_no_are_different_ways():
    for yes, no in ((1, 0), (0, 1)):
        told = (("Yes", "eu-linked"), ("No", "not eu-linked"))
        of = book(
            steps(
                ask("q", *(f'answer: "{told[n][0]}", means: [{told[n][1]}]' for n in (yes, no))),
                task("first", "30m", rest="only_if: [eu-linked]"),
                task("second", "50m", rest="only_if: [not eu-linked]"),
                task("end", rest="reaches: [contained]"),
            ),
        )
        assert proven(of, "contained") == {CONTAINED: 240 - (2 + 10 + 50 + 10)}


def test_a_fact_that_nobody_tells_has_each_of_its_values_once():
    of = book(
        DUTY,
        steps(
            *(
                task(one, f"{n}0m", rest=f"only_if: [duty is {one}]")
                for n, one in ((3, "p1"), (5, "p2"))
            ),
            task("end", rest="reaches: [contained]"),
        ),
    )
    assert proven(of, "contained") == {CONTAINED: 240 - (2 + 50 + 10)}


def test_what_is_told_when_all_is_done_excludes_a_law_all_the_same():
    def of(told: str):
        return book(
            law("2h", "resume", more="applies_if: [eu-linked]").replace(
                "hold:", "notes: [None]\n#"
            ),
            steps(
                task("one", "20m", rest="discharges: [answer-law], reaches: [contained]"),
                ask("two", f'answer: "So"{told}'),
                duties="answer-law",
            ),
        )

    ours = {("answer-law", "", ""): 120 - CALLED - 20}
    assert proven(of(""), "answer-law") == ours
    assert proven(of(", means: [eu-linked]"), "answer-law") == ours
    assert proven(of(", means: [not eu-linked]"), "answer-law") == {}
    assert proven(of(", excuses: {answer-law: Why}"), "answer-law") == {}


def test_any_of_two_facts_that_is_told_when_all_is_done_excludes_a_law():
    for told, found in (
        ("eu-linked", {("answer-law", "", ""): 120 - CALLED - 20}),
        ("not eu-linked", {}),
        ("duty is p2", {}),
    ):
        of = book(
            f"{DUTY}{FACTS.removeprefix('kind: facts')}",
            law("2h", "resume", more="applies_if: [eu-linked, duty is p1]"),
            steps(
                task("one", "20m", rest="discharges: [answer-law]"),
                ask("two", f'answer: "So", means: [{told}]'),
                duties="answer-law",
            ),
        )
        assert proven(of, "answer-law") == found


YES, NO = 'answer: "Yes", means: [eu-linked]', 'answer: "No", means: [not eu-linked]'
P1, ANY, NONE = (f'answer: "{one}", means: [{one}]' for one in ("duty is p1", "duty", "not duty"))
END = task("end", rest="reaches: [contained]")


def ways(*rows: str) -> int:
    """How many ways there are for the promises."""
    of = book(DUTY, steps(*rows, END))
    playbook = of.get(Playbook, "fraud-ring")
    assert playbook
    return searched(of, playbook, range(MIDNIGHT, MIDNIGHT + 5), "target").ways


def test_answers_that_tell_that_there_is_a_value_none_or_which_are_different_ways():
    only = task("only", "30m", rest="only_if: [duty is p1]")
    # That there is one does not say which: it is taken both ways.
    found = [ways(ask("q", *two), only) for two in ((ANY, NONE), (P1, NONE), (P1, ANY))]
    assert found == [3, 2, 3]


def test_answers_that_nobody_asks_for_are_one_way_where_another_question_comes_again():
    again = ask("again", 'answer: "Yes"', 'answer: "No", go: again, at_most: 1')
    assert (ways(ask("q", YES, NO)), ways(again, ask("q", YES, NO))) == (1, 2)
