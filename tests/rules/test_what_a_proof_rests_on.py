"""What the verdict on a playbook rests on: it is asked anew when a document changes that its proof counts on."""

from collections.abc import Callable

import pytest

from tests.simulate.build import book, steps, task
from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.rules.proof._playbooks import proven
from watchbill.simulate.proof.people import people
from watchbill.simulate.proof.question import Question

OFFICE, DESK, COUNSEL = "calendar:office", "schedule:watch", "schedule:legal-watch"
VENDOR, EVERY_ORG = "vendor:vendor-one", "organization:*"
ROTAS = {OFFICE, DESK, COUNSEL, VENDOR}
ROLES = """\
kind: organization
roles:
  - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch, page: true}
  - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
  - {id: abroad, title: Abroad, what: Works the case., staffed_by: vendor-one}
"""
MAIN = task("one", rest="reaches: [contained]")
BESIDE = task("one", rest="starts: [beside]")


def path(*levels: str) -> str:
    rows = "".join(f"      - {{{level}}}\n" for level in levels)
    main = f"  main:\n    title: Path\n    decides: analyst\n    levels:\n{rows}"
    return f"kind: escalation\npaths:\n{main}matrix:\n  - {{path: main}}\n"


def question(of: Book, playbook: Playbook) -> Question:
    return Question(of, playbook, people(of))


Asked = Callable[[Book, Playbook], object]
ALONE = path("after: 0m, page: [analyst]")


def rests(asked: Asked, playbook: str, *overlays: str) -> list[set[str]]:
    """The documents that the verdicts rest on of two playbooks alike; the second is proven when all are known."""
    second = playbook.replace("kind: playbook\n", "kind: playbook\nid: second\n")
    of = book(ROLES, *overlays, playbook, second)
    for one in of.each(Playbook):
        asked(of, one)
    return [of.reads[f"playbook:{id}"] for id in ("fraud-ring", "second")]


@pytest.mark.parametrize(
    ("playbook", "levels", "counted"),
    [
        (steps(MAIN), ALONE, {DESK}),
        # Whoever works in a side line, or beside another.
        (steps(BESIDE, beside=task("side", role="counsel")), ALONE, {DESK, COUNSEL, OFFICE}),
        (steps(task("one", rest="second: counsel")), ALONE, {DESK, COUNSEL, OFFICE}),
        (steps(MAIN, task("two", role="abroad")), ALONE, {DESK, VENDOR}),
        # Whoever is paged at any level, or told of it.
        (steps(MAIN), path("after: 0m, page: [analyst], tell: [counsel]"), {DESK, COUNSEL, OFFICE}),
        (
            steps(MAIN),
            path("after: 0m, page: [analyst]", "after: 5m, page: [counsel]"),
            {DESK, COUNSEL, OFFICE},
        ),
        (steps(MAIN), path("after: 0m, page: [abroad]"), {DESK, VENDOR}),
    ],
)
@pytest.mark.parametrize("asked", [proven, question], ids=("rule", "proof"))
def test_on_the_rotas_of_all_whom_it_counts_on_and_of_nobody_else(asked, playbook, levels, counted):
    assert [found & ROTAS for found in rests(asked, playbook, levels)] == [counted, counted]


def test_on_who_stands_which_role_however_often_it_is_asked():
    of = book(ROLES, ALONE, steps(MAIN), steps(MAIN, more="id: second\n"))
    for _ in of.each(Playbook):
        people(of).read(["analyst", "abroad", "nobody"])
    verdicts = [of.reads[f"playbook:{id}"] for id in ("fraud-ring", "second")]
    assert [found & {*ROTAS, EVERY_ORG} for found in verdicts] == [{DESK, VENDOR, EVERY_ORG}] * 2
