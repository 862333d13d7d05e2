"""How many ways are gone: answers that do the same are one, and lines part only where it matters which comes first."""

import pytest

from tests.simulate.build import ask, book, steps, task
from tests.simulate.held_clocks import EVENTS, MIDNIGHT, law
from tests.simulate.proving import engine, oracle, searched
from tests.simulate.test_worst_races import ALWAYS, CLOSING, DESK, PATH
from watchbill.model.book import Book
from watchbill.model.response import Playbook

FACTS = f"""\
kind: facts
case_facts:
  - {{id: eu-linked, title: Is a person in the Union concerned?}}
  - {{id: duty, title: Which of them?, values: [p1, p2, p3]}}
events:
{EVENTS}
"""
LEVEL = """\
kind: service-level
starts: case-opened
targets:
  P0: {contained: 2h}
  P1: {contained: 4h}
"""
CONTAINED, MEETS = "reaches: [contained]", "discharges: [answer-law]"


def ways(of: Book, starts: range, kind: str = "target") -> int:
    """How many ways are gone for the promise or the laws; the oracle finds the same worst minutes."""
    playbook = of.get(Playbook, "fraud-ring")
    assert playbook
    assert engine(of, playbook, starts, kind) == oracle(of, playbook, starts, kind)
    return searched(of, playbook, starts, kind).ways


YES, NO = ", means: [eu-linked]", ", means: [not eu-linked]"
P1, P2 = ", means: [duty is p1]", ", means: [duty is p2]"
LINKED = task("only", rest="only_if: [eu-linked]")


def duty(value: str) -> str:
    return task("only", rest=f"only_if: [duty is {value}]")


@pytest.mark.parametrize(
    ("one", "other", "asked", "count"),
    [
        ("", "", "", 1),
        # What they say of a fact that a step asks for; one that nobody has told is taken both ways.
        (YES, NO, "", 1),
        (YES, NO, LINKED, 2),
        (YES, YES, LINKED, 1),
        (YES, "", LINKED, 3),
        (P1, P2, duty("p3"), 1),
        (P1, P2, duty("p1"), 2),
        (P1, P1, duty("p1"), 1),
        # What they do to a clock that is looked at.
        (f", {CONTAINED}", "", "", 2),
        (", reaches: [resolved]", "", "", 1),
        (", discharges: [answer-law]", "", "", 1),
        (", excuses: {contained: Why}", "", "", 2),
        (", excuses: {resolved: Why}", "", "", 1),
        (", marks: [case-opened]", "", "", 2),
        (", marks: [asked]", "", "", 1),
        (", severity: P0", "", "", 2),
        (", severity: P2", "", "", 1),
        # Where they lead, and when.
        (", go: end", "", "", 2),
        (", again_after: 5m", "", "", 2),
        (", again_after: 5m", ", again_after: 5m", "", 1),
        (", starts: [beside]", "", "", 2),
    ],
)
def test_answers_that_do_the_same_are_one_way(one, other, asked, count):
    rows = (ask("q", f"answer: A{one}", f"answer: B{other}"), asked, task("end", rest=CONTAINED))
    of = book(FACTS, LEVEL, steps(*filter(None, rows), beside=task("side")))
    assert ways(of, range(MIDNIGHT, MIDNIGHT + 5)) == count


def test_answers_that_may_contradict_what_was_said_before_are_different_ways():
    told = (f"answer: A{YES}", f"answer: B{NO}")
    rows = (ask("q", *told), ask("r", *told[:1], f"{told[1]}, go: last"), task("long", "1h"))
    of = book(FACTS, LEVEL, steps(*rows, task("last", rest=CONTAINED)))
    assert ways(of, range(MIDNIGHT, MIDNIGHT + 5)) == 2


def test_an_answer_that_meets_a_law_is_a_way_for_the_law():
    rows = ask("q", "answer: A, discharges: [answer-law]", "answer: B"), task("end", rest=MEETS)
    of = book(FACTS, PATH, law("2d", "resume"), steps(*rows, duties="answer-law"))
    starts = range(MIDNIGHT, MIDNIGHT + 5)
    assert (ways(of, starts, "law"), ways(of, starts)) == (2, 1)


def test_no_way_parts_behind_the_last_step_that_matters():
    rows = (
        task("end", rest=CONTAINED),
        ask("q", "answer: A, reaches: [resolved]", "answer: B, go: end"),
        task("more"),
    )
    of = book(FACTS, LEVEL, steps(*rows))
    assert ways(of, range(MIDNIGHT, MIDNIGHT + 5)) == 1


def work(id: str, rest: str = "", role: str = "counsel") -> str:
    return task(id, "20m", role, rest)


def say(id: str, *answers: str) -> str:
    return ask(id, *answers).replace("role: analyst", "role: counsel")


TELL = f'answer: "Yes"{YES}', f'answer: "No"{NO}'
START, JOIN = "starts: [third]", "wait_for: [beside]"
END = work("end", CONTAINED)
ROLES = """\
kind: organization
roles:
  - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
  - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
  - {id: lead, title: Lead, what: Leads., staffed_by: legal-watch}
"""
ASKED, HEARD = "marks: [asked]", "marks: [heard]"
THIRD = (work("third"),)
# What one line does and what the other does, a third one that they start, and how many ways that makes.
LINES = {
    "nothing": ((work("one"),), (END,), (), 1),
    "reached by both": ((work("one", CONTAINED),), (END,), (), 2),
    "another one": ((work("one", "reaches: [resolved]"),), (END,), (), 1),
    "called by both": ((work("one", role="lead"),), (work("end", CONTAINED, "lead"),), (), 2),
    "called by both among others": (
        (work("one", role="lead"), work("two")),
        (work("end", CONTAINED, "lead"), work("six")),
        (),
        2,
    ),
    "called by one": ((work("one", role="lead"),), (END,), (), 1),
    "started by both": (
        (work("one", START),),
        (work("end", START),),
        (work("third", CONTAINED),),
        2,
    ),
    "started and waited for": (
        (work("one", START),),
        (work("end", f"wait_for: [third], {CONTAINED}"),),
        THIRD,
        2,
    ),
    "started and waited for by nobody": ((work("one", START),), (END,), THIRD, 1),
    "told and asked": ((say("one", *TELL),), (work("only", "only_if: [eu-linked]"), END), (), 4),
    "told by both": ((say("one", *TELL),), (say("two", *TELL), END), (), 4),
    "asked for nobody": (
        (say("one", "answer: A, go: end", "answer: B"), work("two")),
        (END,),
        (),
        1,
    ),
    "asked by both": ((say("one", "answer: A"),), (say("two", "answer: A"), END), (), 1),
    "excused and reached": (
        (say("one", "answer: A, excuses: {contained: Why}", "answer: B"),),
        (END,),
        (),
        2,
    ),
    "told for nobody": ((say("one", *TELL),), (END,), (), 1),
    "raised": ((say("one", "answer: A, severity: P0", "answer: B"),), (END,), (), 2),
    "raised by both": (
        (say("one", "answer: A, severity: P0", "answer: B"),),
        (say("two", "answer: A, severity: P0", "answer: B"), END),
        (),
        8,
    ),
    "reached by an answer": (
        (say("one", f"answer: A, {CONTAINED}", "answer: B"),),
        (END,),
        (),
        4,
    ),
    "marked by both": ((work("one", ASKED),), (work("two", ASKED), END), (), 1),
    "held and released": ((work("one", ASKED),), (work("two", HEARD), END), (), 2),
    "held and reached": ((work("one", ASKED),), (END,), (), 2),
    "held and raised": (
        (say("one", "answer: A, severity: P0", "answer: B"),),
        (work("two", ASKED), END),
        (),
        4,
    ),
    "marked and reached": ((work("one", "marks: [bank-answered]"),), (END,), (), 1),
}


def lines(main, side, third, *laws: str, fourth=()) -> Book:
    """A main line that the closing of the desk may part in two, and a line beside it."""
    begin = "starts: [beside, fourth]" if fourth else "starts: [beside]"
    main = (task("zero", "1m", rest=begin), task("first", "50m"), *main)
    side = (task("away", "77m", "counsel"), *side)
    rows = {"steps": main, "beside": side, "third": third, "fourth": fourth}
    said = {
        name: "".join(f"    - {{{row}}}\n" for row in of) or "    []\n" for name, of in rows.items()
    }
    duties = f"obligations: [{', '.join(('answer-law', 'second-law')[: len(laws)])}]"
    playbook = (
        f"kind: playbook\n{duties}\nbegins: [case-opened]\nsteps:\n{said['steps']}"
        f"lines:\n  beside:\n{said['beside']}  third:\n{said['third']}  fourth:\n{said['fourth']}"
    )
    return book(FACTS, DESK, ALWAYS, PATH, ROLES, LEVEL, *laws, playbook)


@pytest.mark.parametrize("name", LINES)
def test_lines_part_only_where_it_matters_which_comes_first(name):
    one, other, third, count = LINES[name]
    starts = range(CLOSING, CLOSING + 60)
    laws = (law("2d", "resume"),) if "held" in name else ()
    for main, side in ((one, other), (other, one)):
        assert ways(lines(main, side, third, *laws), starts) == count


def test_a_line_that_two_start_decides_for_one_that_waits_for_it():
    # Done 73 minutes or a night after the start, and 100 minutes after it.
    main, side = (work("one", START),), (work("two", START),)
    fourth = task("long", "110m", "counsel"), work("end", f"wait_for: [third], {CONTAINED}")
    for one, other in ((main, side), (side, main)):
        of = lines(one, other, (task("third", "2h", "counsel"),), fourth=fourth)
        assert ways(of, range(CLOSING, CLOSING + 60)) == 2


def test_a_role_that_one_line_calls_first_parts_no_ways_of_another():
    two = "kind: service-level\ntargets:\n  P1: {contained: 4h, resolved: 9d}\n"
    of = lines((work("one", "reaches: [resolved]", "lead"),), (END,), (), two)
    assert ways(of, range(CLOSING, CLOSING + 60)) == 1


def test_an_event_outside_on_which_nothing_depends_is_not_waited_for():
    level = LEVEL.replace("case-opened", "heard")
    rows = task("one", rest="starts: [beside]"), "id: hear, title: Wait, wait: heard", END
    of = book(FACTS, level, steps(*rows, beside="id: bank, title: Wait, wait: bank-answered"))
    assert ways(of, range(MIDNIGHT, MIDNIGHT + 5)) == 1


def test_what_holds_one_law_does_not_part_the_ways_of_another():
    held = (
        law("2d", "resume"),
        law("3d", "resume", "second-law").replace("hold:", "without: [hold]\n#"),
    )
    one, other = (work("one", f"{ASKED}, {MEETS}"),), (work("two", "discharges: [second-law]"),)
    for main, side in ((one, other), (other, one)):
        assert ways(lines(main, side, (), *held), range(CLOSING, CLOSING + 60), "law") == 1
