"""When the first page is answered, at the worst minute: levels that are closed, silent, and overtaken."""

from tests.simulate.build import book, steps, task, watch
from tests.simulate.proving import engine, oracle
from tests.timeline.build import at
from watchbill.model.response import Playbook

MIDNIGHT = at("2026-12-02T00:00") // 60
ACK = ("target", "acknowledged", "P1", "10m", "")


def matrix(*levels: str) -> str:
    rows = "".join(f"      - {{{level}}}\n" for level in levels)
    path = f"  main:\n    title: Path\n    decides: analyst\n    levels:\n{rows}"
    return f"kind: escalation\npaths:\n{path}matrix:\n  - {{path: main}}\n"


def acknowledged(of, minutes, first=MIDNIGHT):
    """The worst of the acknowledgement over so many minutes; the oracle says the same."""
    case = of, of.get(Playbook, "fraud-ring"), range(first, first + minutes)
    proven = engine(*case)
    assert proven == oracle(*case)
    return proven[ACK]


def test_a_page_while_all_are_closed_is_answered_after_the_opening_at_whatever_minute_it_was_sent():
    of = book(watch("watch", ("06:00-22:00", "a")), matrix("after: 0m, page: [analyst]"))
    worst = acknowledged(of, 60)
    assert worst == (10 - 362, MIDNIGHT, 1)


def test_a_last_level_that_opens_may_answer_before_an_earlier_one_that_was_paged_later():
    of = book(
        watch("watch", ("00:00-06:00", "a"), answers="2h"),
        watch("legal-watch", ("06:00-24:00", "c"), answers="15m"),
        matrix("after: 0m, page: [analyst]", "after: 45m, page: [counsel]"),
    )
    # Paged from 04:15 on the analyst would answer later than counsel, who is there at 06:15.
    assert acknowledged(of, 360) == (10 - 120, MIDNIGHT, 256)
    assert acknowledged(of, 60, MIDNIGHT + 4 * 60).slack == 10 - 120
    assert acknowledged(of, 60, MIDNIGHT + 5 * 60) == (10 - 75, MIDNIGHT + 5 * 60, 1)


def test_a_clock_that_nobody_ever_starts_is_not_missed():
    of = book(
        watch("watch", ("24h", "a")),
        steps(
            task("two", rest="people: 2, marks: [notice-received]"),
            task("one", rest="discharges: [answer-law], reaches: [contained]"),
            duties="answer-law",
            more="begins: [case-opened]\n",
        ),
    )
    case = of, of.get(Playbook, "fraud-ring"), range(MIDNIGHT, MIDNIGHT + 60)
    proven = engine(*case)
    assert proven == oracle(*case)
    assert [name[1] for name in proven] == ["acknowledged", "contained"]
    assert proven["target", "contained", "P1", "4h", ""].shared == 60
