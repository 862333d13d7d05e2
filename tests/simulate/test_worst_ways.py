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
CONTAINED = "reaches: [contained]"


def ways(of: Book, starts: range) -> int:
    """How many ways are gone for the promise; the oracle finds the same worst minutes."""
    playbook = of.get(Playbook, "fraud-ring")
    assert playbook
    assert engine(of, playbook, starts, "target") == oracle(of, playbook, starts, "target")
    return searched(of, playbook, starts, "target").ways


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


def lines(main, side, third, *laws: str) -> Book:
    """A main line that the closing of the desk may part in two, and a line beside it."""
    main = (task("zero", "1m", rest="starts: [beside]"), task("first", "50m"), *main)
    rows = {"steps": main, "beside": (task("away", "77m", "counsel"), *side), "third": third}
    said = {
        name: "".join(f"    - {{{row}}}\n" for row in of) or "    []\n" for name, of in rows.items()
    }
    duties = "obligations: [answer-law]" if laws else "obligations: []"
    playbook = (
        f"kind: playbook\n{duties}\nbegins: [case-opened]\nsteps:\n{said['steps']}"
        f"lines:\n  beside:\n{said['beside']}  third:\n{said['third']}"
    )
    return book(FACTS, DESK, ALWAYS, PATH, ROLES, LEVEL, *laws, playbook)


@pytest.mark.parametrize("name", LINES)
def test_lines_part_only_where_it_matters_which_comes_first(name):
    one, other, third, count = LINES[name]
    starts = range(CLOSING, CLOSING + 60)
    laws = (law("2d", "resume"),) if "held" in name else ()
    for main, side in ((one, other), (other, one)):
        assert ways(lines(main, side, third, *laws), starts) == count
