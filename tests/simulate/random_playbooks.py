"""Playbooks by chance, with everything in them: questions, loops, side lines, waits, conditions and excuses."""

from typing import Any

from tests.simulate.dice import Dice, filled
from tests.simulate.random_staff import ROLES

Data = dict[str, Any]
Names = tuple[str, ...]

TAKES = ("1m", "5m", "10m", "25m", "45m", "1h30m", "4h")
MILESTONES = ("triaged", "contained")
EVENTS = ("case-opened", "noticed", "asked", "heard", "decided", "answered")
# Events that somebody outside brings about, each waited for at one step.
OUTSIDE = ("heard", "decided", "answered")
LAWS = ("law-one", "law-two", "law-three")
TOLD = ("linked", "abroad", "duty is p1", "duty is p2", "not linked", "not abroad")
# No answer sets what is a fact of the organisation.
FACTS = (*TOLD, "grown")


def effects(dice: Dice) -> Data:
    return filled(
        marks=dice.some(("asked", "decided", "noticed", "heard")),
        discharges=dice.some(LAWS),
        reaches=dice.some(MILESTONES),
    )


def answer(dice: Dice, number: int, later: Names, lines: Names) -> Data:
    done = effects(dice) if dice.often(1, 2) else {}
    return filled(
        answer=f"Answer {number}",
        means=dice.some(TOLD, 2),
        severity=dice.rarely("P0", "P1"),
        starts=dice.some(lines),
        excuses=dice.rarely({"law-one": "Why"}, {"contained": "Why"}),
        go=dice.rarely(*later, "end") if later else None,
        **done,
    )


def step(dice: Dice, id: str, form: str, ways: tuple[Names, Names], lines: Any) -> Data:
    """A step of a form; `ways` are the steps that it may lead back and on to."""
    (before, later), (starts, waits) = ways, lines
    head = filled(
        id=id,
        only_if=dice.rarely(*([one] for one in FACTS), ["linked", "duty is p1"]),
        earliest=dice.rarely("20m", "3h"),
        wait_for=dice.some(waits),
    )
    if form in OUTSIDE:
        return head | {"wait": form}
    role = dice.one(ROLES)
    head |= filled(
        role=role,
        second=dice.rarely(*(one for one in ROLES if one != role)),
        people=2 if dice.often(1, 5) else None,
        takes=dice.one(TAKES),
        starts=dice.some(starts),
        **effects(dice),
    )
    if form == "task":
        return head | filled(title="Do it", go=dice.rarely(*later, "end"))
    answers = [answer(dice, one, later, starts) for one in range(dice.number(2, 3))]
    if dice.often(1, 2):
        back = filled(go=dice.one(before), at_most=dice.number(1, 2))
        answers[0] |= back | filled(again_after=dice.rarely("30m"))
    answers[-1].pop("means", None)  # One answer is always possible.
    return head | {"ask": "Is it so?", "answers": answers}


def line(dice: Dice, name: str, size: int, forms: Names, lines: Any) -> list[Data]:
    ids = tuple(f"{name}{number}" for number in range(size))
    used: set[str] = set()
    found = []
    for number, id in enumerate(ids):
        form = dice.one([one for one in forms if one not in used])
        used |= {form} & {*OUTSIDE}
        found.append(step(dice, id, form, (ids[: number + 1], ids[number + 1 :]), lines))
    return found


def playbook(dice: Dice, waits: bool) -> Data:
    """A main line and up to two side lines; with `waits` each may wait for somebody outside once."""
    names = ("one", "two")[: dice.number(0, 2)]
    forms = ("task", "task", "ask", "ask")
    outside = ("heard",) if waits else ()
    main = line(dice, "m", dice.number(2, 5), (*forms, *outside), (names, names))
    lines = {
        name: line(
            dice,
            name[0],
            dice.number(1, 2),
            ("task", "ask", *((event,) if waits else ())),
            ((), names[:number]),
        )
        for number, (name, event) in enumerate(zip(names, OUTSIDE[1:], strict=False))
    }
    return {
        "begins": dice.one((["case-opened"], ["case-opened", "noticed"])),
        "obligations": list(LAWS),
        "steps": main,
        "lines": lines,
    }
