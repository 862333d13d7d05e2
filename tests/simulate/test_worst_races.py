"""Two lines of which it depends on the start which comes first: engine and oracle say the same of what follows."""

import pytest

from tests.simulate.build import ask, book, task, watch
from tests.simulate.held_clocks import FACTS, MIDNIGHT, found, law

# Work that begins until 17:09 is done on the day; later ones are overtaken by the line beside it.
CLOSING = MIDNIGHT + 16 * 60 + 40
DESK = watch("watch", ("06:00-18:00", "a"))
ALWAYS = watch("legal-watch", ("24h", "c"), answers="5m")
# Counsel is there from the start, so that nobody has to be called on the way.
PATH = (
    "kind: escalation\npaths:\n  main:\n    title: Path\n    decides: analyst\n    levels:\n"
    "      - {after: 0m, page: [analyst], tell: [counsel]}\nmatrix:\n  - {path: main}\n"
)
TELL = 'answer: "Yes", means: [eu-linked]', 'answer: "No", means: [not eu-linked]'
ASKED = task("long", "3h", "counsel", "only_if: [eu-linked]")
CONTAINED = "reaches: [contained]"
RAISED = 'answer: "Yes", severity: P0', 'answer: "No"'
# What one line does, and what the other does.
RACES = {
    "told and asked": ((ask("t", *TELL),), (ASKED,)),
    "told twice": ((ask("t", *TELL),), (ask("u", *TELL[:1]), ASKED)),
    "started twice": (
        (task("s", rest="starts: [third]"),),
        (task("u", "40m", rest="starts: [third]"),),
    ),
    "started and waited for": (
        (task("s", rest="starts: [third]"),),
        (task("w", "5m", "counsel", "wait_for: [third]"),),
    ),
    "reached twice": ((task("r", rest=CONTAINED),), (task("q", "1m", "counsel", CONTAINED),)),
    "raised twice": ((ask("r", *RAISED),), (ask("q", *RAISED, takes="3h"),)),
    "raised and reached": ((ask("r", *RAISED),), (task("q", "1m", "counsel", CONTAINED),)),
    "excused and reached": (
        (ask("e", 'answer: "Yes", excuses: {contained: Why}', 'answer: "No"'),),
        (task("q", "1m", "counsel", CONTAINED),),
    ),
    "held and released": (
        (task("h", "1m", "counsel", "marks: [asked]"),),
        (task("g", "1m", "counsel", "marks: [heard]"),),
    ),
    "held and begun": (
        (task("h", "1m", "counsel", "marks: [asked]"),),
        (task("g", "1m", "counsel", "marks: [notice-received]"),),
    ),
    "held and discharged": (
        (task("h", "1m", "counsel", "marks: [asked]"),),
        (task("g", "1m", "counsel", "discharges: [answer-law]"),),
    ),
    "begun twice": (
        (task("h", "1m", "counsel", "marks: [bank-answered]"),),
        (task("g", "1m", "counsel", "marks: [bank-answered]"),),
    ),
}


def of(main, side, starts: str):
    """A main line that the closing of the desk may part in two, a line beside it, and a third that either starts."""
    lines = {
        "beside": (task("away", "77m", "counsel"), *side),
        "third": (task("third", "2h", "counsel"),),
    }
    end = task("end", "20m", "counsel", f"discharges: [answer-law, second-law], {CONTAINED}")
    steps = {
        "": (task("zero", "1m", rest="starts: [beside]"), task("one", "50m"), *main, end),
        **lines,
    }
    said = {
        name: "".join(f"    - {{{row.replace('role: analyst', role)}}}\n" for row in rows)
        for (name, rows), role in zip(
            steps.items(), ("role: analyst", "role: counsel", "role: counsel"), strict=True
        )
    }
    sides = "".join(f"  {name}:\n{said[name]}" for name in lines)
    playbook = (
        f"kind: playbook\nbegins: [case-opened]\nobligations: [answer-law, second-law]\n"
        f"steps:\n{said['']}lines:\n{sides}"
    )
    second = law("5h", "resume", "second-law", "bank-answered", ("notice-received", "heard"))
    first = law("20h", "restart", starts=starts, more="applies_if: [eu-linked]")
    return book(FACTS, DESK, ALWAYS, PATH, first, second, playbook)


@pytest.mark.parametrize("starts", ["case-opened", "notice-received"])
@pytest.mark.parametrize("race", RACES)
def test_whichever_of_two_lines_comes_first(race, starts):
    one, other = RACES[race]
    for main, side in ((one, other), (other, one)):
        assert found(of(main, side, starts), CLOSING, 60)


def test_a_line_that_two_start_begins_with_the_first_of_them_while_those_who_wait_for_it_are_at_work():
    rows = {
        "steps": (task("zero", "1m", rest="starts: [beside, fourth]"), task("one", "50m")),
        "beside": (task("away", "97m", "counsel", "starts: [third]"),),
        "third": (task("third", "5h", "counsel"),),
        "fourth": (
            task("long", "6h", "counsel"),
            task("end", "5m", "counsel", f"wait_for: [third], {CONTAINED}"),
        ),
    }
    rows["steps"] += (task("two", "20m", "counsel", "starts: [third]"),)
    said = {name: "".join(f"    - {{{row}}}\n" for row in of) for name, of in rows.items()}
    lines = "".join(f"  {name}:\n{said[name]}" for name in ("beside", "third", "fourth"))
    desk = watch("watch", ("06:00-18:00", "a"), ("20:00-24:00", "a"))
    playbook = f"kind: playbook\nobligations: []\nsteps:\n{said['steps']}lines:\n{lines}"
    worst = found(book(FACTS, desk, ALWAYS, PATH, playbook), CLOSING, 60)
    # The desk closes on the work of those who come late: by then the line beside it has started the third.
    contained = worst["target", "contained", "P1", "4h", ""]
    assert contained.slack == 240 - (2 + 1 + 97 + 300 + 5)
