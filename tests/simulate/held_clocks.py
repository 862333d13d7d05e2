"""Laws that may be held, and what engine and oracle say of their clocks over some minutes."""

from tests.simulate.proving import engine, oracle
from tests.timeline.build import at
from watchbill.model.response import Playbook

MIDNIGHT = at("2026-12-02T00:00") // 60
EVENTS = "\n".join(
    f"  - {{id: {id}, title: It happened.}}"
    for id in ("case-opened", "notice-received", "asked", "heard", "bank-answered")
)
OFFICE = """\
kind: calendar
id: office
timezone: UTC
hours:
  - {days: every-day, hours: "09:00-17:00"}
"""
FACTS = f"kind: facts\nevents:\n{EVENTS}\n"


# The law is proven with the first level silent: counsel answers at 10, the analyst is there 2 later.
CALLED = 12


def law(
    due: str,
    then: str,
    id: str = "answer-law",
    starts: str = "case-opened",
    hold: tuple[str, str] = ("asked", "heard"),
    more: str = "applies_if: []",
) -> str:
    held = f"{{from: {hold[0]}, until: {hold[1]}, then: {then}}}"
    return (
        f"kind: obligation\nid: {id}\nstarts: {starts}\ndue: {due}\nhold: {held}\n"
        f"applies_if: []\n{more}\n"
    ).replace("applies_if: []\napplies_if", "applies_if")


def found(of, first=MIDNIGHT, minutes=60):
    """The worst of each clock from a minute on; oracle and engine say the same."""
    case = of, of.get(Playbook, "fraud-ring"), range(first, first + minutes)
    found = engine(*case)
    assert found == oracle(*case)
    return found


def proven(of, *ids):
    """The least slack of laws and targets over an hour, by id and event."""
    return {
        (name[1], name[2], name[-1]): worst.slack
        for name, worst in found(of).items()
        if name[0] in ("law", "target") and name[1] in ids
    }
